package org.popliteus.engine;

import java.util.List;

/**
 * The answer. The same findings in any order give an equal assessment.
 *
 * @param urgency the highest of all that was raised
 * @param provisional whether the urgency is SELF_CARE and a screen question is open
 * @param summary the urgency in a sentence, with what is not excluded in the same sentence
 * @param escalations every reason to be seen, most urgent first
 * @param causes what a rule supports and what an escalation must exclude, ranked
 * @param recommendations what to do, ranked
 * @param withheld what is not advised, and why
 * @param contributingFactors what contributes, and what prevents it
 * @param scores published scores, as far as answered
 * @param safetyNet what to watch for, and when to come back
 * @param notExcluded codes of the screen questions that are open
 * @param dataNotes answers that are implausible or contradict each other, and how they were read
 * @param knowledgeBase which knowledge gave this answer
 * @param firedRules ids of every rule that fired, sorted
 */
public record Assessment(
    Urgency urgency,
    boolean provisional,
    String summary,
    List<Escalation> escalations,
    List<Cause> causes,
    List<Recommendation> recommendations,
    List<Withheld> withheld,
    List<ContributingFactor> contributingFactors,
    List<Score> scores,
    List<String> safetyNet,
    List<String> notExcluded,
    List<DataNote> dataNotes,
    KnowledgeBaseVersion knowledgeBase,
    List<String> firedRules) {

  /** Names the knowledge base alone, so that an answer cannot reach a log. */
  @Override
  public String toString() {
    return "Assessment by " + knowledgeBase.id() + " " + knowledgeBase.version();
  }
}
