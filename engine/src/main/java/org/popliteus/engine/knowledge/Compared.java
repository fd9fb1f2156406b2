package org.popliteus.engine.knowledge;

import java.util.ArrayList;
import java.util.List;

/**
 * A rule and what it asks, ready to be compared with others.
 *
 * @param rule the rule
 * @param premises what it asks
 */
record Compared(RuleDefinition rule, Premises premises) {

  /** Rules without a mistake of their own, in the order of files and lines. */
  static List<Compared> of(List<RuleDefinition> rules, AnswerSpace space, KnowledgeBase knowledge) {
    List<Compared> compared = new ArrayList<>();
    for (RuleDefinition rule : rules) {
      compared.add(new Compared(rule, Premises.of(rule, space, knowledge)));
    }
    return compared;
  }

  /** For example: DVT-03 at causes/dvt.drl:6:1. */
  String named() {
    return rule.id() + " at " + rule.at();
  }
}
