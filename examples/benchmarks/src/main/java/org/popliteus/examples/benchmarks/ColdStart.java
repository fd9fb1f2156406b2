package org.popliteus.examples.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Measures the command line from the start of its JVM to its end, a new JVM each time. */
public final class ColdStart {
  private static final int RUNS = 15;
  private static final double NANOS_PER_MILLI = 1e6;

  private ColdStart() {}

  /**
   * Takes the jar of the command line and a file of presentations.
   *
   * @throws IOException if a JVM cannot be started
   * @throws InterruptedException if it is stopped
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length != 2) {
      System.err.println("two arguments, the jar of the command line and a file to assess");
      System.exit(2);
    }
    for (String file : args) {
      if (!Files.isReadable(Path.of(file))) {
        System.err.println(
            "there is no file " + file + "\n  Maybe build it, or start in another folder.");
        System.exit(2);
      }
    }
    double[] millis = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      millis[run] = measure(args[0], args[1]);
    }
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "%d runs: median %.0f ms, least %.0f ms, most %.0f ms%n",
        RUNS,
        millis[RUNS / 2],
        millis[0],
        millis[RUNS - 1]);
  }

  private static double measure(String jar, String file) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(List.of(java, "-jar", jar, "assess", file))
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
