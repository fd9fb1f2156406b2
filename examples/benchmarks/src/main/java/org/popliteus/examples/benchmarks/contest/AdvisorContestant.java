package org.popliteus.examples.benchmarks.contest;

import org.popliteus.engine.Advisor;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Presentation;
import org.popliteus.examples.benchmarks.Answer;
import org.popliteus.examples.benchmarks.Contestant;

/** The engine, as a host uses it. */
record AdvisorContestant(Advisor advisor) implements Contestant {
  @Override
  public Assessment assess(Presentation presentation) {
    return advisor.assess(presentation);
  }

  @Override
  public Answer answer(Presentation presentation) {
    return Answer.of(assess(presentation));
  }
}
