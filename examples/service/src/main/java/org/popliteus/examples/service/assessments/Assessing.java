package org.popliteus.examples.service.assessments;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.InvalidPresentationException;
import org.popliteus.engine.Presentation;
import org.springframework.stereotype.Service;

/** The one place where a presentation is assessed: timed and counted, by door and outcome alone. */
@Service
public class Assessing {
  private final Advisor advisor;
  private final MeterRegistry meters;

  Assessing(Advisor advisor, MeterRegistry meters) {
    this.advisor = advisor;
    this.meters = meters;
  }

  /**
   * Assesses what came in at a door.
   *
   * @throws InvalidPresentationException with every problem
   */
  public Assessment assess(Presentation presentation, Door door) {
    Timer.Sample sample = Timer.start(meters);
    String outcome = "failed";
    try {
      Assessment assessment = advisor.assess(presentation);
      outcome = "assessed";
      return assessment;
    } catch (InvalidPresentationException e) {
      outcome = "rejected";
      throw e;
    } finally {
      sample.stop(meters.timer("popliteus.assessments", "door", door.word(), "outcome", outcome));
    }
  }
}
