package org.popliteus.engine.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.popliteus.engine.Advisor;

/** What a reviewer reads when a scenario fails. */
class ScenarioRunnerTest {
  private static final Advisor ADVISOR = TinyKnowledge.asItIs().advisor();

  private static ScenarioResult run(String given, String expect) {
    return new ScenarioRunner(ADVISOR)
        .run(
            TinyKnowledge.scenario(
                ADVISOR,
                "causes/fire-clot.scenarios.yaml",
                "- name: a sore tail\n  given: {%s}\n  absent: [screen]\n  expect: {%s}\n"
                    .formatted(given, expect)));
  }

  private static List<String> failures(String given, String expect) {
    return run(given, expect).failures();
  }

  @Test
  void whatHoldsFailsNothing() {
    assertThat(failures("TAIL_SWOLLEN: present", "urgency: same-day, first: FIRE_CLOT")).isEmpty();
  }

  @Test
  void aRuleThatDidNotFireIsToldWhatItLacked() {
    assertThat(failures("TAIL_SWOLLEN: present", "fires: [FC-01]"))
        .containsExactly(
            "expected FC-01 to fire, and it did not: it lacked that GIRTH_DIFF_CM is at least 3"
                + " (not answered)");
    assertThat(failures("GIRTH_DIFF_CM: 2", "fires: [FC-01]"))
        .singleElement()
        .asString()
        .endsWith("GIRTH_DIFF_CM is at least 3 (answered otherwise)");
  }

  @Test
  void aMissingUrgencyNamesTheNearestRuleThatWouldRaiseIt() {
    assertThat(failures("TAIL_COLD: present", "urgency: emergency"))
        .containsExactly(
            "expected urgency emergency, and got soon; escalations: RF-03; the nearest rule that"
                + " says so and did not fire is RF-01, which lacked that NUMBNESS_SPREADS is"
                + " present (not answered)");
  }

  @Test
  void aMissingCauseNamesTheNearestRuleForIt() {
    assertThat(failures("PAIN_AT_TIP: present", "first: FIRE_CLOT"))
        .singleElement()
        .asString()
        .startsWith("expected FIRE_CLOT first, and got TIP_STRAIN ")
        .contains("the nearest rule that says so and did not fire is FC-01");
  }

  @Test
  void aRuleOnASuspicionIsToldWhichSuspicionItLacked() {
    assertThat(failures("PAIN_AT_TIP: present", "withholds: [COOL_POND]"))
        .containsExactly(
            "expected COOL_POND to be withheld, and nothing withholds it; the nearest rule that"
                + " says so and did not fire is AD-07, which lacked that SCALE_ROT is LIKELY or"
                + " POSSIBLE");
  }

  @Test
  void aCauseThatShouldNotBeLikelyNamesTheRulesForIt() {
    assertThat(failures("PAIN_AT_TIP: present", "not-likely: [TIP_STRAIN]"))
        .singleElement()
        .asString()
        .startsWith("expected TIP_STRAIN not to be likely, and it has the share ")
        .endsWith(" by TS-01 5");
  }

  @Test
  void whatNoRuleSaysIsSaidSo() {
    assertThat(failures("PAIN_AT_TIP: present", "first: KNIGHT_BITE"))
        .singleElement()
        .asString()
        .endsWith("; no rule says so");
  }

  @Test
  void aFailureEndsWithTheRulesThatFired() {
    assertThat(run("TAIL_SWOLLEN: present", "urgency: self-care").toString())
        .startsWith("causes/fire-clot.scenarios.yaml:1:3: FAILED: a sore tail\n")
        .contains("    expected urgency self-care, and got same-day; escalations: RF-02, RF-03")
        .endsWith("\n    fired: AD-05, AD-06, FC-02, RF-02, RF-02a, RF-03, TC-01");
  }
}
