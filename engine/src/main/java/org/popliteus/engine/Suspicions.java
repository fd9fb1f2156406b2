package org.popliteus.engine;

import java.util.List;
import org.popliteus.engine.knowledge.Pattern;

/** What the first phase concluded, as one fact: the causes, ranked, and the settled urgency. */
final class Suspicions {
  private final List<Cause> causes;
  private final boolean[] holds;

  Suspicions(Questions questions, List<Cause> causes, Urgency urgency) {
    this.causes = causes;
    this.holds = new boolean[questions.conditions()];
    for (Cause cause : causes) {
      for (Condition condition : questions.about(Pattern.Fact.SUSPECTED, cause.code())) {
        holds[condition.number()] |= condition.fits(cause);
      }
    }
    for (Condition condition : questions.about(Pattern.Fact.TRIAGED, urgency.name())) {
      holds[condition.number()] = true;
    }
  }

  List<Cause> causes() {
    return causes;
  }

  /** Whether a condition, by its number, holds. */
  boolean holds(int condition) {
    return holds[condition];
  }

  /** Says nothing of the conclusions, so that they cannot reach a log. */
  @Override
  public String toString() {
    return "Suspicions";
  }
}
