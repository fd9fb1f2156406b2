package org.popliteus.engine.report;

import org.popliteus.engine.knowledge.AdviceDefinition;
import org.popliteus.engine.knowledge.CauseDefinition;
import org.popliteus.engine.knowledge.FactorDefinition;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.RuleDefinition;
import org.popliteus.engine.knowledge.ScoreDefinition;
import org.popliteus.engine.knowledge.SourceDefinition;

/**
 * Something that has a place of its own in the report.
 *
 * @param code its code or id
 * @param display what a person calls it
 * @param anchor the id of its place
 */
record Term(String code, String display, String anchor) {

  private static Term of(String prefix, String code, String display) {
    return new Term(code, display, anchor(prefix, code));
  }

  /** Ids of rules, findings, causes and so on may be the same, so each kind has a prefix. */
  static String anchor(String prefix, String code) {
    return prefix + "-" + code.replaceAll("[^A-Za-z0-9-]", "_");
  }

  /** The id stands at the head of the name, so the display is the rest. */
  static Term of(RuleDefinition rule) {
    String name = rule.name();
    String statement =
        name.startsWith(rule.id()) ? name.substring(rule.id().length()).strip() : name;
    return of("r", rule.id(), statement);
  }

  static Term of(FindingDefinition finding) {
    return of("f", finding.code(), finding.display());
  }

  static Term of(CauseDefinition cause) {
    return of("c", cause.code(), cause.display());
  }

  static Term of(AdviceDefinition advice) {
    return of("a", advice.code(), advice.display());
  }

  static Term of(FactorDefinition factor) {
    return of("k", factor.code(), factor.display());
  }

  static Term of(ScoreDefinition score) {
    return of("p", score.code(), score.display());
  }

  static Term of(SourceDefinition source) {
    return of("s", source.id(), source.title());
  }

  static Term finding(KnowledgeBase knowledge, String code) {
    FindingDefinition finding = knowledge.finding(code);
    return finding == null ? of("f", code, code) : of(finding);
  }

  static Term cause(KnowledgeBase knowledge, String code) {
    CauseDefinition cause = knowledge.cause(code);
    return cause == null ? of("c", code, code) : of(cause);
  }

  static Term advice(KnowledgeBase knowledge, String code) {
    AdviceDefinition advice = knowledge.advice(code);
    return advice == null ? of("a", code, code) : of(advice);
  }

  static Term factor(KnowledgeBase knowledge, String code) {
    FactorDefinition factor = knowledge.factor(code);
    return factor == null ? of("k", code, code) : of(factor);
  }

  static Term score(KnowledgeBase knowledge, String code) {
    ScoreDefinition score = knowledge.score(code);
    return score == null ? of("p", code, code) : of(score);
  }

  static Term source(KnowledgeBase knowledge, String id) {
    SourceDefinition source = knowledge.source(id);
    return source == null ? of("s", id, id) : of(source);
  }

  /** Whatever of the knowledge base has this id or code. */
  static Term any(KnowledgeBase knowledge, String code) {
    RuleDefinition rule = knowledge.rule(code);
    if (rule != null) {
      return of(rule);
    }
    if (knowledge.cause(code) != null) {
      return cause(knowledge, code);
    }
    if (knowledge.advice(code) != null) {
      return advice(knowledge, code);
    }
    if (knowledge.factor(code) != null) {
      return factor(knowledge, code);
    }
    return knowledge.score(code) != null ? score(knowledge, code) : finding(knowledge, code);
  }
}
