package org.popliteus.engine.review;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.knowledge.Scenario;

/** What is said of rules, findings and causes that scenarios reach, or do not. */
class CoverageTest {
  private static final Advisor ADVISOR = TinyKnowledge.asItIs().advisor();
  private static final Scenario SWOLLEN =
      TinyKnowledge.scenario(
          ADVISOR,
          "causes/fire-clot.scenarios.yaml",
          """
          - name: swollen
            given: {TAIL_SWOLLEN: present, TAIL_COLD: absent, GIRTH_DIFF_CM: 1}
            expect: {fires: [FC-02], silent: [FC-04], likely: [FIRE_CLOT]}
          """);
  private static final Coverage COVERAGE = Coverage.of(ADVISOR, List.of(SWOLLEN));

  @Test
  void aRuleThatFiresInNoScenarioIsAGap() {
    assertThat(COVERAGE.gaps())
        .contains("SR-01: it fires in no scenario")
        .doesNotContain("FC-02: it fires in no scenario");
  }

  @Test
  void aRuleNeedsBothCasesInItsOwnFile() {
    assertThat(COVERAGE.gaps())
        .contains(
            "FC-02: no scenario of its file expects it not to fire",
            "FC-04: no scenario of its file expects it to fire",
            "RF-02: no scenario of its file expects it to fire")
        .doesNotContain("RF-02: it fires in no scenario");
  }

  @Test
  void aRuleKnowsTheScenariosInWhichItFired() {
    assertThat(requireNonNull(COVERAGE.rules().get("RF-02")).fired()).containsExactly(SWOLLEN);
  }

  @Test
  void aFindingKnowsWhoSaysItAndAsWhat() {
    assertThat(COVERAGE.findings().get("TAIL_SWOLLEN")).containsOnlyKeys("present");
    assertThat(COVERAGE.findings().get("GIRTH_DIFF_CM")).containsOnlyKeys("measured");
    assertThat(COVERAGE.findingsNeverSaid())
        .contains("TAIL_COLD", "PAIN_AT_TIP")
        .doesNotContain("TAIL_SWOLLEN", "GIRTH_DIFF_CM");
  }

  @Test
  void aCauseKnowsWhoExpectsItAndAsWhat() {
    assertThat(COVERAGE.causes().get("FIRE_CLOT")).containsOnlyKeys("likely");
    assertThat(COVERAGE.causesNeverExpected()).contains("SCALE_ROT").doesNotContain("FIRE_CLOT");
  }
}
