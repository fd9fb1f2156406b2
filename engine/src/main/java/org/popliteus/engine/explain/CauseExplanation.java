package org.popliteus.engine.explain;

import java.util.List;

/**
 * Why a cause ranks where it ranks, or why it is not listed.
 *
 * @param code the cause
 * @param display what a lay person may read
 * @param rank 1 for the greatest share; 0 where it is not listed
 * @param calculation how its share came about
 * @param supporting the rules for it that fired, in the order of their ids
 * @param opposing the rules against it that fired, in the order of their ids
 * @param excluding the escalations that demand that it be excluded
 * @param missing the rules for it that did not fire, nearest first
 * @param text the same in a few sentences
 */
public record CauseExplanation(
    String code,
    String display,
    int rank,
    Calculation calculation,
    List<RuleExplanation> supporting,
    List<RuleExplanation> opposing,
    List<RuleExplanation> excluding,
    List<RuleExplanation> missing,
    String text) {

  /** Whether the assessment lists it. */
  public boolean isListed() {
    return rank > 0;
  }

  /** Names the cause alone. */
  @Override
  public String toString() {
    return "CauseExplanation of " + code;
  }
}
