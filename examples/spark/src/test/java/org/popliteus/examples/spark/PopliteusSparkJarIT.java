package org.popliteus.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is shipped, in processes of its own. */
class PopliteusSparkJarIT {
  private static final String JAR = System.getProperty("popliteus.jar");

  @TempDir private Path folder;

  /** A process that has ended. */
  private record Ended(int status, String out, String err) {}

  @Test
  void whatIsKilledMidwayIsDoneAgain() throws Exception {
    String in = folder.resolve("in").toString();
    Path out = folder.resolve("out");
    Ended made = run(jar("generate", "--rows", "1000", "--seed", "7", "--out", in));
    assertThat(made.err()).isEmpty();
    assertThat(made.out()).isEqualTo(in + " holds 1,000 invented runners of seed 7\n");

    Process killed = start(jar("assess", in, out.toString()));
    while (killed.isAlive() && !Files.exists(out.resolve("_temporary"))) {
      Thread.sleep(20);
    }
    killed.destroyForcibly().waitFor();
    assertThat(out.resolve("_temporary")).exists();
    assertThat(out.resolve("_SUCCESS")).doesNotExist();
    Ended again = run(jar("assess", "--overwrite", in, out.toString()));

    // no warning, and nothing of Spark's own
    assertThat(again.err().lines())
        .isNotEmpty()
        .allMatch(line -> line.startsWith("popliteus-spark: "));
    assertThat(again.status()).isZero();
    assertThat(again.out().replaceAll(" +", " ")).contains("\n bad rows 0\n all rows 1,000\n");
    assertThat(out.resolve("_SUCCESS")).exists();
    assertThat(out.resolve("_temporary")).doesNotExist();
  }

  @Test
  void sparkSubmitSendsItToExecutorsOfTheirOwn() throws Exception {
    Path in =
        Files.writeString(
            folder.resolve("in.ndjson"),
            "{\"id\": \"a\", \"findings\": {\"CALF_SWELLING\": true}}\nNightingale\n");
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().split(" +")));
    command.addAll(
        List.of(
            "-cp",
            sparkHome() + "/jars/*",
            "org.apache.spark.deploy.SparkSubmit",
            "--master",
            "local-cluster[1,2,1024]",
            "--class",
            PopliteusSpark.class.getName(),
            JAR,
            "assess",
            in.toString(),
            folder.resolve("out").toString()));

    Ended submitted = run(command);

    assertThat(submitted.status()).as(submitted.err()).isZero();
    assertThat(submitted.out().replaceAll(" +", " "))
        .contains("\n same-day 1\n", "\n bad rows 1\n all rows 2\n");
    assertThat(submitted.err()).contains("Executor").doesNotContain("Nightingale");
  }

  private static String sparkHome() {
    return Path.of(JAR).toAbsolutePath().resolveSibling("spark").toString();
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static List<String> jar(String... arguments) {
    List<String> command = new ArrayList<>(List.of(java(), "-jar", JAR));
    command.addAll(List.of(arguments));
    return command;
  }

  private Process start(List<String> command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(file("stdout")).redirectError(file("stderr"));
    // without what this build sets for its own tools
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().put("SPARK_HOME", sparkHome());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    return builder.start();
  }

  private Ended run(List<String> command) throws IOException, InterruptedException {
    int status = start(command).waitFor();
    return new Ended(
        status,
        Files.readString(file("stdout").toPath()),
        Files.readString(file("stderr").toPath()));
  }

  private File file(String name) {
    return folder.resolve(name).toFile();
  }
}
