package org.popliteus.kb.posteriorknee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Cause;
import org.popliteus.engine.Escalation;
import org.popliteus.engine.Evidence;
import org.popliteus.engine.Likelihood;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.explain.AdviceExplanation;
import org.popliteus.engine.explain.Calculation;
import org.popliteus.engine.explain.CauseExplanation;
import org.popliteus.engine.explain.Explanation;
import org.popliteus.engine.explain.Miss;
import org.popliteus.engine.explain.RuleExplanation;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.knowledge.AdviceDefinition;
import org.popliteus.engine.knowledge.CauseDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.RuleDefinition;
import org.popliteus.engine.review.GeneratedPresentations;

/** What is explained of the shipped rules is what they did. */
class ExplanationTest {
  private static final Advisor ADVISOR = Advisor.create();
  private static final KnowledgeBase KNOWLEDGE = ADVISOR.knowledge();

  private static List<Presentation> people(int number, long seed) {
    GeneratedPresentations generated = new GeneratedPresentations(KNOWLEDGE, seed);
    List<Presentation> people = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      people.add(i % 5 == 0 ? generated.next() : generated.next(i % 50));
    }
    return people;
  }

  private static Assessment with(Presentation person, Miss miss) {
    Map<String, Finding> answers = new HashMap<>();
    person.findings().forEach(finding -> answers.put(finding.code(), finding));
    miss.toAdd().forEach(finding -> answers.put(finding.code(), finding));
    miss.toChange().forEach(finding -> answers.put(finding.code(), finding));
    Presentation.Builder builder = Presentation.builder();
    answers.values().forEach(builder::add);
    return ADVISOR.assess(builder.build());
  }

  /** From the numbers of the explanation alone, as a reviewer would with a pencil. */
  private static Likelihood redone(Calculation paper) {
    double weight = paper.odds();
    for (Calculation.Step step : paper.steps()) {
      weight *= step.counting() == Calculation.Counting.COUNTED ? step.ratio() : 1;
    }
    double sum = 0;
    for (Calculation.Weight one : paper.listed()) {
      sum += one.weight();
    }
    double rivals = 0;
    for (Calculation.Weight one : paper.rivals()) {
      rivals += one.weight();
    }
    double share = Math.rint(weight / sum * 10_000) / 10_000;
    double among = Math.rint(weight / rivals * 10_000) / 10_000;
    assertThat(share).isEqualTo(paper.share());
    assertThat(among).isEqualTo(paper.shareAmongRivals());
    boolean likely =
        among >= paper.likelyShare()
            && share >= paper.possibleShare()
            && weight / paper.odds() >= paper.likelyRatio();
    return likely
        ? Likelihood.LIKELY
        : among >= paper.possibleShare() ? Likelihood.POSSIBLE : Likelihood.UNLIKELY;
  }

  @Test
  void everyShareAndLikelihoodCanBeDoneAgainOnPaper() {
    int done = 0;
    for (Presentation person : people(200, 11)) {
      Explanation explanation = Explanation.of(ADVISOR, person);
      for (Cause cause : explanation.assessment().causes()) {
        Calculation paper = explanation.cause(cause.code()).calculation();
        assertThat(redone(paper)).isEqualTo(cause.likelihood());
        assertThat(paper.share()).isEqualTo(cause.share());
        done++;
      }
    }
    assertThat(done).isGreaterThan(1_000);
  }

  @Test
  void theStepsAreTheEvidenceAndSayWhatCountsInstead() {
    Set<Calculation.Counting> seen = new HashSet<>();
    for (Presentation person : people(200, 12)) {
      Explanation explanation = Explanation.of(ADVISOR, person);
      for (Cause cause : explanation.assessment().causes()) {
        List<Calculation.Step> steps = explanation.cause(cause.code()).calculation().steps();
        assertThat(steps).hasSameSizeAs(cause.evidence());
        for (int i = 0; i < steps.size(); i++) {
          Calculation.Step step = steps.get(i);
          Evidence evidence = cause.evidence().get(i);
          boolean counted = step.counting() == Calculation.Counting.COUNTED;
          assertThat(step.rule()).isEqualTo(evidence.provenance().rule());
          assertThat(counted).isEqualTo(evidence.counted());
          assertThat(step.instead() != null)
              .isEqualTo(step.counting() == Calculation.Counting.OUTWEIGHED);
          assertThat(steps)
              .filteredOn(other -> other.rule().equals(step.instead()))
              .allMatch(other -> other.counting() == Calculation.Counting.COUNTED);
          seen.add(step.counting());
        }
      }
    }
    assertThat(seen).containsExactlyInAnyOrder(Calculation.Counting.values());
  }

  @Test
  void withTheAnswersThatANearMissNamesTheRuleFires() {
    Set<String> missed = new TreeSet<>();
    for (Presentation person : people(8, 13)) {
      Explanation explanation = Explanation.of(ADVISOR, person);
      for (RuleDefinition rule : KNOWLEDGE.rules()) {
        RuleExplanation explained = explanation.rule(rule.id());
        Miss miss = explained.miss();
        if (miss != null) {
          assertThat(explained.fired()).isFalse();
          assertThat(with(person, miss).firedRules()).contains(rule.id());
          missed.add(rule.id());
        } else if (!explained.fired()) {
          assertThat(rule.secondPhase()).as("what %s waits for", rule.id()).isTrue();
        }
      }
    }
    assertThat(missed).hasSizeGreaterThan(KNOWLEDGE.rules().size() * 9 / 10);
  }

  @Test
  void withTheAnswersThatItNamesAnAdviceIsGiven() {
    int missed = 0;
    for (Presentation person : people(12, 14)) {
      Explanation explanation = Explanation.of(ADVISOR, person);
      for (AdviceDefinition advice : KNOWLEDGE.advice()) {
        AdviceExplanation explained = explanation.advice(advice.code());
        Miss miss = explained.miss();
        if (miss != null) {
          Assessment after = with(person, miss);
          assertThat(explained.state()).isNotEqualTo(AdviceExplanation.State.GIVEN);
          assertThat(
                  after.recommendations().stream().anyMatch(r -> r.code().equals(advice.code()))
                      || after.safetyNet().contains(advice.text()))
              .as(advice.code())
              .isTrue();
          missed++;
        }
      }
    }
    assertThat(missed).isGreaterThan(100);
  }

  @Test
  void everythingInAnAssessmentIsExplainedByARuleThatFiredOrARequirementThatFails() {
    for (Presentation person : people(25, 15)) {
      Explanation explanation = Explanation.of(ADVISOR, person);
      Assessment assessment = explanation.assessment();
      assessment
          .recommendations()
          .forEach(
              given ->
                  assertThat(explanation.advice(given.code()).giving())
                      .isNotEmpty()
                      .allMatch(RuleExplanation::fired));
      assessment
          .withheld()
          .forEach(
              stopped -> {
                AdviceExplanation advice = explanation.advice(stopped.code());
                assertThat(
                        !advice.withholding().isEmpty()
                            || advice.seenFirst() != null
                            || advice.requirements().stream()
                                .anyMatch(r -> r.holding().isEmpty() || !r.open().isEmpty()))
                    .isTrue();
              });
      assertThat(explanation.escalations().stream().map(RuleExplanation::id))
          .containsAll(
              assessment.escalations().stream()
                  .map(Escalation::provenance)
                  .map(p -> p.rule())
                  .toList());
      assertThat(explanation.missedEscalations()).noneMatch(RuleExplanation::fired);
    }
  }

  @Test
  void ofEveryCauseItSaysWhyOrWhyNotNearestFirst() {
    for (Presentation person : people(20, 16)) {
      Explanation explanation = Explanation.of(ADVISOR, person);
      for (CauseDefinition cause : KNOWLEDGE.causes()) {
        CauseExplanation explained = explanation.cause(cause.code());
        assertThat(explained.supporting()).allMatch(RuleExplanation::fired);
        assertThat(explained.text()).startsWith(cause.display());
        List<Integer> changes = new ArrayList<>();
        for (RuleExplanation rule : explained.missing()) {
          Miss miss = rule.miss();
          changes.add(miss == null ? Integer.MAX_VALUE : miss.toChange().size());
        }
        assertThat(changes).isSorted();
      }
    }
  }
}
