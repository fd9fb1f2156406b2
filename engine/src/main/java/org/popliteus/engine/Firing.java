package org.popliteus.engine;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the rules that fire in one assessment, each with the answers that made it fire. */
final class Firing {
  private static final Comparator<Fired> BY_ID =
      Comparator.comparingInt(fired -> fired.rule().index());

  private final Answers answers;
  private final List<Fired> fired = new ArrayList<>(128);
  private @Nullable Suspicions suspicions;

  /**
   * A rule that fired.
   *
   * @param rule the rule
   * @param findings the codes that matched, sorted
   * @param causes the causes that matched, in the second phase
   * @param clean whether it fires without any answer that another contradicts
   */
  record Fired(ReadyRule rule, List<String> findings, List<String> causes, boolean clean) {}

  Firing(Answers answers) {
    this.answers = answers;
  }

  Answers answers() {
    return answers;
  }

  /** What the first phase concluded; must not be asked before it has. */
  Suspicions suspicions() {
    return requireNonNull(suspicions, "suspicions");
  }

  /** Must be told before the second phase. */
  void suspect(Suspicions suspicions) {
    this.suspicions = suspicions;
  }

  /** Called by the consequence of every rule. */
  void fire(ReadyRule rule) {
    List<Condition> conditions = rule.conditions();
    Condition only = conditions.size() == 1 ? conditions.get(0) : null;
    if (only != null && only.numbers().length == 1) {
      boolean clean = !answers.isContradicted(only.numbers()[0]);
      fired.add(new Fired(rule, only.codes(), List.of(), clean));
    } else if (only != null && !only.fact().isFinding()) {
      fired.add(new Fired(rule, List.of(), only.causes(suspicions()), true));
    } else {
      fired.add(collect(rule));
    }
  }

  private Fired collect(ReadyRule rule) {
    List<String> findings = new ArrayList<>();
    List<String> causes = new ArrayList<>();
    boolean clean = true;
    for (Condition condition : rule.conditions()) {
      if (condition.fact().isFinding()) {
        clean &= condition.collect(answers, findings);
      } else {
        causes.addAll(condition.causes(suspicions()));
      }
    }
    if (findings.size() > 1) {
      Collections.sort(findings);
    }
    return new Fired(rule, withoutTwins(findings), List.copyOf(causes), clean);
  }

  /** What has fired so far, by rule id. */
  List<Fired> fired() {
    fired.sort(BY_ID);
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

  /** Says nothing of the answers, so that they cannot reach a log. */
  @Override
  public String toString() {
    return "Firing";
  }
}
