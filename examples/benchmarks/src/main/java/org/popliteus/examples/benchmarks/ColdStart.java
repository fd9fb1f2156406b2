package org.popliteus.examples.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Measures the command line from the start of its JVM to its end, a new JVM each time. */
@Command(
    name = "cold-start",
    description = "The command line from the start of its JVM to its end, a new JVM each time.")
public final class ColdStart implements Callable<Integer> {
  private static final int RUNS = 15;
  private static final double NANOS_PER_MILLI = 1e6;

  @Parameters(index = "0", description = "The jar of the command line.")
  private Path jar = Path.of("");

  @Parameters(index = "1", description = "A file of presentations.")
  private Path presentations = Path.of("");

  @Override
  public Integer call() throws IOException, InterruptedException {
    for (Path file : List.of(jar, presentations)) {
      if (!Files.isReadable(file)) {
        System.err.println(
            "there is no file " + file + "\n  Maybe build it, or start in another folder.");
        return 2;
      }
    }
    double[] millis = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      millis[run] = measure();
    }
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "%d runs: median %.0f ms, least %.0f ms, most %.0f ms%n",
        RUNS,
        millis[RUNS / 2],
        millis[0],
        millis[RUNS - 1]);
    return 0;
  }

  private double measure() throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(java, "-jar", jar.toString(), "assess", presentations.toString()))
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.INHERIT);
    long start = System.nanoTime();
    int status = builder.start().waitFor();
    long end = System.nanoTime();
    if (status != 0) {
      throw new IllegalStateException(
          "the command line ended with status "
              + status
              + "\n  Maybe the file is not one that it can assess.");
    }
    return (end - start) / NANOS_PER_MILLI;
  }
}
