package org.popliteus.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WhatIfCommandTest {
  private static final String WELL =
      "{\"findings\": {\"WORSE_RUNNING\": \"present\", \"CHEST_PAIN\": \"absent\"}}";

  private static Run whatIf(String... answers) {
    String[] arguments = new String[4 + answers.length];
    System.arraycopy(new String[] {"what-if", "--kb", Run.SMALL, "-"}, 0, arguments, 0, 4);
    System.arraycopy(answers, 0, arguments, 4, answers.length);
    return Run.piped(WELL, arguments);
  }

  @Test
  void tellsTheUrgencyFirst() {
    Run run = whatIf("CHEST_PAIN=present");

    assertThat(run.status()).isZero();
    assertThat(run.lines().get(0)).contains("More urgent: emergency");
  }

  @Test
  void saysWhereNothingChanges() {
    assertThat(whatIf("AGE_YEARS=40").out()).isEqualTo("Nothing would change.\n");
  }

  @Test
  void takesSeveralAnswersAtOnce() {
    assertThat(whatIf("CI_KIDNEY=absent", "SEX_AT_BIRTH=female").out()).contains("Take tablets");
  }

  @Test
  void namesEveryAnswerThatCannotBeUsed() {
    Run run = whatIf("CHEST_PAIN=perhaps", "AGE_YEARS=400", "FOO=present");

    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run.err()).contains("CHEST_PAIN", "AGE_YEARS", "FOO", "Maybe");
  }

  @Test
  void wantsACodeAndAnAnswer() {
    assertThat(whatIf("CHEST_PAIN").err())
        .contains("an answer is CODE=ANSWER, and this is CHEST_PAIN")
        .contains("Maybe CHEST_PAIN=present.");
  }

  @Test
  void wantsACodeOnce() {
    assertThat(whatIf("CHEST_PAIN=present", "CHEST_PAIN=absent").err())
        .contains("CHEST_PAIN is answered twice");
  }
}
