package org.popliteus.engine.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.knowledge.RuleDefinition;

/** Who is drawn from the rules of a knowledge base. */
class TypicalPresentationsTest {
  private static final Advisor ADVISOR = TinyKnowledge.asItIs().advisor();

  private static TypicalPresentations people(long seed) {
    return new TypicalPresentations(
        ADVISOR.knowledge().findings(), ADVISOR.knowledge().rules(), seed);
  }

  @Test
  void theSameSeedDrawsTheSamePeople() {
    TypicalPresentations one = people(7);
    TypicalPresentations other = people(7);
    for (int i = 0; i < 50; i++) {
      assertThat(one.next()).isEqualTo(other.next());
    }
    assertThat(people(8).next()).isNotEqualTo(people(7).next());
  }

  @Test
  void whateverIsDrawnTheVocabularyTakes() {
    TypicalPresentations people = people(1);
    for (int i = 0; i < 500; i++) {
      assertThat(ADVISOR.assess(people.next()).firedRules()).isNotEmpty();
    }
  }

  @Test
  void oneWhoIsDrawnForARuleMakesItFire() {
    TypicalPresentations people = people(1);
    for (RuleDefinition rule : ADVISOR.knowledge().rules()) {
      if (!rule.secondPhase()) {
        for (int i = 0; i < 20; i++) {
          Presentation person = people.next(rule);
          assertThat(ADVISOR.assess(person).firedRules()).contains(rule.id());
        }
      }
    }
  }
}
