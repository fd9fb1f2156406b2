package org.popliteus.engine.fact;

import static java.util.Objects.requireNonNull;

/**
 * Asked, and the answer was no.
 *
 * @param code the code of the vocabulary
 */
public record Absent(String code) implements Finding {

  /** Refuses null. */
  public Absent {
    requireNonNull(code, "code");
  }

  /** Names the kind alone, so that an answer cannot reach a log. */
  @Override
  public String toString() {
    return "Absent";
  }
}
