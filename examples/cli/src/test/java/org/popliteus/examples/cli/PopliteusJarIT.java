package org.popliteus.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is shipped, in a process of its own. */
class PopliteusJarIT {
  private static final String PRESENTATION = "presentations/swollen-calf-after-a-flight.json";

  @TempDir private Path folder;

  @Test
  void answersAlone() throws Exception {
    Run run = java("assess", "--format", "text", PRESENTATION);

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.lines().get(0)).isEqualTo("┏" + "━".repeat(78) + "┓");
    assertThat(run.lines().get(1)).startsWith("┃  SAME DAY ");
  }

  @Test
  void answersAProgramInJson() throws Exception {
    Run run = java("assess", PRESENTATION);

    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("{\"schema\":1,\"id\":\"swollen-calf-after-a-flight\"");
  }

  @Test
  void readsAKnowledgeBaseInAFolder() throws Exception {
    Run run = java("assess", "--kb", "src/test/resources/small-kb", emptyPresentation());

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("\"rule\":\"RF-90\"");
  }

  @Test
  void endsWithTwoOnBadInput() throws Exception {
    Run run = java("assess", "no-such.json");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("popliteus: no file at no-such.json\n  Maybe ");
  }

  private String emptyPresentation() throws IOException {
    return Files.writeString(folder.resolve("empty.json"), "{\"findings\": {}}").toString();
  }

  /** In a locale without UTF-8, and without what this build sets for its own tools. */
  private Run java(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-jar");
    command.add(System.getProperty("popliteus.jar"));
    command.addAll(List.of(arguments));
    File err = folder.resolve("err").toFile();
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(err);
    builder.environment().put("LC_ALL", "C");
    builder.environment().remove("COLUMNS");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    process.getOutputStream().close();
    try (InputStream stream = process.getInputStream()) {
      String out = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return new Run(process.waitFor(), out, Files.readString(err.toPath()));
    }
  }
}
