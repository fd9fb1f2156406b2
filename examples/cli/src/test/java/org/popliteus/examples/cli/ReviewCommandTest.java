package org.popliteus.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reviewer sees of a folder with a knowledge base, on the small one. */
class ReviewCommandTest {
  @TempDir private Path folder;

  @BeforeEach
  void copy() throws IOException {
    SmallKnowledgeBase.copyTo(folder);
  }

  private Path ruleFile() throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".drl") && file.toString().contains("causes"))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void aSoundKnowledgeBaseIsSaidToBeSound() {
    Run run = Run.of("review", "check", folder.toString());
    assertThat(run.status()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out()).endsWith("no mistake\n");
  }

  @Test
  void aMistakeIsNamedWithFileLineAndNextStep() throws IOException {
    Path file = ruleFile();
    Files.writeString(file, Files.readString(file).replaceFirst("when", "whem"));
    Run run = Run.of("review", "check", folder.toString());
    assertThat(run.status()).isEqualTo(ExitStatus.FAULT);
    assertThat(run.out())
        .contains("causes/" + file.getFileName() + ":")
        .contains(": error: ")
        .contains("\n  Maybe when?")
        .endsWith("1 mistake\n");
  }

  @Test
  void aScenarioThatFailsIsToldInWords() throws IOException {
    Files.writeString(
        Path.of(ruleFile().toString().replace(".drl", ".scenarios.yaml")),
        """
        - name: nothing is answered
          given: {}
          expect: {urgency: emergency}
        """);
    Run run = Run.of("review", "test", folder.toString());
    assertThat(run.status()).isEqualTo(ExitStatus.FAULT);
    assertThat(run.out())
        .contains("FAILED: nothing is answered")
        .contains("expected urgency emergency, and got soon")
        .endsWith("1 scenario, 1 failed\n");
    Run coverage = Run.of("review", "coverage", folder.toString());
    assertThat(coverage.status()).isEqualTo(ExitStatus.FAULT);
    assertThat(coverage.out()).contains("no scenario of its file expects it to fire");
  }

  @Test
  void aFolderWithoutAKnowledgeBaseIsBadInput() {
    Run run = Run.of("review", "check", folder.resolve("causes").toString());
    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run.err()).contains("no kb.yaml in").contains("Maybe");
    assertThat(Run.of("review").status()).isEqualTo(ExitStatus.BAD_INPUT);
  }
}
