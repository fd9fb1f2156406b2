package org.popliteus.engine.interview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.knowledge.CauseDefinition;

/** What all rules say of one cause. */
final class Case {
  private final int number;
  private final CauseDefinition definition;
  private final List<Statement> statements = new ArrayList<>();
  private final List<Case> companions = new ArrayList<>();
  private final Map<String, Integer> groups = new HashMap<>();

  /**
   * What one rule says of the cause.
   *
   * @param rule the rule, by number
   * @param ratio the likelihood ratio
   * @param strength its distance from 1 on a scale that both directions share
   * @param group findings that say the same share a number; -1 where it stands alone
   */
  record Statement(int rule, double ratio, double strength, int group) {

    boolean supports() {
      return ratio > 1;
    }
  }

  Case(int number, CauseDefinition definition) {
    this.number = number;
    this.definition = definition;
  }

  /** Must be told in the order of rule ids. */
  void state(int rule, double ratio, @Nullable String group) {
    int number = group == null ? -1 : groups.computeIfAbsent(group, g -> groups.size());
    statements.add(new Statement(rule, ratio, Math.abs(Math.log(ratio)), number));
  }

  void accompany(Case other) {
    if (!companions.contains(other)) {
      companions.add(other);
    }
  }

  /** Its place among all causes by code, from 0. */
  int number() {
    return number;
  }

  CauseDefinition definition() {
    return definition;
  }

  /** In the order of rule ids. */
  List<Statement> statements() {
    return statements;
  }

  /** Those that may exist together with it. */
  boolean accompanies(Case other) {
    return companions.contains(other);
  }

  int groups() {
    return groups.size();
  }
}
