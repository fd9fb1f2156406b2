package org.popliteus.engine.fact;

import static java.util.Objects.requireNonNull;

/**
 * The settled urgency; rules on it may only recommend, withhold or note.
 *
 * @param urgency {@code EMERGENCY}, {@code SAME_DAY}, {@code SOON} or {@code SELF_CARE}
 */
public record Triaged(String urgency) {

  /** Refuses null. */
  public Triaged {
    requireNonNull(urgency, "urgency");
  }

  /** Names the kind alone, so that an answer cannot reach a log. */
  @Override
  public String toString() {
    return "Triaged";
  }
}
