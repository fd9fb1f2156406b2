package org.popliteus.engine;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a presentation. Holds the rejected value, for the reply to who sent
 * it; {@code toString} leaves it out.
 *
 * @param kind what is wrong
 * @param code the code as it was given; null where it concerns no code
 * @param value the rejected value as text; null where there is none
 * @param message what is wrong, with the value
 * @param maybe the next step, beginning with "Maybe"
 * @param line the line of the input, from 1; null where the input has no lines
 * @param column the column of the input, from 1; null where the input has no lines
 */
public record Problem(
    Kind kind,
    @Nullable String code,
    @Nullable String value,
    String message,
    String maybe,
    @Nullable Integer line,
    @Nullable Integer column) {

  /** What can be wrong with a presentation. */
  public enum Kind {
    /** The input is no JSON. */
    NOT_JSON,
    /** The input is JSON of another shape. */
    WRONG_SHAPE,
    /** The input is longer than is read. */
    TOO_LONG,
    /** The vocabulary has no such code. */
    UNKNOWN_CODE,
    /** A yes where a number is needed, and the like. */
    WRONG_KIND,
    /** A number outside the range of the vocabulary. */
    OUT_OF_RANGE,
    /** No such option. */
    UNKNOWN_OPTION,
    /** The same code with different answers. */
    SAID_TWICE
  }

  /** Names the kind alone, so that an answer cannot reach a log. */
  @Override
  public String toString() {
    return "Problem " + kind;
  }
}
