package org.popliteus.engine;

import java.util.List;
import org.popliteus.engine.knowledge.RuleDefinition;

/**
 * Where a conclusion comes from.
 *
 * @param rule the id of the rule, for example {@code DVT-03}; for advice that a requirement stops,
 *     {@code requires:} and the code of the advice
 * @param file the file that says so, relative to the knowledge base's folder
 * @param line its line, from 1
 * @param because the statement in one sentence
 * @param sources ids of the knowledge base's sources
 * @param grade guideline, published, expert or lay; empty where no rule stands behind it
 * @param status {@code draft} or {@code reviewed}
 */
public record Provenance(
    String rule,
    String file,
    int line,
    String because,
    List<String> sources,
    String grade,
    String status) {

  static Provenance of(RuleDefinition rule) {
    return new Provenance(
        rule.id(),
        rule.at().file(),
        rule.at().line(),
        rule.because(),
        rule.sources(),
        rule.grade(),
        rule.status());
  }
}
