package org.popliteus.engine.explain;

import java.util.List;

/**
 * One line of a rule's {@code when}, held against one person.
 *
 * @param wanted what it asks for, in words
 * @param state whether it holds
 * @param holding the answers, or the conclusions, that satisfy it, in words
 * @param against those that do not, in words
 * @param open codes of the questions without an answer that could satisfy it
 */
public record LineExplanation(
    String wanted, State state, List<String> holding, List<String> against, List<String> open) {

  /** Whether a line of a rule holds. */
  public enum State {
    /** An answer satisfies it. */
    HOLDS,
    /** No answer satisfies it, and a question that could is not answered. */
    UNKNOWN,
    /** Every answer that could satisfy it is known, and says otherwise. */
    CONTRADICTED
  }

  /** Says nothing of the answers, so that they cannot reach a log. */
  @Override
  public String toString() {
    return "LineExplanation";
  }
}
