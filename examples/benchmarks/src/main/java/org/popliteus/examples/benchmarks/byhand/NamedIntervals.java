package org.popliteus.examples.benchmarks.byhand;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.popliteus.engine.knowledge.AdviceDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Pattern;
import org.popliteus.engine.knowledge.Requirement;
import org.popliteus.engine.knowledge.RuleDefinition;

/** By numeric finding, every interval that a rule or a requirement names. */
final class NamedIntervals {
  private final Map<String, Set<Interval>> byCode = new HashMap<>();

  NamedIntervals(KnowledgeBase knowledge) {
    for (RuleDefinition rule : knowledge.rules()) {
      for (Pattern pattern : rule.when()) {
        if (pattern.fact() == Pattern.Fact.MEASURED) {
          for (String code : Patterns.keys(pattern)) {
            of(code).addAll(Interval.of(pattern, "value"));
          }
        }
      }
    }
    for (AdviceDefinition advice : knowledge.advice()) {
      advice.requires().forEach(this::collect);
    }
  }

  private void collect(Requirement requirement) {
    if (requirement instanceof Requirement.IsFromTo is) {
      of(is.code()).add(new Interval(is.least(), is.most()));
    } else if (requirement instanceof Requirement.Several several) {
      several.parts().forEach(this::collect);
    }
  }

  private Set<Interval> of(String code) {
    return byCode.computeIfAbsent(code, c -> new LinkedHashSet<>());
  }

  List<Interval> about(String code) {
    return List.copyOf(byCode.getOrDefault(code, Set.of()));
  }
}
