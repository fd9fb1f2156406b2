package org.popliteus.examples.service.assessments;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.InvalidPresentationException;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.json.JsonCodec;
import org.popliteus.examples.service.audit.AuditEntry;
import org.popliteus.examples.service.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one place where a presentation is assessed: kept in the audit, and timed and counted by door
 * and outcome alone.
 */
@Service
public class Assessing {
  private final Advisor advisor;
  private final JsonCodec codec;
  private final PresentationWriter writer;
  private final AuditTrail trail;
  private final Clock clock;
  private final MeterRegistry meters;

  Assessing(
      Advisor advisor,
      JsonCodec codec,
      PresentationWriter writer,
      AuditTrail trail,
      Clock clock,
      MeterRegistry meters) {
    this.advisor = advisor;
    this.codec = codec;
    this.writer = writer;
    this.trail = trail;
    this.clock = clock;
    this.meters = meters;
  }

  /**
   * An answer, and where it is kept.
   *
   * @param id the audit's name for it
   * @param assessment the answer
   * @param json the answer in the JSON of the command line
   */
  public record Answer(UUID id, Assessment assessment, String json) {

    /** Names the id alone, so that an answer cannot reach a log. */
    @Override
    public String toString() {
      return "Answer " + id;
    }
  }

  /**
   * Assesses what came in at a door. Where the answer cannot be kept, it is not given either.
   *
   * @param id what the sender calls it; null where nothing was said
   * @throws InvalidPresentationException with every problem
   */
  @Transactional
  public Answer assess(@Nullable String id, Presentation presentation, Door door) {
    Assessment assessment = timed(presentation, door);
    Answer answer = new Answer(UUID.randomUUID(), assessment, codec.write(id, assessment));
    trail.add(
        new AuditEntry(
            answer.id(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            door.word(),
            writer.write(id, presentation),
            answer.json(),
            assessment.knowledgeBase()));
    return answer;
  }

  private Assessment timed(Presentation presentation, Door door) {
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
