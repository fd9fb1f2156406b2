package org.popliteus.engine.explain;

import java.util.List;
import org.popliteus.engine.fact.Finding;

/**
 * Answers with which it would have come. They were tried: with them, it comes.
 *
 * @param toAdd answers to questions that have none
 * @param toChange answers to questions that were answered otherwise
 * @param text the same in words
 */
public record Miss(List<Finding> toAdd, List<Finding> toChange, String text) {

  /** How many answers are missing or would have to be others. */
  public int size() {
    return toAdd.size() + toChange.size();
  }

  /** Whether one more answer is all that is missing. */
  public boolean isOneAnswerAway() {
    return toAdd.size() == 1 && toChange.isEmpty();
  }

  /** Says nothing of the answers, so that they cannot reach a log. */
  @Override
  public String toString() {
    return "Miss";
  }
}
