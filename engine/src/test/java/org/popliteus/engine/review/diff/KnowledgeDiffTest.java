package org.popliteus.engine.review.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.Urgency;
import org.popliteus.engine.knowledge.Scenario;
import org.popliteus.engine.review.TinyKnowledge;
import org.popliteus.engine.review.diff.Effect.Kind;

/** What is said of an edit, and of the people whom it touches. */
class KnowledgeDiffTest {
  private static final String CLOT = "causes/fire-clot.drl";
  private static final String DANGER = "escalations/danger.drl";
  private static final TinyKnowledge TINY = TinyKnowledge.asItIs();
  private static final Advisor AS_IT_IS = TINY.advisor();

  private static KnowledgeDiff edit(String file, String old, String now) {
    return new KnowledgeDiff(AS_IT_IS, TINY.with(file, old, now).advisor());
  }

  private static KnowledgeDiff swellingCanWait() {
    return edit(DANGER, "conclude.sameDay( \"CLOT_CHECK\" );", "conclude.soon( \"CLOT_CHECK\" );");
  }

  private static List<String> details(KnowledgeDiff diff) {
    assertThat(diff.changes()).hasSize(1);
    return diff.changes().get(0).details();
  }

  @Test
  void anotherWeightIsSaidWithItsStrength() {
    KnowledgeDiff diff = edit(CLOT, "\"FIRE_CLOT\", 5", "\"FIRE_CLOT\", 2");
    assertThat(details(diff)).containsExactly("weight for FIRE_CLOT: 5 (moderate) became 2 (weak)");
    assertThat(diff.changes().get(0).headline()).isEqualTo("rule FC-02 changed");
  }

  @Test
  void anotherConditionIsSaidInWords() {
    assertThat(details(edit(CLOT, "value >= 3", "value > 4")))
        .containsExactly(
            "condition: GIRTH_DIFF_CM is at least 3 became GIRTH_DIFF_CM is more than 4");
  }

  @Test
  void oneConditionMoreIsSaidToBeAdded() {
    assertThat(
            details(
                edit(
                    CLOT,
                    "Present( code == \"LONG_HOARD_WATCH\" )",
                    "Present( code == \"LONG_HOARD_WATCH\" )\n    Absent( code == \"TAIL_COLD\" )")))
        .containsExactly("condition added: TAIL_COLD is absent");
  }

  @Test
  void sourceStatusAndTextOfARuleAreSaid() {
    assertThat(details(edit(CLOT, "\"keepers-guide; bestiary\"", "\"keepers-guide\"")))
        .containsExactly("source: \"keepers-guide; bestiary\" became keepers-guide");
    assertThat(details(edit(CLOT, "Fire clots in a tail", "Fire thickens in a tail")))
        .singleElement()
        .asString()
        .startsWith("because: \"Fire clots in a tail");
  }

  @Test
  void aRuleThatCameOrWentIsSaidWhole() {
    KnowledgeDiff diff = edit(CLOT, "FC-04 no swelling", "FC-05 no swelling");
    assertThat(diff.changes())
        .extracting(Change::headline)
        .containsExactly("rule FC-05 added", "rule FC-04 removed");
    assertThat(diff.changes().get(0).details())
        .contains(
            "when TAIL_SWOLLEN is absent", "then opposes FIRE_CLOT, weight 0.2 (moderate against)");
  }

  @Test
  void definitionsAndThresholdsAreSaid() {
    assertThat(details(edit("kb.yaml", "share: 0.4", "share: 0.5")))
        .containsExactly("share of a likely cause: 0.4 became 0.5");
    assertThat(details(edit("causes.yaml", "baseRate: common", "baseRate: rare")))
        .containsExactly("base rate: common became rare");
    KnowledgeDiff rule = edit("kb.yaml", "None of the safety questions", "No safety question");
    assertThat(rule.changes()).extracting(Change::headline).containsExactly("rule RF-90 changed");
  }

  @Test
  void theSameKnowledgeTouchesNobody() {
    KnowledgeDiff diff = new KnowledgeDiff(AS_IT_IS, AS_IT_IS);
    assertThat(diff.changes()).isEmpty();
    assertThat(diff.outcome(diff.draw(200, 1))).isEqualTo(new Outcome(200, List.of()));
  }

  @Test
  void theSameSeedDrawsTheSamePeople() {
    KnowledgeDiff diff = swellingCanWait();
    assertThat(diff.draw(40, 3)).isEqualTo(diff.draw(40, 3)).isNotEqualTo(diff.draw(40, 4));
  }

  @Test
  void aLoweredUrgencyIsFoundAmongThoseWhoAreDrawn() {
    KnowledgeDiff diff = swellingCanWait();
    Outcome outcome = diff.outcome(diff.draw(200, 1));
    assertThat(outcome.count(Kind.URGENCY_LOWERED)).isPositive();
    assertThat(outcome.count(Kind.URGENCY_RAISED)).isZero();
    assertThat(outcome.untouched()).isEqualTo(200 - outcome.effects().size());
  }

  @Test
  void anExampleIsReducedToTheAnswersThatMatter() {
    KnowledgeDiff diff = swellingCanWait();
    Outcome outcome = diff.outcome(diff.draw(200, 1));
    Example example = diff.examples(outcome.effects(), Kind.URGENCY_LOWERED, 1).get(0);
    assertThat(example.effect().person().presentation())
        .isEqualTo(Presentation.builder().present("TAIL_SWOLLEN").build());
    assertThat(example.effect().before().urgency()).isEqualTo(Urgency.SAME_DAY);
    assertThat(example.effect().after().urgency()).isEqualTo(Urgency.SOON);
    assertThat(example.effect().words(Kind.URGENCY_LOWERED)).isEqualTo("SAME DAY became SOON");
    assertThat(example.alike()).isEqualTo(outcome.count(Kind.URGENCY_LOWERED) - 1);
    assertThat(example.makers()).extracting(Change::headline).containsExactly("rule RF-02 changed");
  }

  @Test
  void aRuleWhoseWordsAloneChangedMakesNoDifference() {
    Advisor after =
        TINY.with(DANGER, "A swollen tail may hold a clot.", "A thick tail may hold a clot.")
            .with(
                DANGER, "conclude.emergency( \"CALL_KEEPER\" )", "conclude.soon( \"CALL_KEEPER\" )")
            .advisor();
    KnowledgeDiff diff = new KnowledgeDiff(AS_IT_IS, after);
    Outcome outcome = diff.outcome(diff.draw(200, 1));
    assertThat(diff.examples(outcome.effects(), Kind.URGENCY_LOWERED, 9))
        .isNotEmpty()
        .allSatisfy(
            example ->
                assertThat(example.makers()).extracting(Change::name).containsExactly("RF-01"));
  }

  @Test
  void aQuestionThatOnlyOneVersionKnowsIsLeftOutForTheOther() {
    Advisor after =
        TINY.with("findings.yaml", "most: 60", "most: 5")
            .with(CLOT, "value >= 3", "value >= 2")
            .advisor();
    KnowledgeDiff diff = new KnowledgeDiff(after, AS_IT_IS);
    Person person =
        Person.drawn(
            Presentation.builder().measured("GIRTH_DIFF_CM", 7).absent("TAIL_COLD").build());
    Effect effect = diff.outcome(List.of(person)).effects().get(0);
    assertThat(effect.leftOutBefore()).containsExactly("GIRTH_DIFF_CM");
    assertThat(effect.leftOutAfter()).isEmpty();
    assertThat(effect.words(Kind.FIRST_CAUSE)).isEqualTo("no cause became FIRE_CLOT");
  }

  @Test
  void whoStandsInTheScenariosOfBothComesOnce() {
    KnowledgeDiff diff = swellingCanWait();
    Scenario older = scenario("older", "TAIL_SWOLLEN: present");
    Scenario newer = scenario("newer", "TAIL_SWOLLEN: present");
    Scenario gone = scenario("gone", "TAIL_COLD: present");
    assertThat(diff.people(List.of(older, gone), List.of(newer)))
        .extracting(Person::scenario)
        .containsExactly("newer", "gone");
  }

  @Test
  void anEditedRuleTouchesTheScenariosThatNameItAndThoseInWhichItMayFire() {
    KnowledgeDiff diff = swellingCanWait();
    Scenario fits = scenario("fits", "TAIL_SWOLLEN: present");
    Scenario other = scenario("other", "TAIL_COLD: present");
    Scenario names =
        TinyKnowledge.scenario(
            AS_IT_IS,
            "causes/tip-strain.scenarios.yaml",
            "- {name: names, given: {TAIL_COLD: present}, expect: {silent: [RF-02]}}");
    assertThat(diff.touched(List.of(fits, other, names))).containsExactly(fits, names);
  }

  @Test
  void anEditedDefinitionTouchesEveryScenario() {
    KnowledgeDiff diff = edit("kb.yaml", "share: 0.4", "share: 0.5");
    List<Scenario> scenarios = List.of(scenario("one", "TAIL_COLD: present"));
    assertThat(diff.touched(scenarios)).isEqualTo(scenarios);
  }

  private static Scenario scenario(String name, String given) {
    return TinyKnowledge.scenario(
        AS_IT_IS,
        "causes/tip-strain.scenarios.yaml",
        "- {name: %s, given: {%s}, expect: {provisional: false}}".formatted(name, given));
  }
}
