package org.popliteus.engine.fact;

import static java.util.Objects.requireNonNull;

/**
 * Asked, and not known. To the rules it is the same as never asked.
 *
 * @param code the code of the vocabulary
 */
public record Unknown(String code) implements Finding {

  /** Refuses null. */
  public Unknown {
    requireNonNull(code, "code");
  }

  /** Names the kind alone, so that an answer cannot reach a log. */
  @Override
  public String toString() {
    return "Unknown";
  }
}
