package org.popliteus.engine.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.knowledge.AdviceDefinition;
import org.popliteus.engine.knowledge.CauseDefinition;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.ScoreDefinition;
import org.popliteus.engine.knowledge.SourceDefinition;

/** Everything that stands in the report, in its order; every rule stands in one place as a card. */
record Contents(
    KnowledgeBase.Settings settings,
    String status,
    String sha256,
    Map<String, String> sentences,
    int rules,
    int signed,
    int scenarioCount,
    List<Level> escalations,
    List<CauseView> causes,
    HeatMap heatMap,
    List<AdviceGroup> advice,
    List<RuleFile> adviceRules,
    List<FactorView> factors,
    List<ScoreView> scores,
    List<FindingGroup> findings,
    List<SourceView> sources,
    List<TraceGroup> traces,
    List<TraceView> conflicts,
    List<ScenarioFile> scenarios,
    List<DraftFile> drafts,
    List<String> gaps,
    List<String> untidy) {

  int escalationCount() {
    return escalations.stream().mapToInt(level -> level.rules().size()).sum();
  }

  int findingCount() {
    return findings.stream().mapToInt(group -> group.findings().size()).sum();
  }

  int adviceCount() {
    return advice.stream().mapToInt(group -> group.advice().size()).sum();
  }

  /** The escalations of one urgency. */
  record Level(String urgency, String meaning, List<RuleCard> rules) {}

  /**
   * A cause with its rules.
   *
   * @param supporting the rules for it that stand here, strongest first
   * @param opposing those against it
   * @param elsewhere those that weigh it too, and stand elsewhere
   * @param excludedBy the escalations that must exclude it
   * @param advisedBy the rules on advice that wait for it to be suspected
   * @param remarks comments on it
   */
  record CauseView(
      Term cause,
      CauseDefinition definition,
      List<RuleCard> supporting,
      List<RuleCard> opposing,
      List<Term> elsewhere,
      List<Term> excludedBy,
      List<Term> advisedBy,
      List<Term> accompanies,
      List<Term> sources,
      List<String> remarks) {}

  /** The advice of one category. */
  record AdviceGroup(String category, List<AdviceView> advice) {}

  /** An advice, and the rules that give it and take it away. */
  record AdviceView(
      Term advice,
      AdviceDefinition definition,
      String within,
      List<String> requires,
      List<Term> actionOf,
      List<Term> recommendedBy,
      List<Term> withheldBy,
      List<Term> sources,
      String remark) {}

  /** The rules of one file. */
  record RuleFile(String file, String remark, List<RuleCard> rules) {}

  /** A contributing factor. */
  record FactorView(
      Term factor,
      List<PreventionView> prevention,
      List<RuleCard> rules,
      List<Term> elsewhere,
      String remark) {}

  /** What may prevent a factor. */
  record PreventionView(String text, String grade, List<Term> sources) {}

  /** A score and its items. */
  record ScoreView(
      Term score,
      ScoreDefinition definition,
      List<Term> sources,
      List<RuleCard> rules,
      List<Term> elsewhere,
      String remark) {}

  /** The findings of one group. */
  record FindingGroup(String name, List<FindingView> findings) {}

  /** A finding, and the rules that ask for it. */
  record FindingView(
      Term finding,
      FindingDefinition definition,
      String kind,
      String after,
      List<Term> contradicts,
      List<Term> usedBy,
      String remark) {}

  /**
   * A source, and all that cites it.
   *
   * @param link its address where a browser can follow it, else null
   */
  record SourceView(
      Term source,
      SourceDefinition definition,
      @Nullable String link,
      List<Term> rules,
      List<Term> others,
      String remark) {}

  /** Facts of one of the sources that the knowledge base began with. */
  record TraceGroup(String name, List<TraceView> facts) {}

  /** Where a fact has gone, or how a conflict was resolved. */
  record TraceView(
      String fact, String anchor, String says, List<Term> carriedBy, @Nullable String notUsed) {}

  /** The scenarios of one file, and what they show of its rules. */
  record ScenarioFile(String file, List<ScenarioView> scenarios, List<CoverageView> rules) {}

  /** A person who does not exist, and what is expected of the answer. */
  record ScenarioView(
      int line, String anchor, String name, String given, Map<String, String> expected) {}

  /** Which scenarios fire a rule, and which keep it silent. */
  record CoverageView(
      Term rule, String anchor, List<ScenarioView> fires, List<ScenarioView> silent) {}

  /** How many rules of a file nobody has signed. */
  record DraftFile(String file, int drafts, int reviewed) {}
}
