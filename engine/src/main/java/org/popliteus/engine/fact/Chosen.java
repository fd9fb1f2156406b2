package org.popliteus.engine.fact;

import static java.util.Objects.requireNonNull;

/**
 * One of the closed list of options that the vocabulary gives for the code.
 *
 * @param code the code of the vocabulary, for example {@code SEX_AT_BIRTH}
 * @param option the option chosen, for example {@code female}
 */
public record Chosen(String code, String option) implements Finding {

  /** Refuses null. */
  public Chosen {
    requireNonNull(code, "code");
    requireNonNull(option, "option");
  }

  /** Names the kind alone, so that an answer cannot reach a log. */
  @Override
  public String toString() {
    return "Chosen";
  }
}
