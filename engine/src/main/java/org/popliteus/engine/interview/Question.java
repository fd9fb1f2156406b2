package org.popliteus.engine.interview;

import java.util.List;

/**
 * A question that is open, and why it should be asked.
 *
 * @param code the public code, for example {@code CALF_SWELLING}
 * @param display what a clinician calls it
 * @param text what a lay person is asked
 * @param screen whether it belongs to the red-flag screen, which is asked first
 * @param urgencyMove how many levels of urgency its answer is expected to move, alone or together
 *     with other answers that are open; a measure to compare questions by
 * @param rankingMove how much of the suspicion its answer is expected to move from some causes to
 *     others, 0 to 1
 * @param waiting what waits for it, nearest first: ids of rules that have not fired and still can,
 *     and {@code requires:} with the code of an advice whose requirements name it
 * @param after codes of the open questions that are asked before it
 * @param reason why it is asked, in a sentence
 */
public record Question(
    String code,
    String display,
    String text,
    boolean screen,
    double urgencyMove,
    double rankingMove,
    List<String> waiting,
    List<String> after,
    String reason) {

  /** Names the question alone, since what waits for it tells what was answered. */
  @Override
  public String toString() {
    return "Question " + code;
  }
}
