package org.popliteus.examples.benchmarks.byhand;

import java.time.Duration;
import java.util.Comparator;
import org.popliteus.engine.Urgency;
import org.popliteus.engine.knowledge.AdviceDefinition;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.RuleDefinition;

/** What one rule can raise; rule, action and causes by number. */
@SuppressWarnings("ArrayRecordComponent") // nothing here is compared
record Escalation(
    int rule, Urgency urgency, Duration within, String id, String code, int action, int[] causes) {
  static final Comparator<Escalation> MOST_URGENT_FIRST =
      Comparator.comparing(Escalation::urgency)
          .thenComparing(Escalation::within)
          .thenComparing(Escalation::id)
          .thenComparing(Escalation::code);

  static Escalation of(
      KnowledgeBase knowledge,
      RuleDefinition rule,
      Conclusion conclusion,
      int number,
      Numbers adviceNumbers,
      Numbers causeNumbers) {
    AdviceDefinition action = knowledge.advice(conclusion.subject());
    Duration within = action == null ? null : action.within();
    if (within == null) {
      throw new IllegalArgumentException(
          "the action of " + rule.id() + " has no time: " + conclusion.subject());
    }
    Urgency urgency =
        switch (conclusion.kind()) {
          case EMERGENCY -> Urgency.EMERGENCY;
          case SAME_DAY -> Urgency.SAME_DAY;
          default -> Urgency.SOON;
        };
    return new Escalation(
        number,
        urgency,
        within,
        rule.id(),
        conclusion.subject(),
        adviceNumbers.of(conclusion.subject()),
        rule.mustExclude().stream().mapToInt(causeNumbers::of).toArray());
  }
}
