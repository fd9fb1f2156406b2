package org.popliteus.engine.review.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Pattern;
import org.popliteus.engine.knowledge.RuleDefinition;
import org.popliteus.engine.review.diff.Change.Part;

/** Which changes made a difference to somebody: those of the rules that fired, where any did. */
final class Makers {
  private final Map<String, RuleDefinition> before = new HashMap<>();
  private final Map<String, RuleDefinition> after = new HashMap<>();
  private final List<Change> rules;
  private final List<Change> others;

  Makers(KnowledgeBase before, KnowledgeBase after, List<Change> changes) {
    KnowledgeChanges.rules(before).forEach(rule -> this.before.put(rule.id(), rule));
    KnowledgeChanges.rules(after).forEach(rule -> this.after.put(rule.id(), rule));
    this.rules = changes.stream().filter(c -> c.part() == Part.RULE && acts(c.name())).toList();
    this.others =
        changes.stream().filter(c -> c.part() != Part.RULE && c.part() != Part.SOURCE).toList();
  }

  /** Whether more than the words of a rule differ. */
  private boolean acts(String id) {
    RuleDefinition old = before.get(id);
    RuleDefinition now = after.get(id);
    return old == null || now == null || !acting(old).equals(acting(now));
  }

  /** Every version of every rule of which more than the words differ. */
  List<RuleDefinition> editedRules() {
    List<RuleDefinition> edited = new ArrayList<>();
    for (Change change : rules) {
      for (Map<String, RuleDefinition> version : List.of(before, after)) {
        RuleDefinition rule = version.get(change.name());
        if (rule != null) {
          edited.add(rule);
        }
      }
    }
    return edited;
  }

  private static List<@Nullable Object> acting(RuleDefinition rule) {
    List<@Nullable Object> acting = new ArrayList<>();
    acting.add(rule.when().stream().map(Pattern::words).sorted().toList());
    acting.add(rule.then().stream().map(RuleWords::of).sorted().toList());
    acting.add(rule.group());
    acting.add(rule.mustExclude());
    return acting;
  }

  List<Change> of(Effect.Kind kind, Effect effect) {
    Set<String> fired = new HashSet<>(effect.before().rules());
    fired.addAll(effect.after().rules());
    List<Change> firing = rules.stream().filter(change -> fired.contains(change.name())).toList();
    List<Change> bearing =
        firing.stream().filter(change -> concludes(change.name(), bearing(kind, effect))).toList();
    if (!bearing.isEmpty()) {
      return bearing;
    }
    return firing.isEmpty() ? others(kind, effect) : firing;
  }

  private boolean concludes(String id, Predicate<Conclusion> wanted) {
    return List.of(before, after).stream()
        .map(rules -> rules.get(id))
        .filter(Objects::nonNull)
        .anyMatch(rule -> rule.then().stream().anyMatch(wanted));
  }

  private static Predicate<Conclusion> bearing(Effect.Kind kind, Effect effect) {
    return switch (kind) {
      case URGENCY_LOWERED, URGENCY_RAISED, ESCALATIONS ->
          conclusion -> conclusion.kind().escalates();
      case FIRST_CAUSE, LIKELY_CAUSES ->
          conclusion ->
              conclusion.kind() == Conclusion.Kind.SUPPORTS
                  || conclusion.kind() == Conclusion.Kind.OPPOSES;
      case ADVICE -> {
        Set<String> codes = differing(effect.before().advice(), effect.after().advice());
        yield conclusion -> codes.contains(conclusion.subject());
      }
      case WITHHELD -> {
        Set<String> codes = differing(effect.before().withheld(), effect.after().withheld());
        yield conclusion -> codes.contains(conclusion.subject());
      }
    };
  }

  private static Set<String> differing(Collection<String> before, Collection<String> after) {
    Set<String> differing = new HashSet<>(before);
    differing.addAll(after);
    differing.removeIf(code -> before.contains(code) && after.contains(code));
    return differing;
  }

  /** What else may have: questions that were answered, causes, advice that differs, settings. */
  private List<Change> others(Effect.Kind kind, Effect effect) {
    Set<String> answered = new HashSet<>();
    effect.person().presentation().findings().stream().map(Finding::code).forEach(answered::add);
    Set<String> advice = differing(effect.before().advice(), effect.after().advice());
    advice.addAll(differing(effect.before().withheld(), effect.after().withheld()));
    boolean aboutAdvice = kind == Effect.Kind.ADVICE || kind == Effect.Kind.WITHHELD;
    List<Change> others = new ArrayList<>();
    for (Change change : this.others) {
      boolean may =
          switch (change.part()) {
            case FINDING -> answered.contains(change.name());
            case ADVICE -> aboutAdvice && advice.contains(change.name());
            case CAUSE, SETTING -> true;
            default -> false;
          };
      if (may) {
        others.add(change);
      }
    }
    return List.copyOf(others);
  }
}
