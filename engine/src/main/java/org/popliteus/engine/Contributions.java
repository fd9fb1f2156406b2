package org.popliteus.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.popliteus.engine.Firing.Fired;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.FactorDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;

/** Names what contributes to the complaint, with the prevention that goes with it. */
final class Contributions {
  private static final int CONTRIBUTIONS = ReadyRule.kinds(Conclusion.Kind.CONTRIBUTES);

  private Contributions() {}

  static List<ContributingFactor> of(List<Fired> fired, KnowledgeBase knowledge) {
    SortedMap<String, Set<String>> findings = new TreeMap<>();
    Map<String, Provenance> provenance = new TreeMap<>();
    for (Fired rule : fired) {
      if (!rule.rule().concludes(CONTRIBUTIONS)) {
        continue;
      }
      List<Conclusion> then = rule.rule().definition().then();
      for (int i = 0; i < then.size(); i++) {
        if (then.get(i).kind() == Conclusion.Kind.CONTRIBUTES) {
          String factor = then.get(i).subject();
          findings.computeIfAbsent(factor, f -> new TreeSet<>()).addAll(rule.findings());
          provenance.putIfAbsent(factor, rule.rule().provenance());
        }
      }
    }
    List<ContributingFactor> factors = new ArrayList<>(findings.size());
    for (Map.Entry<String, Set<String>> entry : findings.entrySet()) {
      FactorDefinition factor = knowledge.factor(entry.getKey());
      Provenance by = provenance.get(entry.getKey());
      if (factor == null || by == null) {
        throw new IllegalStateException(
            "a rule speaks of a factor that is not defined: " + entry.getKey());
      }
      List<String> prevention = new ArrayList<>(factor.prevention().size());
      for (FactorDefinition.Prevention one : factor.prevention()) {
        prevention.add(one.text());
      }
      factors.add(
          new ContributingFactor(
              factor.code(),
              factor.display(),
              by,
              List.copyOf(entry.getValue()),
              List.copyOf(prevention)));
    }
    return List.copyOf(factors);
  }
}
