package org.popliteus.engine.review.mutants;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.popliteus.engine.knowledge.AdviceDefinition;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Numbers;
import org.popliteus.engine.knowledge.Pattern;
import org.popliteus.engine.knowledge.Requirement;
import org.popliteus.engine.knowledge.RuleDefinition;
import org.popliteus.engine.knowledge.Scenario;

/**
 * The smallest step of each number that is measured: the last decimal in which its range, a rule, a
 * requirement or a scenario writes it, so 1 for years and 0.1 for a temperature of 37.9.
 */
final class Steps {
  private final Map<String, Integer> decimals = new HashMap<>();

  Steps(KnowledgeBase knowledge, Collection<Scenario> scenarios) {
    for (FindingDefinition finding : knowledge.findings()) {
      if (finding.kind() == FindingDefinition.Kind.NUMERIC) {
        write(finding.code(), finding.least());
        write(finding.code(), finding.most());
      }
    }
    for (RuleDefinition rule : knowledge.rules()) {
      rule.when().forEach(this::read);
    }
    for (AdviceDefinition advice : knowledge.advice()) {
      advice.requires().forEach(this::read);
    }
    for (Scenario scenario : scenarios) {
      scenario
          .given()
          .forEach(
              (code, answer) -> {
                if (answer instanceof Number number) {
                  write(code, number.doubleValue());
                }
              });
    }
  }

  private void read(Pattern pattern) {
    if (pattern.fact() == Pattern.Fact.MEASURED) {
      for (Pattern.Constraint constraint : pattern.constraints()) {
        for (Pattern.Literal value : constraint.values()) {
          if (!value.quoted()) {
            pattern.keys().forEach(code -> write(code, value.number()));
          }
        }
      }
    }
  }

  private void read(Requirement requirement) {
    if (requirement instanceof Requirement.Several several) {
      several.parts().forEach(this::read);
    } else if (requirement instanceof Requirement.IsFromTo range) {
      write(range.code(), range.least());
      write(range.code(), range.most());
    }
  }

  private void write(String code, double number) {
    decimals.merge(code, new BigDecimal(Numbers.plain(number)).scale(), Math::max);
  }

  /** A number moved by whole steps, without the small errors of binary fractions. */
  double move(String code, double number, int steps) {
    BigDecimal step = BigDecimal.valueOf(steps, decimals.getOrDefault(code, 0));
    return new BigDecimal(Numbers.plain(number)).add(step).doubleValue();
  }
}
