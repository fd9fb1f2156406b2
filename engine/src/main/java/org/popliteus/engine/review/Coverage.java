package org.popliteus.engine.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.RuleDefinition;
import org.popliteus.engine.knowledge.Scenario;

/**
 * Which scenarios say of a rule that it fires, and which that it does not.
 *
 * @param rules by rule id
 */
public record Coverage(Map<String, Cases> rules) {

  /**
   * The cases of one rule.
   *
   * @param rule the rule
   * @param fires scenarios of its own file that expect it to fire
   * @param silent scenarios of its own file that expect it not to
   */
  public record Cases(RuleDefinition rule, List<Scenario> fires, List<Scenario> silent) {}

  /** Reads the expectations of all scenarios. */
  public static Coverage of(KnowledgeBase knowledge, Collection<Scenario> scenarios) {
    Map<String, Cases> rules = new LinkedHashMap<>();
    for (RuleDefinition rule : knowledge.rules()) {
      rules.put(rule.id(), new Cases(rule, new ArrayList<>(), new ArrayList<>()));
    }
    for (Scenario scenario : scenarios) {
      for (String id : scenario.expected(Scenario.Kind.FIRES)) {
        Cases cases = rules.get(id);
        if (cases != null && sameName(cases.rule(), scenario)) {
          cases.fires().add(scenario);
        }
      }
      for (String id : scenario.expected(Scenario.Kind.SILENT)) {
        Cases cases = rules.get(id);
        if (cases != null && sameName(cases.rule(), scenario)) {
          cases.silent().add(scenario);
        }
      }
    }
    return new Coverage(rules);
  }

  private static boolean sameName(RuleDefinition rule, Scenario scenario) {
    String rules = rule.at().file();
    String stem = rules.substring(0, rules.length() - ".drl".length());
    return scenario.at().file().equals(stem + ".scenarios.yaml");
  }

  /** Rules without a firing or without a silent case, and which of the two is missing. */
  public Set<String> gaps() {
    Set<String> gaps = new TreeSet<>();
    rules.forEach(
        (id, cases) -> {
          if (cases.fires().isEmpty()) {
            gaps.add(id + ": no scenario of its file expects it to fire");
          }
          if (cases.silent().isEmpty()) {
            gaps.add(id + ": no scenario of its file expects it not to fire");
          }
        });
    return gaps;
  }
}
