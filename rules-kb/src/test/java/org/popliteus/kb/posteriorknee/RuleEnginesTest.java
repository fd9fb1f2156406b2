package org.popliteus.kb.posteriorknee;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.review.GeneratedPresentations;

/** However the rules are run, the answer is the same. */
class RuleEnginesTest {

  @Test
  void aTrialOfTheRulesOneByOneAnswersAsTheNetworkDoes() {
    Advisor advisor = Advisor.create();
    Advisor trial = Advisor.trying(advisor.knowledge());
    GeneratedPresentations generated = new GeneratedPresentations(advisor.knowledge(), 5);
    for (int i = 0; i < 2_000; i++) {
      Presentation person = generated.next();
      assertThat(trial.assess(person)).isEqualTo(advisor.assess(person));
    }
  }

  @Test
  void theFirstAnswerOfAnAdvisorIsTheOneItGivesLater() {
    GeneratedPresentations generated = new GeneratedPresentations(Advisor.create().knowledge(), 6);
    for (int answered = 0; answered <= 180; answered += 9) {
      Presentation person = generated.next(answered);
      Advisor advisor = Advisor.create();
      assertThat(advisor.assess(person)).isEqualTo(advisor.assess(person));
    }
  }
}
