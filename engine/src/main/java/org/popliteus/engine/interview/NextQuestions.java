package org.popliteus.engine.interview;

import java.util.List;

/**
 * What to ask next, and whether to stop.
 *
 * <p>A question is open while it has no answer, if the setting allows it and the answers so far
 * leave it sensible. Who was asked and does not know is not asked again.
 *
 * @param questions every open question, in the order in which to ask: the red-flag screen first,
 *     then what is expected to move most; a question that another makes sensible stands after it
 * @param urgencyIsFinal true only if no set of answers to the open questions raises the urgency.
 *     SOON can still fall to SELF_CARE where only a likely cause, or an unanswered screen, raised
 *     it
 * @param rankingIsSettled true only if no answer to a single open question changes which cause
 *     comes first, or which causes are likely. Several answers together still may
 */
public record NextQuestions(
    List<Question> questions, boolean urgencyIsFinal, boolean rankingIsSettled) {

  /** Says nothing of the questions, which tell what was answered. */
  @Override
  public String toString() {
    return "NextQuestions";
  }
}
