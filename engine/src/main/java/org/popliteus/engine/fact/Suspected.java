package org.popliteus.engine.fact;

import static java.util.Objects.requireNonNull;

/**
 * A cause that the first phase supports or that an escalation must exclude; rules on it may only
 * recommend, withhold or note.
 *
 * @param cause the code of the cause, for example {@code MENISCUS_TEAR}
 * @param likelihood {@code LIKELY}, {@code POSSIBLE} or {@code UNLIKELY}
 * @param rank 1 for the cause with the greatest share
 */
public record Suspected(String cause, String likelihood, int rank) {

  /** Refuses null. */
  public Suspected {
    requireNonNull(cause, "cause");
    requireNonNull(likelihood, "likelihood");
  }

  /** Names the kind alone, so that an answer cannot reach a log. */
  @Override
  public String toString() {
    return "Suspected";
  }
}
