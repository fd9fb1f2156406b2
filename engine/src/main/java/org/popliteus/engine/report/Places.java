package org.popliteus.engine.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.RuleDefinition;

/**
 * Where each rule stands in the report: with the escalations, or with the first cause, score or
 * factor that it names, or else with the advice. Elsewhere it is only linked to.
 */
final class Places {
  private static final List<Set<Conclusion.Kind>> FIRST_TO_LAST =
      List.of(
          Set.of(Conclusion.Kind.SUPPORTS, Conclusion.Kind.OPPOSES),
          Set.of(Conclusion.Kind.SCORE),
          Set.of(Conclusion.Kind.CONTRIBUTES));

  private final Map<String, List<RuleDefinition>> home = new HashMap<>();
  private final Map<String, List<RuleDefinition>> elsewhere = new HashMap<>();
  private final List<RuleDefinition> escalations = new ArrayList<>();
  private final List<RuleDefinition> others = new ArrayList<>();

  Places(KnowledgeBase knowledge) {
    knowledge.rules().forEach(this::place);
  }

  private void place(RuleDefinition rule) {
    boolean placed = rule.escalates();
    if (placed) {
      escalations.add(rule);
    }
    for (Set<Conclusion.Kind> kinds : FIRST_TO_LAST) {
      for (String key : keys(rule, kinds)) {
        (placed ? elsewhere : home).computeIfAbsent(key, k -> new ArrayList<>()).add(rule);
        placed = true;
      }
    }
    if (!placed) {
      others.add(rule);
    }
  }

  private static List<String> keys(RuleDefinition rule, Collection<Conclusion.Kind> kinds) {
    return rule.then().stream()
        .filter(conclusion -> kinds.contains(conclusion.kind()))
        .map(conclusion -> key(conclusion.kind(), conclusion.subject()))
        .distinct()
        .toList();
  }

  /** A cause, a factor and a score may have the same code. */
  private static String key(Conclusion.Kind kind, String code) {
    return switch (kind) {
      case SUPPORTS, OPPOSES -> "cause " + code;
      default -> kind.word() + " " + code;
    };
  }

  /** Every rule that raises the urgency. */
  List<RuleDefinition> escalations() {
    return escalations;
  }

  /** Rules on advice and on how answers are read. */
  List<RuleDefinition> others() {
    return others;
  }

  List<RuleDefinition> at(Conclusion.Kind kind, String code) {
    return home.getOrDefault(key(kind, code), List.of());
  }

  /** Those that name it too, and stand elsewhere. */
  List<Term> besides(Conclusion.Kind kind, String code) {
    return elsewhere.getOrDefault(key(kind, code), List.of()).stream().map(Term::of).toList();
  }
}
