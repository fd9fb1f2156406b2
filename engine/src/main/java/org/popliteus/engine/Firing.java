package org.popliteus.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.RuleNetwork.NetworkRule;

/** Collects the rules that fire in one assessment, each with the answers that made it fire. */
final class Firing {
  private final Answers answers;
  private final @Nullable Fired[] fired;
  private Suspicions suspicions = new Suspicions(List.of(), Urgency.SELF_CARE);

  /**
   * A rule that fired.
   *
   * @param rule the rule
   * @param findings the codes that matched, sorted
   * @param causes the causes that matched, in the second phase
   * @param clean whether it fires without any answer that another contradicts
   */
  record Fired(NetworkRule rule, List<String> findings, List<String> causes, boolean clean) {}

  Firing(Answers answers, int rules) {
    this.answers = answers;
    this.fired = new Fired[rules];
  }

  void suspect(Suspicions suspicions) {
    this.suspicions = suspicions;
  }

  /** Called by the consequence of every rule. */
  void fire(NetworkRule rule) {
    List<String> findings = new ArrayList<>();
    List<String> causes = new ArrayList<>();
    boolean clean = true;
    for (Condition condition : rule.conditions()) {
      if (condition.fact().isFinding()) {
        clean &= condition.collect(answers, findings);
      } else {
        causes.addAll(condition.causes(suspicions));
      }
    }
    if (findings.size() > 1) {
      Collections.sort(findings);
    }
    fired[rule.index()] = new Fired(rule, withoutTwins(findings), List.copyOf(causes), clean);
  }

  /** By rule id; null where a rule did not fire. */
  @Nullable Fired[] fired() {
    return fired;
  }

  private static List<String> withoutTwins(List<String> sorted) {
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).equals(sorted.get(i - 1))) {
        return sorted.stream().distinct().toList();
      }
    }
    return List.copyOf(sorted);
  }
}
