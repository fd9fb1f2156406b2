package org.popliteus.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the report goes, and where it does not. */
class ReviewReportCommandTest {
  @TempDir private Path folder;

  @Test
  void itIsWrittenWhereItIsWanted() throws IOException {
    Path file = folder.resolve("small.html");
    Run run = Run.of("review", "report", Run.SMALL, "--out", file.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out()).isEqualTo("wrote " + file + "\n");
    assertThat(Files.readString(file)).startsWith("<!doctype html>").contains("id=\"r-DVT-01\"");
  }

  @Test
  void anOlderReportIsReplaced() throws IOException {
    Path file = Files.writeString(folder.resolve("small.html"), "old");
    Run.of("review", "report", Run.SMALL, "--out", file.toString());
    assertThat(Files.readString(file)).startsWith("<!doctype html>");
  }

  @Test
  void aDashMeansTheOutput() {
    Run run = Run.of("review", "report", Run.SMALL, "--out", "-");
    assertThat(run.status()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out()).startsWith("<!doctype html>").endsWith("</html>\n");
  }

  @Test
  void aFolderIsNotWrittenOver() {
    Run run = Run.of("review", "report", Run.SMALL, "--out", folder.toString());
    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run.err())
        .isEqualTo(
            "popliteus: "
                + folder
                + " is a folder, and the report is one file\n  Maybe --out "
                + folder.resolve("report.html")
                + ".\n");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Path file = folder.resolve("none/report.html");
    Run run = Run.of("review", "report", Run.SMALL, "--out", file.toString());
    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run.err()).contains("no folder at " + folder.resolve("none")).contains("Maybe");
  }

  @Test
  void aKnowledgeBaseWithAMistakeGivesNoReport() throws IOException {
    SmallKnowledgeBase.copyTo(folder);
    Path rules = folder.resolve("causes/dvt.drl");
    Files.writeString(rules, Files.readString(rules).replaceFirst("when", "whem"));
    Path file = folder.resolve("report.html");
    Run run = Run.of("review", "report", folder.toString(), "--out", file.toString());
    assertThat(run.status()).isEqualTo(ExitStatus.FAULT);
    assertThat(run.err()).contains("causes/dvt.drl:").contains("Maybe when?");
    assertThat(file).doesNotExist();
  }
}
