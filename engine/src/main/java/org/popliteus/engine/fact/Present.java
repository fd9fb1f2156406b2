package org.popliteus.engine.fact;

import static java.util.Objects.requireNonNull;

/**
 * Asked, and the answer was yes.
 *
 * @param code the code of the vocabulary
 */
public record Present(String code) implements Finding {

  /** Refuses null. */
  public Present {
    requireNonNull(code, "code");
  }

  /** Names the kind alone, so that an answer cannot reach a log. */
  @Override
  public String toString() {
    return "Present";
  }
}
