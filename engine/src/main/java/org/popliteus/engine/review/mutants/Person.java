package org.popliteus.engine.review.mutants;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Cause;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Unknown;
import org.popliteus.engine.knowledge.Pattern;
import org.popliteus.engine.knowledge.Scenario;

/**
 * The person of a scenario, with the answer of the unchanged knowledge base. What rules on answers
 * conclude is settled before the rules on suspicions are asked, so a change of the latter can be
 * held against this answer.
 */
final class Person {
  private final Scenario scenario;
  private final Map<String, Finding> answers = new HashMap<>();
  private final Assessment assessment;
  private final Set<String> fired;

  Person(Scenario scenario, Presentation presentation, Assessment assessment) {
    this.scenario = scenario;
    this.assessment = assessment;
    this.fired = new HashSet<>(assessment.firedRules());
    for (Finding finding : presentation.findings()) {
      if (!(finding instanceof Unknown)) {
        answers.put(finding.code(), finding);
      }
    }
  }

  Scenario scenario() {
    return scenario;
  }

  /** The answer to a question; null where it is not known. */
  @Nullable Finding answer(String code) {
    return answers.get(code);
  }

  /** Whether a rule of the unchanged knowledge base fires. */
  boolean fired(String rule) {
    return fired.contains(rule);
  }

  /** Whether every line of a rule's {@code when} holds. */
  boolean satisfies(List<Pattern> when) {
    for (Pattern pattern : when) {
      boolean holds =
          switch (pattern.fact()) {
            case PRESENT, ABSENT, MEASURED, CHOSEN -> satisfies(pattern);
            case SUSPECTED -> assessment.causes().stream().anyMatch(c -> fits(pattern, c));
            case TRIAGED -> pattern.keys().contains(assessment.urgency().name());
          };
      if (!holds) {
        return false;
      }
    }
    return true;
  }

  private boolean satisfies(Pattern pattern) {
    for (String code : pattern.keys()) {
      Finding answer = answers.get(code);
      if (answer != null && pattern.accepts(answer)) {
        return true;
      }
    }
    return false;
  }

  private static boolean fits(Pattern pattern, Cause cause) {
    for (Pattern.Constraint constraint : pattern.constraints()) {
      boolean holds =
          switch (constraint.field()) {
            case "cause" -> constraint.accepts(cause.code());
            case "likelihood" -> constraint.accepts(cause.likelihood().name());
            default -> constraint.accepts(cause.rank());
          };
      if (!holds) {
        return false;
      }
    }
    return true;
  }
}
