package org.popliteus.engine.review.mutants;

import java.util.List;
import org.popliteus.engine.fact.Measured;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Pattern;
import org.popliteus.engine.knowledge.Pattern.Fact;
import org.popliteus.engine.knowledge.RuleDefinition;

/**
 * Changes after which every answer is what it was, as far as that can be proved: nobody can notice
 * them, so they are not tried. Where the proof is missing the change is tried.
 */
final class Equivalence {
  private final KnowledgeBase knowledge;

  Equivalence(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * Whether a cause stands in no answer in which a rule fires: each rule that supports it, and each
   * that wants it excluded, waits for an answer that this one rules out. What the rule says against
   * the cause then weighs nothing.
   */
  boolean isNeverListed(String cause, RuleDefinition rule) {
    KnowledgeBase.Settings settings = knowledge.settings();
    if (settings.nothingAnswered().mustExclude().contains(cause)
        || settings.reviewWhenLikely().mustExclude().contains(cause)) {
      return false;
    }
    return knowledge.rules().stream()
        .filter(other -> lists(other, cause))
        .allMatch(other -> excludes(rule, other) || excludes(other, rule));
  }

  private static boolean lists(RuleDefinition rule, String cause) {
    return rule.mustExclude().contains(cause)
        || rule.then().stream()
            .anyMatch(
                conclusion ->
                    conclusion.kind() == Conclusion.Kind.SUPPORTS
                        && conclusion.subject().equals(cause));
  }

  /** Whether a line of the other rule cannot hold where all lines of the first do. */
  private static boolean excludes(RuleDefinition first, RuleDefinition other) {
    for (Pattern line : other.when()) {
      Fact opposite =
          switch (line.fact()) {
            case PRESENT -> Fact.ABSENT;
            case ABSENT -> Fact.PRESENT;
            default -> null;
          };
      boolean impossible =
          opposite != null
              && line.keys().stream()
                  .allMatch(
                      code ->
                          first.when().stream()
                              .anyMatch(
                                  answered ->
                                      answered.fact() == opposite
                                          && answered.keys().equals(List.of(code))));
      if (impossible) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether one rule that asks for nothing but this number withholds an advice over a whole range,
   * so that what the advice requires there is never asked.
   *
   * @param from the least number of the range
   * @param to the greatest
   */
  boolean isWithheld(String advice, String code, double from, double to) {
    return knowledge.rules().stream()
        .filter(rule -> rule.when().size() == 1 && withholds(rule, advice))
        .map(rule -> rule.when().get(0))
        .anyMatch(
            line ->
                line.fact() == Fact.MEASURED
                    && line.accepts(new Measured(code, from))
                    && line.accepts(new Measured(code, to)));
  }

  private static boolean withholds(RuleDefinition rule, String advice) {
    return rule.then().stream()
        .anyMatch(
            conclusion ->
                conclusion.kind() == Conclusion.Kind.WITHHOLD
                    && conclusion.subject().equals(advice));
  }
}
