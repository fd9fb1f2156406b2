package org.popliteus.examples.service.audit;

import java.time.Instant;
import java.util.UUID;
import org.popliteus.engine.KnowledgeBaseVersion;

/**
 * An assessment as it was given.
 *
 * @param id the audit's own name for it
 * @param assessedAt when
 * @param door the interface by which it was asked for
 * @param presentation what was known, in the JSON of the command line
 * @param answer what was answered, in the JSON of the command line
 * @param knowledge which knowledge answered
 */
public record AuditEntry(
    UUID id,
    Instant assessedAt,
    String door,
    String presentation,
    String answer,
    KnowledgeBaseVersion knowledge) {

  /** Names the id alone, so that an answer cannot reach a log. */
  @Override
  public String toString() {
    return "AuditEntry " + id;
  }
}
