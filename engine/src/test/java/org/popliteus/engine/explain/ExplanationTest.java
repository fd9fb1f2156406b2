package org.popliteus.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Likelihood;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.explain.Calculation.Counting;
import org.popliteus.engine.explain.Calculation.Step;
import org.popliteus.engine.explain.Calculation.Weight;
import org.popliteus.engine.explain.LineExplanation.State;
import org.popliteus.engine.fact.Absent;
import org.popliteus.engine.fact.Measured;
import org.popliteus.engine.fact.Present;
import org.popliteus.engine.knowledge.SourceDefinition;

/** What is explained to a dragon. */
class ExplanationTest {
  private static final Advisor ADVISOR = Advisor.load(Path.of("src/test/resources/tiny"));

  private static Explanation explanation(Presentation.Builder dragon) {
    return Explanation.of(ADVISOR, dragon.build());
  }

  private static Presentation.Builder swollen() {
    return Presentation.builder()
        .present("TAIL_SWOLLEN", "LONG_HOARD_WATCH", "PAIN_AT_TIP")
        .measured("GIRTH_DIFF_CM", 4);
  }

  private static Miss miss(RuleExplanation rule) {
    return Objects.requireNonNull(rule.miss());
  }

  @Test
  void aShareIsExplainedStepByStep() {
    Calculation paper = explanation(swollen()).cause("FIRE_CLOT").calculation();
    assertThat(paper.odds()).isEqualTo(2);
    assertThat(paper.baseRate()).isEqualTo("uncommon");
    assertThat(paper.steps())
        .containsExactly(
            new Step("FC-01", 1.8, "tail-swelling", Counting.OUTWEIGHED, "FC-02", 1),
            new Step("FC-02", 5, "tail-swelling", Counting.COUNTED, null, 5),
            new Step("FC-03", 2.25, null, Counting.COUNTED, null, 11.25));
    assertThat(paper.weight()).isEqualTo(22.5);
    assertThat(paper.listed())
        .containsExactly(new Weight("FIRE_CLOT", 22.5), new Weight("TIP_STRAIN", 40));
    assertThat(paper.share()).isEqualTo(0.36);
    assertThat(paper.likelihood()).isEqualTo(Likelihood.POSSIBLE);
  }

  @Test
  void aRatioOnContradictingAnswersIsSaidNotToCount() {
    Calculation paper =
        explanation(Presentation.builder().present("PAIN_AT_TIP", "ONSET_SUDDEN", "ONSET_GRADUAL"))
            .cause("TIP_STRAIN")
            .calculation();
    assertThat(paper.steps())
        .extracting(Step::rule, Step::counting)
        .containsExactly(
            tuple("TS-01", Counting.COUNTED),
            tuple("TS-02", Counting.CONTRADICTED),
            tuple("TS-03", Counting.CONTRADICTED));
  }

  @Test
  void whatMayAccompanyACauseIsNamedAsLeftOut() {
    Calculation paper =
        explanation(Presentation.builder().present("PAIN_AT_TIP", "PAIN_AT_ROOT"))
            .cause("TIP_STRAIN")
            .calculation();
    assertThat(paper.leftOut()).containsExactly("ROOT_SPRAIN");
    assertThat(paper.rivals()).containsExactly(new Weight("TIP_STRAIN", 40));
    assertThat(paper.shareAmongRivals()).isEqualTo(1);
  }

  @Test
  void aRuleThatFiredNamesAnswersSourcesFileAndLine() {
    RuleExplanation rule = explanation(swollen()).rule("FC-03");
    assertThat(rule.fired()).isTrue();
    assertThat(rule.text()).isEqualTo("FC-03 fired on Long watch on the hoard: yes.");
    assertThat(rule.sources())
        .extracting(SourceDefinition::id)
        .containsExactly("keepers-guide", "bestiary");
    assertThat(rule.at().file()).isEqualTo("causes/fire-clot.drl");
    assertThat(rule.at().line()).isPositive();
    assertThat(rule.miss()).isNull();
  }

  @Test
  void aRuleThatDidNotFireSaysWhatIsMissingAndWhatContradictsIt() {
    RuleExplanation rule = explanation(Presentation.builder().present("PAIN_AT_TIP")).rule("RS-02");
    assertThat(rule.lines())
        .extracting(LineExplanation::state)
        .containsExactly(State.UNKNOWN, State.CONTRADICTED);
    assertThat(rule.text())
        .isEqualTo(
            "RS-02 did not fire: not answered is Longer flights: yes; it asks for Pain at the tip:"
                + " no, but Pain at the tip: yes. It is 2 answers away: with Longer flights: yes,"
                + " and had it been Pain at the tip: no.");
    assertThat(miss(rule).toAdd()).containsExactly(new Present("FLEW_FURTHER"));
    assertThat(miss(rule).toChange()).containsExactly(new Absent("PAIN_AT_TIP"));
  }

  @Test
  void theNearestMissOfACauseIsOneAnswerAwayAndComesFirst() {
    CauseExplanation cause = explanation(Presentation.builder()).cause("ROOT_SPRAIN");
    assertThat(cause.isListed()).isFalse();
    assertThat(cause.missing()).extracting(RuleExplanation::id).containsExactly("RS-01", "RS-02");
    assertThat(miss(cause.missing().get(0)).isOneAnswerAway()).isTrue();
    assertThat(cause.text())
        .startsWith("Sprained root of the tail is not listed, because no rule for it fired.")
        .contains("It is 1 answer away: with Pain at the root: yes.");
  }

  @Test
  void aNumberIsMissedByANumberThatWouldDo() {
    Miss miss = miss(explanation(Presentation.builder()).rule("RF-04"));
    assertThat(miss.toAdd()).hasSize(1).allMatch(f -> f instanceof Measured m && m.value() < 16);
  }

  @Test
  void aRuleThatWaitsForASuspicionIsMissedByWhatBringsIt() {
    RuleExplanation rule = explanation(Presentation.builder()).rule("AD-02");
    assertThat(rule.lines().get(0).against())
        .containsExactly("Strained tip of the tail is not listed");
    assertThat(miss(rule).isOneAnswerAway()).isTrue();
  }

  @Test
  void anEscalationNamesTheCausesThatItMustExclude() {
    CauseExplanation cause = explanation(swollen()).cause("FIRE_CLOT");
    assertThat(cause.excluding()).extracting(RuleExplanation::id).containsExactly("RF-02");
  }

  @Test
  void theRuleForNothingAnsweredIsExplainedToo() {
    RuleExplanation fired = explanation(Presentation.builder()).rule("RF-90");
    assertThat(fired.fired()).isTrue();
    RuleExplanation silent = explanation(Presentation.builder().absent("TAIL_COLD")).rule("RF-90");
    assertThat(silent.lines().get(0).against()).containsExactly("Cold tail: no");
  }

  @Test
  void theEscalationsThatDidNotFireComeNearestFirst() {
    List<RuleExplanation> missed =
        explanation(Presentation.builder().present("TAIL_COLD")).missedEscalations();
    assertThat(missed).extracting(RuleExplanation::id).containsExactly("RF-01", "RF-02", "RF-04");
    assertThat(miss(missed.get(0)).toAdd()).containsExactly(new Present("NUMBNESS_SPREADS"));
  }

  @Test
  void anAdviceThatIsGivenNamesTheRulesThatGiveIt() {
    AdviceExplanation advice =
        explanation(Presentation.builder().absent("TAIL_COLD").present("PAIN_AT_TIP"))
            .advice("COOL_POND");
    assertThat(advice.state()).isEqualTo(AdviceExplanation.State.GIVEN);
    assertThat(advice.giving()).extracting(RuleExplanation::id).containsExactly("AD-01", "AD-03");
  }

  @Test
  void anAdviceThatARequirementWithholdsNamesTheAnswersThatWouldGiveIt() {
    AdviceExplanation advice =
        explanation(
                Presentation.builder()
                    .absent("TAIL_COLD", "BRIMSTONE_RASH")
                    .present("PAIN_AT_TIP")
                    .measured("AGE_YEARS", 100))
            .advice("BRIMSTONE");
    assertThat(advice.state()).isEqualTo(AdviceExplanation.State.WITHHELD);
    assertThat(advice.requirements())
        .extracting(LineExplanation::state)
        .containsExactly(State.HOLDS, State.HOLDS, State.UNKNOWN);
    assertThat(Objects.requireNonNull(advice.miss()).isOneAnswerAway()).isTrue();
  }

  @Test
  void anAdviceThatARuleWithholdsNamesTheRule() {
    AdviceExplanation advice = explanation(swollen()).advice("TAIL_STRETCH");
    assertThat(advice.state()).isEqualTo(AdviceExplanation.State.WITHHELD);
    assertThat(advice.withholding()).extracting(RuleExplanation::id).containsExactly("RF-02a");
    assertThat(advice.text())
        .startsWith("Stretch the tail is withheld.")
        .contains("Against it: Stretching may loosen a clot. RF-02a fired on Swollen tail: yes.");
  }

  @Test
  void anAdviceThatWaitsUntilThePersonIsSeenSaysSo() {
    AdviceExplanation advice =
        explanation(swollen().absent("BRIMSTONE_RASH", "MOULTING").measured("AGE_YEARS", 100))
            .advice("BRIMSTONE");
    assertThat(Objects.requireNonNull(advice.seenFirst()).id()).isEqualTo("RF-02");
    assertThat(advice.miss()).isNull();
  }

  @Test
  void aCodeThatIsNotKnownIsRefusedWithTheNearest() {
    Explanation explanation = explanation(swollen());
    assertThatThrownBy(() -> explanation.cause("FIRE_CLOTH"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no cause FIRE_CLOTH\n  Maybe FIRE_CLOT?");
    assertThatThrownBy(() -> explanation.advice("COOL_PONT")).hasMessageContaining("COOL_POND");
    assertThatThrownBy(() -> explanation.rule("FC-99")).hasMessageContaining("Maybe");
  }

  @Test
  void nothingOfThePersonStandsInTheTextOfAnExplanation() {
    Explanation explanation = explanation(swollen());
    String text =
        explanation
            + " "
            + explanation.cause("FIRE_CLOT")
            + explanation.cause("FIRE_CLOT").calculation()
            + explanation.rule("FC-03")
            + explanation.rule("FC-03").lines()
            + explanation.advice("COOL_POND")
            + explanation.rule("RF-04").miss()
            + explanation.whatIf(new Present("TAIL_COLD"));
    assertThat(text).doesNotContain("yes").doesNotContain("SWOLLEN").doesNotContain("Cold tail");
  }
}
