package org.popliteus.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterviewCommandTest {

  private static Run interview(String typed, String... more) {
    String[] arguments = new String[3 + more.length];
    System.arraycopy(new String[] {"interview", "--kb", Run.SMALL}, 0, arguments, 0, 3);
    System.arraycopy(more, 0, arguments, 3, more.length);
    return Run.piped(typed, arguments);
  }

  @Test
  void asksTheScreenFirstAndShowsWhereItStands() {
    Run run = interview("no\nno\nstop\n");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .containsSubsequence(
            "1. ", "(yes, no or don't know)", "So far: ", "2. ", "So far: SELF CARE", "Stopped.");
  }

  @Test
  void endsWithTheWholeAnswer() {
    assertThat(interview("stop\n").out()).contains("Stopped.", "┏━", "not a medical device");
  }

  @Test
  void endsOfItselfWhenNothingOpenMatters() {
    // one of the two answers whatever is asked, and the other is not taken
    Run run = interview("no\n30\n".repeat(45));

    assertThat(run.out()).doesNotContain("Stopped.").contains("no single answer changes");
  }

  @Test
  void theEndOfTheInputIsAStop() {
    assertThat(interview("no\n").out()).contains("Stopped.");
  }

  @Test
  void saysWhyItAsks() {
    assertThat(interview("why\nstop\n").out())
        .contains("Asked first, as a sign of danger")
        .contains("RF-0");
  }

  @Test
  void takesTheLastAnswerBack() {
    assertThat(interview("back\nyes\nback\nstop\n").out())
        .containsSubsequence("There is no answer to take back.", "Taken back: ", "Stopped.");
  }

  @Test
  void asksAgainWhereItDoesNotUnderstand() {
    assertThat(interview("perhaps\nno\nstop\n").out())
        .contains("That is no answer to this question.", "Maybe yes, no or don't know");
  }

  @Test
  void doesNotAskAgainWhatIsNotKnown() {
    Run run = interview("don't know\n".repeat(20));

    assertThat(run.out()).containsOnlyOnce("Do you have chest pain?");
  }

  @Test
  void asksForFindingsOfTheExaminationOnlyWhereAClinicianIs() {
    assertThat(interview("don't know\n").out()).contains("; 5 open.");
    assertThat(interview("don't know\n", "--clinician").out()).contains("; 6 open.");
  }

  @Test
  void keepsTheAnswersAndGoesOnFromThem(@TempDir Path folder) throws IOException {
    String file = folder.resolve("runner.json").toString();

    interview("no\ndon't know\nstop\n", file);
    Run second = interview("stop\n", file);

    assertThat(Files.readString(Path.of(file))).contains("\"absent\"", "\"unknown\"");
    assertThat(second.out()).doesNotContain("chest pain?").doesNotContain("more swollen");
    assertThat(Run.of("assess", "--kb", Run.SMALL, file).status()).isZero();
  }

  @Test
  void leavesAFileAloneThatIsNoPresentation(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "milk, bread");

    Run run = interview("no\n", file.toString());

    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(Files.readString(file)).isEqualTo("milk, bread");
  }

  @Test
  void takesItsAnswersFromAPresentation(@TempDir Path folder) throws IOException {
    Path answers =
        Files.writeString(
            folder.resolve("answers.json"),
            "{\"findings\": {\"CALF_SWELLING\": \"present\", \"CHEST_PAIN\": \"absent\"}}");

    assertThat(interview("", "--answers", answers.toString()).out())
        .contains("> present", "> absent", "SAME DAY");
  }

  @Test
  void cannotKeepAnswersInAPipe() {
    assertThat(interview("", "-").status()).isEqualTo(ExitStatus.BAD_INPUT);
  }
}
