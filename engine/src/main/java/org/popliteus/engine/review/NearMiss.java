package org.popliteus.engine.review;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Cause;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.fact.Unknown;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Pattern;
import org.popliteus.engine.knowledge.RuleDefinition;

/** What the rules that did not fire would have needed. */
final class NearMiss {
  private final KnowledgeBase knowledge;
  private final Presentation presentation;
  private final Assessment assessment;

  NearMiss(KnowledgeBase knowledge, Presentation presentation, Assessment assessment) {
    this.knowledge = knowledge;
    this.presentation = presentation;
    this.assessment = assessment;
  }

  /** What one rule would have needed. */
  String lacks(String id) {
    RuleDefinition rule = knowledge.rule(id);
    return rule == null
        ? "it stands in kb.yaml, and no findings are its conditions"
        : "it lacked that " + String.join("; and that ", lacking(rule));
  }

  /**
   * The rule of some that came nearest to firing, and what it lacked; said as the end of a
   * sentence, and empty where every one of them fired.
   */
  String nearest(Predicate<RuleDefinition> wanted) {
    RuleDefinition nearest = null;
    List<String> least = List.of();
    boolean any = false;
    for (RuleDefinition rule : knowledge.rules()) {
      if (wanted.test(rule)) {
        any = true;
        if (!assessment.firedRules().contains(rule.id())) {
          List<String> lacking = lacking(rule);
          if (nearest == null || lacking.size() < least.size()) {
            nearest = rule;
            least = lacking;
          }
        }
      }
    }
    if (nearest == null) {
      return any ? "" : "; no rule says so";
    }
    return "; the nearest rule that says so and did not fire is "
        + nearest.id()
        + ", which lacked that "
        + String.join("; and that ", least);
  }

  private List<String> lacking(RuleDefinition rule) {
    return rule.when().stream()
        .filter(pattern -> !holds(pattern))
        .map(pattern -> pattern.words() + said(pattern))
        .toList();
  }

  private boolean holds(Pattern pattern) {
    return switch (pattern.fact()) {
      case TRIAGED ->
          pattern.constraints().stream().allMatch(c -> c.accepts(assessment.urgency().name()));
      case SUSPECTED -> assessment.causes().stream().anyMatch(cause -> holds(pattern, cause));
      default -> presentation.findings().stream().anyMatch(pattern::accepts);
    };
  }

  private static boolean holds(Pattern pattern, Cause cause) {
    return pattern.constraints().stream()
        .allMatch(
            constraint ->
                switch (constraint.field()) {
                  case "cause" -> constraint.accepts(cause.code());
                  case "likelihood" -> constraint.accepts(cause.likelihood().name());
                  default -> constraint.accepts(cause.rank());
                });
  }

  /** Whether the questions of a pattern were answered at all. */
  private String said(Pattern pattern) {
    if (!pattern.fact().isFinding()) {
      return "";
    }
    List<String> answered = new ArrayList<>();
    presentation.findings().stream()
        .filter(finding -> !(finding instanceof Unknown))
        .filter(finding -> pattern.keys().contains(finding.code()))
        .forEach(finding -> answered.add(finding.code()));
    return answered.isEmpty() ? " (not answered)" : " (answered otherwise)";
  }
}
