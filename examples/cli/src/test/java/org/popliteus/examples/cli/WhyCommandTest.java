package org.popliteus.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WhyCommandTest {
  private static final String SWOLLEN = "{\"findings\": {\"CALF_SWELLING\": \"present\"}}";

  private static Run why(String... codes) {
    String[] arguments = new String[4 + codes.length];
    System.arraycopy(new String[] {"why", "--kb", Run.SMALL, "-"}, 0, arguments, 0, 4);
    System.arraycopy(codes, 0, arguments, 4, codes.length);
    return Run.piped(SWOLLEN, arguments);
  }

  @Test
  void showsHowAShareCameAbout() {
    assertThat(why("DVT").out())
        .contains(
            "For it", "DVT-01", "causes/dvt.drl:6", "Calf swollen: yes", "× 5 DVT-01", "Share 1");
  }

  @Test
  void saysWhatACauseThatDidNotComeWaitsFor() {
    assertThat(why("OVERUSE").out())
        .contains("not listed", "OVU-01", "one answer away", "Worse with running: yes");
  }

  @Test
  void saysWhatWithholdsAnAdvice() {
    assertThat(why("RUBBING").out()).contains("withheld", "Against it", "RF-01");
  }

  @Test
  void saysWhichConditionOfARuleIsOpen() {
    assertThat(why("RF-02").out()).contains("did not fire", "?  Chest pain: yes");
  }

  @Test
  void explainsTheUrgencyWhereNothingIsNamed() {
    assertThat(why().out()).contains("Urgency:", "RF-01 A swollen calf may hide a clot.", "RF-02");
  }

  @Test
  void suggestsTheNearestCode() {
    Run run = why("DVT-10");

    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run.err()).contains("there is no cause, advice or rule DVT-10", "Maybe DVT-01");
  }

  @Test
  void tellsEveryProblemOfThePresentation() {
    Run run =
        Run.piped(
            "{\"findings\": {\"CALF_SWELING\": \"present\", \"AGE_YEARS\": 400}}",
            "why",
            "--kb",
            Run.SMALL,
            "-",
            "DVT");

    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run.err()).contains("CALF_SWELLING", "400", "cannot be assessed, 2 problems");
  }
}
