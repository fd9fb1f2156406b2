package org.popliteus.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What an answer says, on the small knowledge base of the dragon's tail. */
class AssessmentTest {
  private static final Advisor ADVISOR = Advisor.load(Path.of("src/test/resources/tiny"));

  private static Presentation.Builder person() {
    return Presentation.builder();
  }

  /** Both questions of the screen are answered with no. */
  private static Presentation.Builder screened() {
    return person().absent("TAIL_COLD", "SMOKE_FROM_TAIL");
  }

  private static Assessment assess(Presentation.Builder builder) {
    return ADVISOR.assess(builder.build());
  }

  private static Cause cause(Assessment assessment, String code) {
    return assessment.causes().stream()
        .filter(c -> c.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aShareIsTheOddsTimesTheRatiosOverAllThatIsListed() {
    // tip strain 8 x 5; root sprain 8 x 5 x 0.5
    Assessment assessment = assess(screened().present("PAIN_AT_TIP", "PAIN_AT_ROOT"));
    assertThat(cause(assessment, "TIP_STRAIN").share()).isEqualTo(0.6667);
    assertThat(cause(assessment, "ROOT_SPRAIN").share()).isEqualTo(0.3333);
    assertThat(assessment.causes()).extracting(Cause::rank).containsExactly(1, 2);
  }

  @Test
  void ofAGroupTheStrongestCountsOnce() {
    Assessment assessment = assess(person().present("TAIL_SWOLLEN").measured("GIRTH_DIFF_CM", 4));
    assertThat(cause(assessment, "FIRE_CLOT").evidence())
        .extracting(e -> e.provenance().rule() + " " + e.counted())
        .containsExactly("FC-01 false", "FC-02 true");
  }

  @Test
  void whatAnEscalationMustExcludeIsListedThoughNoRuleSupportsIt() {
    Assessment assessment = assess(person().present("TAIL_COLD", "NUMBNESS_SPREADS"));
    assertThat(assessment.causes())
        .isNotEmpty()
        .allMatch(cause -> cause.mustExclude() && cause.evidence().isEmpty());
  }

  @Test
  void aWeakHintAloneMakesNothingLikely() {
    Assessment assessment = assess(screened().present("LONG_HOARD_WATCH"));
    Cause only = cause(assessment, "FIRE_CLOT");
    assertThat(only.share()).isEqualTo(1);
    assertThat(only.likelihood()).isEqualTo(Likelihood.POSSIBLE);
    assertThat(assessment.urgency()).isEqualTo(Urgency.SELF_CARE);
  }

  @Test
  void aCauseThatMayAccompanyAnotherIsNotDrownedByIt() {
    // the sprain's share is a third, but the strain beside it is no rival
    Assessment assessment = assess(screened().present("PAIN_AT_TIP", "PAIN_AT_ROOT"));
    Cause sprain = cause(assessment, "ROOT_SPRAIN");
    assertThat(sprain.accompanies()).containsExactly("TIP_STRAIN");
    assertThat(sprain.likelihood()).isEqualTo(Likelihood.POSSIBLE);
  }

  @Test
  void aLikelyCauseThatWantsAReviewRaisesSelfCareToSoon() {
    Assessment assessment = assess(screened().present("EXAM_SCALES_LOOSE"));
    assertThat(assessment.urgency()).isEqualTo(Urgency.SOON);
    Escalation review = assessment.escalations().get(0);
    assertThat(review.provenance().rule()).isEqualTo("RF-91");
    assertThat(review.findings()).containsExactly("EXAM_SCALES_LOOSE");
  }

  @Test
  void withNothingAnsweredItIsSoonAndNothingIsExcluded() {
    Assessment assessment = assess(person());
    assertThat(assessment.urgency()).isEqualTo(Urgency.SOON);
    assertThat(assessment.provisional()).isFalse();
    assertThat(assessment.causes()).isEmpty();
    assertThat(assessment.notExcluded()).containsExactly("TAIL_COLD", "SMOKE_FROM_TAIL");
    assertThat(assessment.firedRules()).contains("RF-90");
  }

  @Test
  void aScreenAnsweredInPartMakesSelfCareProvisionalAndSaysSoInTheSameSentence() {
    Assessment assessment = assess(person().absent("TAIL_COLD").present("PAIN_AT_TIP"));
    assertThat(assessment.urgency()).isEqualTo(Urgency.SELF_CARE);
    assertThat(assessment.provisional()).isTrue();
    assertThat(assessment.summary())
        .isEqualTo(
            "Nothing you answered needs the keeper now; this is provisional, because these"
                + " questions are open: smoke from the tail.");
  }

  @Test
  void unknownIsNeverAbsent() {
    Assessment unknown = assess(screened().present("FLEW_FURTHER").unknown("PAIN_AT_TIP"));
    assertThat(unknown.firedRules()).doesNotContain("RS-02");
    Assessment absent = assess(screened().present("FLEW_FURTHER").absent("PAIN_AT_TIP"));
    assertThat(absent.firedRules()).contains("RS-02");
  }

  @Test
  void contradictingAnswersAreNotedAndDoNotRank() {
    Assessment both = assess(screened().present("PAIN_AT_TIP", "ONSET_SUDDEN", "ONSET_GRADUAL"));
    assertThat(both.dataNotes())
        .extracting(DataNote::findings)
        .containsExactly(java.util.List.of("ONSET_GRADUAL", "ONSET_SUDDEN"));
    Cause strain = cause(both, "TIP_STRAIN");
    assertThat(strain.evidence())
        .filteredOn(Evidence::counted)
        .extracting(e -> e.provenance().rule())
        .containsExactly("TS-01");
    Assessment neither = assess(screened().present("PAIN_AT_TIP"));
    assertThat(strain.share()).isCloseTo(cause(neither, "TIP_STRAIN").share(), within(0.0));
  }

  @Test
  void aRuleStopsAnAdviceAndAnUrgencyStopsWhatMustWait() {
    Assessment assessment =
        assess(
            person()
                .present("TAIL_SWOLLEN", "PAIN_AT_TIP")
                .absent("BRIMSTONE_RASH", "MOULTING")
                .measured("AGE_YEARS", 34));
    assertThat(assessment.urgency()).isEqualTo(Urgency.SAME_DAY);
    assertThat(assessment.recommendations())
        .extracting(Recommendation::code)
        .startsWith("CLOT_CHECK")
        .contains("LIE_STILL")
        .doesNotContain("TAIL_STRETCH", "BRIMSTONE");
    assertThat(assessment.withheld())
        .anyMatch(w -> w.code().equals("TAIL_STRETCH") && w.provenance().rule().equals("RF-02a"))
        .anyMatch(
            w ->
                w.code().equals("BRIMSTONE")
                    && w.provenance().rule().equals("RF-02")
                    && w.provenance().because().startsWith("You need to be seen first."));
  }

  @Test
  void aRequirementThatIsNotAnsweredWithholdsAndNamesTheQuestion() {
    Assessment open = assess(screened().present("PAIN_AT_TIP"));
    Withheld brimstone =
        open.withheld().stream()
            .filter(w -> w.code().equals("BRIMSTONE"))
            .findFirst()
            .orElseThrow();
    assertThat(brimstone.provenance().rule()).isEqualTo("requires:BRIMSTONE");
    assertThat(brimstone.unanswered()).contains("BRIMSTONE_RASH");
    assertThat(brimstone.findings()).isEmpty();
    Assessment rash = assess(screened().present("PAIN_AT_TIP", "BRIMSTONE_RASH"));
    assertThat(rash.withheld())
        .filteredOn(w -> w.code().equals("BRIMSTONE"))
        .allMatch(w -> w.findings().contains("BRIMSTONE_RASH"));
  }

  @Test
  void theAnswerSaysWhichKnowledgeGaveIt() {
    KnowledgeBaseVersion version = assess(person()).knowledgeBase();
    assertThat(version.id()).isEqualTo("dragon-tail");
    assertThat(version.status()).isEqualTo("draft");
    assertThat(version.sha256()).matches("[0-9a-f]{64}");
    assertThat(version.engineVersion()).matches("\\d+\\.\\d+\\.\\d+");
  }
}
