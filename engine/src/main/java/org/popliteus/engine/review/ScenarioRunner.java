package org.popliteus.engine.review;

import org.popliteus.engine.Advisor;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.knowledge.Scenario;

/** Runs scenarios, and says in words what did not come as expected. */
public final class ScenarioRunner {
  private final Advisor advisor;

  /** Runs against one knowledge base. */
  public ScenarioRunner(Advisor advisor) {
    this.advisor = advisor;
  }

  /** Runs one scenario. */
  public ScenarioResult run(Scenario scenario) {
    Presentation presentation = advisor.presentation(scenario.given());
    Assessment assessment = advisor.assess(presentation);
    Judgement judgement =
        new Judgement(assessment, new NearMiss(advisor.knowledge(), presentation, assessment));
    scenario.expectations().forEach(judgement::hold);
    return new ScenarioResult(scenario, assessment, judgement.failures());
  }
}
