package org.popliteus.engine.explain;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Cause;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Present;
import org.popliteus.engine.fact.Unknown;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Pattern;
import org.popliteus.engine.knowledge.RuleDefinition;

/** One person's answers, with the assessment that they gave. */
final class Person {
  private final Advisor advisor;
  private final Map<String, Finding> answers = new LinkedHashMap<>();
  private final Assessment assessment;
  private final Set<String> contradicted = new HashSet<>();
  private final Set<String> fired;
  private final Map<Map<String, Finding>, Assessment> tried = new HashMap<>();

  Person(Advisor advisor, Presentation presentation) {
    this.advisor = advisor;
    this.assessment = advisor.assess(presentation);
    this.fired = new HashSet<>(assessment.firedRules());
    for (Finding finding : presentation.findings()) {
      if (!(finding instanceof Unknown)) {
        answers.put(finding.code(), finding);
      }
    }
    for (FindingDefinition definition : advisor.knowledge().findings()) {
      for (String other : definition.contradicts()) {
        if (isPresent(definition.code()) && isPresent(other)) {
          contradicted.add(definition.code());
          contradicted.add(other);
        }
      }
    }
  }

  KnowledgeBase knowledge() {
    return advisor.knowledge();
  }

  Assessment assessment() {
    return assessment;
  }

  @Nullable Finding answer(String code) {
    return answers.get(code);
  }

  Map<String, Finding> answers() {
    return answers;
  }

  boolean isPresent(String code) {
    return answers.get(code) instanceof Present;
  }

  boolean hasFired(String rule) {
    return fired.contains(rule);
  }

  /** The cause as it is listed, or null. */
  @Nullable Cause cause(String code) {
    for (Cause cause : assessment.causes()) {
      if (cause.code().equals(code)) {
        return cause;
      }
    }
    return null;
  }

  /** Whether a rule that fired did so without any answer that another contradicts. */
  boolean isClean(RuleDefinition rule) {
    for (Pattern pattern : rule.when()) {
      boolean clean = !pattern.fact().isFinding();
      for (String code : pattern.keys()) {
        Finding answer = answers.get(code);
        clean |= answer != null && pattern.accepts(answer) && !contradicted.contains(code);
      }
      if (!clean) {
        return false;
      }
    }
    return true;
  }

  /** The same person with other answers; those given replace the ones there were. */
  Assessment with(Collection<Finding> others) {
    Map<String, Finding> all = new LinkedHashMap<>(answers);
    others.forEach(finding -> all.put(finding.code(), finding));
    // rules that wait for the same suspicion are tried with the same answers
    return tried.computeIfAbsent(
        all,
        a -> {
          Presentation.Builder builder = Presentation.builder();
          a.values().forEach(builder::add);
          return advisor.assess(builder.build());
        });
  }

  /** Says nothing of the answers, so that they cannot reach a log. */
  @Override
  public String toString() {
    return "Person";
  }
}
