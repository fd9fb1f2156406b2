package org.popliteus.engine.fact;

import static java.util.Objects.requireNonNull;

/**
 * A number in the unit that the vocabulary gives for the code.
 *
 * @param code the code of the vocabulary, for example {@code AGE_YEARS}
 * @param value the number; the vocabulary gives its unit and range
 */
public record Measured(String code, double value) implements Finding {

  /** Refuses null. */
  public Measured {
    requireNonNull(code, "code");
  }

  /** Names the kind alone, so that an answer cannot reach a log. */
  @Override
  public String toString() {
    return "Measured";
  }
}
