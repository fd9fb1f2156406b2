package org.popliteus.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Likelihood;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.Urgency;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Present;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.review.GeneratedPresentations;
import org.popliteus.examples.benchmarks.contest.Entrant;

class ContestantsTest {
  private static final Advisor ADVISOR = Advisor.create();
  private static final Contestant HAND_WRITTEN = Entrant.HAND_WRITTEN.enter(ADVISOR);

  private interface Check {
    void hold(int person, Presentation presentation);
  }

  private static void forEveryone(int count, Check check) {
    GeneratedPresentations people = new GeneratedPresentations(ADVISOR.knowledge(), 1);
    for (int i = 0; i < count; i++) {
      check.hold(i, people.next());
    }
  }

  private static void forEveryoneWithoutDanger(int count, Check check) {
    forEveryone(count, (person, presentation) -> check.hold(person, withoutDanger(presentation)));
  }

  /** Every screen question and every red flag is answered with no. */
  private static Presentation withoutDanger(Presentation presentation) {
    Presentation.Builder builder = Presentation.builder();
    for (FindingDefinition question : ADVISOR.knowledge().findings()) {
      if (isDangerous(question)) {
        builder.absent(question.code());
      }
    }
    for (Finding finding : presentation.findings()) {
      FindingDefinition question = ADVISOR.knowledge().finding(finding.code());
      if (question != null && !isDangerous(question)) {
        builder.add(finding);
      }
    }
    return builder.build();
  }

  private static boolean isDangerous(FindingDefinition question) {
    return question.kind() == FindingDefinition.Kind.TRI_STATE
        && (question.screen() || question.redFlag());
  }

  private static Check agreement(Contestant contestant) {
    return (person, presentation) ->
        assertThat(contestant.answer(presentation))
            .as("generated person %d", person)
            .isEqualTo(Answer.of(ADVISOR.assess(presentation)));
  }

  @ParameterizedTest
  @EnumSource(Entrant.class)
  void eachDecidesAsTheAdvisorDoes(Entrant entrant) {
    Contestant contestant = entrant.enter(ADVISOR);

    forEveryone(people(entrant), agreement(contestant));
    forEveryoneWithoutDanger(people(entrant), agreement(contestant));
  }

  /** What is slow is asked less. */
  private static int people(Entrant entrant) {
    return switch (entrant) {
      case HAND_WRITTEN, EASY_RULES -> 10_000;
      case POPLITEUS, EVRETE, NAIVE_DROOLS -> 1_000;
    };
  }

  @Test
  void thePeopleTheyAreTriedOnReachEveryUrgencyEveryLikelihoodAndContradictions() {
    Set<Urgency> urgencies = EnumSet.noneOf(Urgency.class);
    Set<Likelihood> likelihoods = EnumSet.noneOf(Likelihood.class);
    int[] contradicting = {0};
    Check see =
        (person, presentation) -> {
          Answer answer = HAND_WRITTEN.answer(presentation);
          urgencies.add(answer.urgency());
          answer.causes().forEach(cause -> likelihoods.add(cause.likelihood()));
          contradicting[0] += contradictsItself(presentation) ? 1 : 0;
        };
    forEveryone(1_000, see);
    forEveryoneWithoutDanger(1_000, see);

    assertThat(urgencies).containsExactlyInAnyOrder(Urgency.values());
    assertThat(likelihoods).containsExactlyInAnyOrder(Likelihood.values());
    assertThat(contradicting[0]).isGreaterThan(100);
  }

  private static boolean contradictsItself(Presentation presentation) {
    Set<String> present = new HashSet<>();
    for (Finding finding : presentation.findings()) {
      if (finding instanceof Present) {
        present.add(finding.code());
      }
    }
    return ADVISOR.knowledge().findings().stream()
        .filter(question -> present.contains(question.code()))
        .anyMatch(question -> question.contradicts().stream().anyMatch(present::contains));
  }
}
