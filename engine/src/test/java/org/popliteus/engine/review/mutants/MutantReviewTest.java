package org.popliteus.engine.review.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.KnowledgeFiles;
import org.popliteus.engine.knowledge.Scenarios;
import org.popliteus.engine.review.mutants.Mutant.Kind;
import org.popliteus.engine.review.mutants.MutantReport.Tally;

/** Which changes of the dragon's tail the scenarios notice. */
class MutantReviewTest {
  private static final KnowledgeBase KNOWLEDGE =
      KnowledgeBase.read(KnowledgeFiles.read(Path.of("src/test/resources/tiny")));

  /** One scenario, which must be sound. */
  private static MutantReview review(String given, String expect) {
    String text = "- name: a dragon\n  given: {" + given + "}\n  expect: {" + expect + "}\n";
    Scenarios scenarios =
        Scenarios.read(Map.of("causes/fire-clot.scenarios.yaml", text), KNOWLEDGE);
    assertThat(scenarios.stopping()).isEmpty();
    return new MutantReview(KNOWLEDGE, scenarios.scenarios());
  }

  private static MutantReport run(String subject, Kind kind, String given, String expect) {
    return review(given, expect)
        .run(mutant -> mutant.subject().equals(subject) && mutant.kind() == kind, 1);
  }

  private static List<String> survivors(String subject, Kind kind, String given, String expect) {
    return run(subject, kind, given, expect).survivors().stream().map(Mutant::change).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          LOWER_ESCALATION      | RF-02  | TAIL_SWOLLEN: present | urgency: same-day
          LOWER_ESCALATION      | RF-02  | TAIL_SWOLLEN: present | says: {RF-02: same-day}
          LOWER_ESCALATION      | RF-04  | AGE_YEARS: 15, TAIL_COLD: absent | urgency: soon
          DROP_CONTRAINDICATION | RF-02a | TAIL_SWOLLEN: present | withholds: [TAIL_STRETCH]
          DROP_CONTRAINDICATION | RF-02a | TAIL_SWOLLEN: present | says: {RF-02a: no TAIL_STRETCH}
          DROP_RULE             | TS-02  | ONSET_SUDDEN: present | fires: [TS-02]
          DROP_RULE             | RF-90  | AGE_YEARS: 30         | urgency: soon
          DROP_CONDITION        | RF-02  | PAIN_AT_TIP: present  | silent: [RF-02]
          SWAP_ANSWER           | TS-02  | ONSET_SUDDEN: present | fires: [TS-02]
          """)
  void aScenarioThatHoldsTheRuleToItNoticesTheChange(
      Kind kind, String rule, String given, String expect) {
    assertThat(survivors(rule, kind, given, expect)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          LOWER_ESCALATION      | RF-02  | TAIL_SWOLLEN: present | fires: [RF-02]
          DROP_CONTRAINDICATION | RF-02a | TAIL_SWOLLEN: present | fires: [RF-02a]
          DROP_RULE             | TS-02  | ONSET_SUDDEN: present | urgency: soon
          DROP_CONDITION        | RF-02  | TAIL_SWOLLEN: present | urgency: same-day
          SWAP_ANSWER           | TS-02  | ONSET_GRADUAL: present | silent: [TS-02]
          """)
  void aScenarioThatAsksForSomethingElseDoesNot(
      Kind kind, String rule, String given, String expect) {
    assertThat(survivors(rule, kind, given, expect)).hasSize(1);
  }

  @Test
  void eachAlternativeNeedsAScenarioOfItsOwn() {
    assertThat(survivors("RF-03", Kind.DROP_ALTERNATIVE, "TAIL_COLD: present", "fires: [RF-03]"))
        .containsExactly(
            "RF-03 would no longer count SMOKE_FROM_TAIL",
            "RF-03 would no longer count TAIL_SWOLLEN");
  }

  @Test
  void aLimitNeedsAScenarioOnEachSide() {
    assertThat(survivors("FC-01", Kind.MOVE_THRESHOLD, "GIRTH_DIFF_CM: 3", "fires: [FC-01]"))
        .containsExactly("FC-01 would ask whether GIRTH_DIFF_CM is at least 2, not 3");
    assertThat(survivors("FC-01", Kind.MOVE_THRESHOLD, "GIRTH_DIFF_CM: 2", "silent: [FC-01]"))
        .containsExactly("FC-01 would ask whether GIRTH_DIFF_CM is at least 4, not 3");
  }

  @Test
  void aLimitMovesByTheLastDecimalThatAnybodyWrites() {
    assertThat(survivors("FC-01", Kind.MOVE_THRESHOLD, "GIRTH_DIFF_CM: 2.9", "silent: [FC-01]"))
        .containsExactly("FC-01 would ask whether GIRTH_DIFF_CM is at least 3.1, not 3");
  }

  @Test
  void aWeightIsNoticedOnlyWhereAScenarioSaysIt() {
    assertThat(survivors("FC-02", Kind.CHANGE_WEIGHT, "TAIL_SWOLLEN: present", "fires: [FC-02]"))
        .containsExactly(
            "FC-02 would be weak for (2) FIRE_CLOT, not moderate for (5)",
            "FC-02 would be strong for (10) FIRE_CLOT, not moderate for (5)");
    assertThat(
            survivors(
                "FC-02",
                Kind.CHANGE_WEIGHT,
                "TAIL_SWOLLEN: present",
                "says: {FC-02: moderate for}"))
        .isEmpty();
  }

  @Test
  void whereARuleSpeaksOfTwoCausesEachIsSaid() {
    assertThat(
            survivors(
                "TS-01",
                Kind.CHANGE_WEIGHT,
                "PAIN_AT_TIP: present, PAIN_AT_ROOT: present",
                "says: {TS-01: [moderate for TIP_STRAIN, weak against ROOT_SPRAIN]}"))
        .isEmpty();
  }

  @Test
  void aRequirementLeftOutIsNoticedWhereTheAdviceMustNotBeGiven() {
    String given =
        "PAIN_AT_TIP: present, TAIL_COLD: absent, SMOKE_FROM_TAIL: absent, AGE_YEARS: 34,"
            + " MOULTING: absent, BRIMSTONE_RASH: present";
    assertThat(
            survivors(
                "requires:BRIMSTONE",
                Kind.DROP_CONTRAINDICATION,
                given,
                "does-not-recommend: [BRIMSTONE]"))
        .noneMatch(change -> change.contains("BRIMSTONE_RASH"))
        .contains("BRIMSTONE would no longer require that AGE_YEARS is from 16 to 650");
  }

  @Test
  void theWorstStandsFirstWithItsPlaceAndTheNextStep() {
    MutantReport report = review("PAIN_AT_ROOT: absent", "urgency: soon").run(mutant -> true, 2);
    List<Mutant> survivors = report.survivors();
    assertThat(survivors).extracting(Mutant::stakes).isSorted();
    assertThat(survivors.get(0))
        .hasToString(
            "escalations/danger.drl:6:1: escalation: RF-01 would be gone\n"
                + "  Maybe a scenario in which TAIL_COLD is present and NUMBNESS_SPREADS is present,"
                + " with fires: [RF-01].");
    assertThat(report.holds()).isFalse();
    assertThat(report.byKind()).containsOnlyKeys(Kind.values());
  }

  @Test
  void aSingleUnnoticedEscalationIsTooMany() {
    assertThat(
            run("RF-02", Kind.LOWER_ESCALATION, "TAIL_SWOLLEN: present", "urgency: same-day")
                .holds())
        .isTrue();
    assertThat(
            run("RF-02", Kind.LOWER_ESCALATION, "TAIL_SWOLLEN: present", "fires: [RF-02]").holds())
        .isFalse();
  }

  @Test
  void onlyAllIsAHundredPercent() {
    assertThat(new Tally(10_000, 9_999).percent()).isEqualTo(99.9);
    assertThat(new Tally(3, 3).percent()).isEqualTo(100);
  }

  @Test
  void aScenarioThatFailsAlreadyNoticesNothing() {
    MutantReview review = review("TAIL_SWOLLEN: present", "urgency: self-care");
    assertThat(review.failing()).hasSize(1);
    assertThatIllegalStateException().isThrownBy(() -> review.run(mutant -> true, 1));
  }
}
