package org.popliteus.engine.interview;

import java.util.List;
import org.popliteus.engine.fact.Finding;

/**
 * An answer that a question can get, for all answers that no rule tells apart from it.
 *
 * @param topic the number of its question
 * @param finding the answer
 * @param lines the numbers of the rules' lines that it satisfies
 * @param rarity how seldom it is given by people without the causes that it supports, as the
 *     reciprocal of its strongest ratio: what raises the odds of a cause r-fold cannot be said by
 *     more than one in r of the others
 */
record Option(int topic, Finding finding, List<Integer> lines, double rarity) {

  /** Says nothing of the answer, so that it cannot reach a log. */
  @Override
  public String toString() {
    return "Option";
  }
}
