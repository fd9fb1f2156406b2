package org.popliteus.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssessCommandTest {
  private static final String SWOLLEN =
      "{\"id\": \"a\", \"findings\": {\"CALF_SWELLING\": \"present\"}}";
  private static final String UNKNOWN =
      "{\"id\": \"b\", \"findings\": {\"CALF_SWELING\": \"present\"}}";

  @Test
  void answersInJsonWhereNobodyWatches() {
    Run run = Run.piped(SWOLLEN, "assess", "-");

    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("{\"schema\":1,\"id\":\"a\",\"urgency\":\"same-day\"");
    assertThat(run.lines()).hasSize(1);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void answersInTextOnATerminal() {
    Run run = Run.watched(SWOLLEN, "assess", "-");

    assertThat(run.status()).isZero();
    assertThat(run.lines().get(0)).startsWith("┏━");
    assertThat(run.lines().get(1)).startsWith("┃  SAME DAY ").endsWith(" a  ┃");
  }

  @Test
  void answersInTheFormatThatIsAskedFor() {
    assertThat(Run.piped(SWOLLEN, "assess", "--format", "text", "-").out()).contains("SAME DAY");
    assertThat(Run.watched(SWOLLEN, "assess", "--format", "json", "-").out()).startsWith("{");
  }

  @Test
  void readsAnObjectThatIsSpreadOverLines(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("runner.json");
    Files.writeString(file, SWOLLEN.replace("{", "\n{\n").replace(",", "\n,\n"));

    assertThat(Run.of("assess", file.toString()).status()).isZero();
  }

  @Test
  void showsFiveCausesAndThoseToExcludeUnlessAllAreAskedFor() {
    String many =
        """
        {"findings": {"CALF_SWELLING": "present", "PAIN_POSTERIOR_KNEE": "present",
          "PAIN_CALF": "present", "WORSE_RUNNING": "present", "POP_FELT": "present",
          "LUMP_BEHIND_KNEE": "present", "WORSE_RESISTED_KNEE_FLEXION": "present"}}
        """;

    assertThat(Run.watched(many, "assess", "-").out()).contains(" more, with --all-causes");
    assertThat(Run.watched(many, "assess", "--all-causes", "-").out())
        .doesNotContain("--all-causes");
  }

  @Test
  void explainsEveryProblemOfAPresentationToThePersonWhoWatches() {
    Run run =
        Run.watched(
            "{\"findings\": {\n\"CALF_SWELING\": true,\n\"AGE_YEARS\": 300}}", "assess", "-");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("popliteus: what is piped in cannot be assessed, 2 problems\n")
        .contains("there is no finding CALF_SWELING\n  Maybe CALF_SWELLING?\n")
        .contains("line 3, column 14: AGE_YEARS lies from 0 to 110 years, and this is 300\n");
  }

  @Test
  void answersAProgramWithItsProblemsAsJson() {
    Run run = Run.piped(UNKNOWN, "assess", "-");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out())
        .startsWith("{\"schema\":1,\"id\":\"b\",\"error\":{\"problems\":[")
        .contains("unknown-code");
    assertThat(run.err())
        .isEqualTo(
            """
            popliteus: what is piped in cannot be assessed, a problem
              Maybe look at error.problems in the answer.
            """);
  }

  @Test
  void answersEveryLineOfABatch() {
    Run run = Run.piped(SWOLLEN + "\n" + SWOLLEN + "\n", "assess", "--ndjson", "-");

    assertThat(run.status()).isZero();
    assertThat(run.lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("{\"schema\":1,\"id\":\"a\",\"urgency\""));
    assertThat(run.err()).isEmpty();
  }

  @Test
  void answersABatchInJsonOnATerminalToo() {
    assertThat(Run.watched(SWOLLEN, "assess", "--ndjson", "-").out()).startsWith("{\"schema\"");
  }

  @Test
  void countsTheLinesOfABatchThatWereRejected() {
    Run run =
        Run.piped(SWOLLEN + "\n" + UNKNOWN + "\nno JSON\n" + SWOLLEN, "assess", "--ndjson", "-");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.lines()).hasSize(4);
    assertThat(run.lines().get(3)).contains("\"urgency\":\"same-day\"");
    assertThat(run.err())
        .isEqualTo(
            """
            popliteus: rejected 2 of 4 lines
              Maybe look at error.problems in their answers.
            """);
  }

  @Test
  void saysNowAndThenHowFarALongBatchIs() {
    Run run = Run.piped("no JSON\n".repeat(20_001), "assess", "--ndjson", "-");

    assertThat(run.err())
        .startsWith(
            """
            popliteus: 10000 lines answered
            popliteus: 20000 lines answered
            popliteus: rejected""");
  }

  @Test
  void leavesTheTerminalToTheAnswersOfABatch() {
    Run run = Run.watched((SWOLLEN + "\n").repeat(3), "assess", "--ndjson", "-");

    assertThat(run.err()).isEmpty();
  }

  @Test
  void answersALineBeforeTheNextOneIsSent() {
    StringWriter out = new StringWriter();
    StringBuilder seen = new StringBuilder();
    InputStream conversation =
        new ByteArrayInputStream((SWOLLEN + "\n").getBytes(StandardCharsets.UTF_8)) {
          @Override
          public synchronized int read(byte[] buffer, int offset, int length) {
            seen.append(out);
            return super.read(buffer, offset, length);
          }
        };

    Run.on(conversation, new BufferedWriter(out), false, false, "assess", "--ndjson", "-");

    assertThat(seen.toString()).contains("\"urgency\":\"same-day\"");
  }

  @Test
  void refusesABatchInText() {
    Run run = Run.piped(SWOLLEN, "assess", "--ndjson", "--format", "text", "-");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            """
            popliteus: --ndjson answers in JSON, and --format asks for text
              Maybe leave one of them out.
            """);
  }

  @Test
  void saysThatAFileIsMissing() {
    Run run = Run.of("assess", "no-such.json");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("popliteus: no file at no-such.json\n  Maybe it is spelt differently");
  }

  @Test
  void saysThatAFileIsAFolder() {
    Run run = Run.of("assess", Run.SMALL);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(" is a folder, ").contains("\n  Maybe name a file in it");
  }

  @Test
  void saysThatAFileCannotBeCalledThat() {
    Run run = Run.of("assess", "a\0b.json");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("popliteus: no file can be called ").contains("\n  Maybe ");
  }

  @Test
  void saysThatAFileIsNotInUtf8() {
    byte[] latin1 = "{\"id\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1);

    Run run = Run.piped(latin1, "assess", "-");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "popliteus: what is piped in is not in UTF-8\n  Maybe save it again in UTF-8.\n");
  }

  @Test
  void doesNotReadMoreThanItCanAssess() {
    Run run = Run.piped(" ".repeat(1_500_000), "assess", "-");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).contains("too-long");
  }

  @Test
  void repeatsAnIdInAnyScript() {
    Run run = Run.piped("{\"id\": \"läufer-走る\", \"findings\": {}}", "assess", "-");

    assertThat(run.out()).contains("\"id\":\"läufer-走る\"");
  }

  @Test
  void usesTheKnowledgeBaseInAFolder() {
    Run run = Run.piped(SWOLLEN, "assess", "--kb", Run.SMALL, "-");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("\"action\":\"CLOT_CLINIC\"").contains("{\"id\":\"small\"");
  }

  @Test
  void saysThatAFolderIsNoKnowledgeBase(@TempDir Path folder) {
    Run run = Run.piped(SWOLLEN, "assess", "--kb", folder.toString(), "-");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "popliteus: no kb.yaml in "
                + folder
                + " or below\n  Maybe this is not a knowledge base.\n");
  }

  @Test
  void saysThatAFolderIsMissing() {
    Run run = Run.piped(SWOLLEN, "assess", "--kb", "no-such-folder", "-");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("popliteus: no folder at no-such-folder\n  Maybe ");
  }

  @Test
  void showsWhereARuleIsBroken(@TempDir Path folder) throws IOException {
    SmallKnowledgeBase.copyTo(folder);
    Path rules = folder.resolve("causes/dvt.drl");
    Files.writeString(rules, Files.readString(rules).replace("\"DVT\", 5", "\"DVTT\", 5"));

    Run run = Run.piped(SWOLLEN, "assess", "--kb", folder.toString(), "-");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("popliteus: " + folder + " has a mistake:\ncauses/dvt.drl:14:")
        .contains("\n  Maybe DVT?\n")
        .doesNotContain("\tat ");
  }

  @Test
  void saysThatTheAnswerCouldNotBeWritten() {
    InputStream in = new ByteArrayInputStream(SWOLLEN.getBytes(StandardCharsets.UTF_8));

    Run run = Run.on(in, Run.failing("No space left on device"), false, false, "assess", "-");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).startsWith("popliteus: cannot write the answer: No space left on device");
  }

  @Test
  void saysOnceThatABatchCouldNotBeWritten() {
    InputStream in = new ByteArrayInputStream(SWOLLEN.getBytes(StandardCharsets.UTF_8));

    Run run =
        Run.on(in, Run.failing("No space left on device"), false, false, "assess", "--ndjson", "-");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).hasLineCount(2);
  }

  @Test
  void isQuietWhereNobodyReadsTheAnswerToItsEnd() {
    InputStream in = new ByteArrayInputStream(SWOLLEN.getBytes(StandardCharsets.UTF_8));

    Run run = Run.on(in, Run.failing("Broken pipe"), false, false, "assess", "-");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void namesNoAnswerInAnInternalError() {
    InputStream broken =
        new ByteArrayInputStream(new byte[0]) {
          @Override
          public synchronized int read(byte[] buffer, int offset, int length) {
            throw new IllegalStateException("CHEST_PAIN present");
          }
        };

    Run run = Run.on(broken, new StringWriter(), false, false, "assess", "-");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("popliteus: internal error, java.lang.IllegalStateException at ")
        .contains("\n  Maybe report this line")
        .doesNotContain("CHEST_PAIN")
        .hasLineCount(2);
  }
}
