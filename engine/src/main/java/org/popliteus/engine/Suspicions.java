package org.popliteus.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.knowledge.Pattern;

/** What the first phase concluded, as one fact: the causes, ranked, and the settled urgency. */
final class Suspicions {
  private final boolean[] holds;

  /** By condition, the causes that fit it, greatest share first; null where none does. */
  private final @Nullable List<String>[] fitting;

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of lists has no other way
  Suspicions(Questions questions, List<Cause> causes, Urgency urgency) {
    this.holds = new boolean[questions.onSuspicions()];
    this.fitting = new List[questions.onSuspicions()];
    for (Cause cause : causes) {
      List<Condition> asked = questions.about(Pattern.Fact.SUSPECTED, cause.code());
      for (int i = 0; i < asked.size(); i++) {
        if (asked.get(i).fits(cause)) {
          add(asked.get(i).number(), cause.code());
        }
      }
    }
    for (Condition condition : questions.about(Pattern.Fact.TRIAGED, urgency.name())) {
      holds[condition.number()] = true;
    }
  }

  private void add(int condition, String cause) {
    holds[condition] = true;
    List<String> causes = fitting[condition];
    if (causes == null) {
      causes = new ArrayList<>(4);
      fitting[condition] = causes;
    }
    causes.add(cause);
  }

  /** The causes that fit a condition, by its number. */
  List<String> causes(int condition) {
    List<String> causes = fitting[condition];
    return causes == null ? List.of() : List.copyOf(causes);
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
