package org.popliteus.engine.knowledge;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.popliteus.engine.knowledge.Conclusion.Kind;

/**
 * Finds definitions that nothing uses: findings, advice, factors, scores, sources, and causes
 * without evidence for or without evidence against them. An answer does not depend on these, so
 * they do not keep a knowledge base from being used.
 */
final class UseCheck {
  private final KnowledgeBase knowledge;
  private final Mentions mentions;
  private final Diagnostics diagnostics;
  private final Map<Kind, Set<String>> concluded = new EnumMap<>(Kind.class);

  UseCheck(KnowledgeBase knowledge, Mentions mentions, Diagnostics diagnostics) {
    this.knowledge = knowledge;
    this.mentions = mentions;
    this.diagnostics = diagnostics;
  }

  void check(Definitions all) {
    for (Kind kind : Kind.values()) {
      concluded.put(kind, new HashSet<>());
    }
    all.rules().forEach(rule -> rule.then().forEach(this::concluded));
    engineRules().forEach(rule -> rule.then().forEach(this::concluded));
    if (!diagnostics.lacks("findings.yaml")) {
      findings(all);
    }
    if (!diagnostics.lacks("causes.yaml")) {
      causes(all.causes());
    }
    if (!diagnostics.lacks("advice.yaml") && !diagnostics.doubts(KnowledgeFiles.MARKER)) {
      advice(all.advice());
    }
    if (!diagnostics.lacks("factors.yaml")) {
      factors(all.factors());
    }
    if (!diagnostics.lacks("scores.yaml")) {
      scores(all.scores());
    }
    if (!diagnostics.lacks("sources.yaml") && !diagnostics.doubtsAnyFile()) {
      sources(all);
    }
  }

  private void advice(List<AdviceDefinition> all) {
    for (AdviceDefinition advice : all) {
      boolean used = is(advice.code(), Kind.RECOMMEND, Kind.EMERGENCY, Kind.SAME_DAY, Kind.SOON);
      if (!used && !mentions.of(advice.code(), file -> !file.equals("advice.yaml"))) {
        diagnostics.reportUntidy(
            advice.at(),
            "nothing recommends " + advice.code(),
            "Maybe add it to the rules that should, or delete it.");
      }
    }
  }

  private void factors(List<FactorDefinition> all) {
    for (FactorDefinition factor : all) {
      if (!is(factor.code(), Kind.CONTRIBUTES) && !mentions.of(factor.code(), UseCheck::isRules)) {
        diagnostics.reportUntidy(
            factor.at(),
            "no rule names the factor " + factor.code(),
            "Maybe write one in contributing/, or delete it.");
      }
    }
  }

  private void scores(List<ScoreDefinition> all) {
    for (ScoreDefinition score : all) {
      if (!is(score.code(), Kind.SCORE) && !mentions.of(score.code(), UseCheck::isRules)) {
        diagnostics.reportUntidy(
            score.at(),
            "no rule gives points of the score " + score.code(),
            "Maybe write its items in scores/, or delete it.");
      }
    }
  }

  private List<RuleDefinition> engineRules() {
    return List.of(knowledge.settings().nothingAnswered(), knowledge.settings().reviewWhenLikely());
  }

  private void concluded(Conclusion conclusion) {
    concluded.getOrDefault(conclusion.kind(), new HashSet<>()).add(conclusion.subject());
  }

  private boolean is(String code, Kind... kinds) {
    for (Kind kind : kinds) {
      if (concluded.getOrDefault(kind, Set.of()).contains(code)) {
        return true;
      }
    }
    return code.isEmpty();
  }

  private static boolean isRules(String file) {
    return file.endsWith(".drl");
  }

  private void findings(Definitions all) {
    Set<String> used = new HashSet<>();
    for (RuleDefinition rule : all.rules()) {
      for (Pattern pattern : rule.when()) {
        if (pattern.fact().isFinding()) {
          used.addAll(pattern.keys());
        }
      }
    }
    all.advice().forEach(advice -> advice.requires().forEach(r -> used.addAll(r.codes())));
    for (FindingDefinition finding : all.findings()) {
      if (finding.after() != null) {
        used.addAll(finding.after().codes());
      }
    }
    for (FindingDefinition finding : all.findings()) {
      boolean isUsed = used.contains(finding.code()) || finding.code().isEmpty();
      if (isUsed && finding.recordedOnly() != null) {
        diagnostics.reportUntidy(
            finding.at(),
            finding.code() + " is said to be recorded only, and something uses it",
            "Maybe delete \"recordedOnly\".");
      } else if (!isUsed
          && finding.recordedOnly() == null
          && !mentions.of(finding.code(), file -> !file.equals("findings.yaml"))) {
        diagnostics.reportUntidy(
            finding.at(),
            "no rule and no requirement uses " + finding.code(),
            "Maybe write the rule that it was asked for, or say in recordedOnly: why it is asked.");
      }
    }
  }

  private void causes(List<CauseDefinition> causes) {
    for (CauseDefinition cause : causes) {
      boolean known = !mentions.of(cause.code(), UseCheck::isRules);
      if (known && !is(cause.code(), Kind.SUPPORTS)) {
        diagnostics.reportUntidy(
            cause.at(),
            "no rule supports " + cause.code(),
            "Maybe write what speaks for it in causes/, or delete it.");
      } else if (known && !is(cause.code(), Kind.OPPOSES)) {
        diagnostics.reportUntidy(
            cause.at(),
            "no rule opposes " + cause.code(),
            "Maybe say what speaks against it: a typical finding that is absent.");
      }
    }
  }

  private void sources(Definitions all) {
    Set<String> cited = new HashSet<>();
    all.rules().forEach(rule -> cited.addAll(rule.sources()));
    engineRules().forEach(rule -> cited.addAll(rule.sources()));
    all.causes().forEach(cause -> cited.addAll(cause.sources()));
    all.advice().forEach(advice -> cited.addAll(advice.sources()));
    all.scores().forEach(score -> cited.addAll(score.sources()));
    all.factors().forEach(f -> f.prevention().forEach(p -> cited.addAll(p.sources())));
    for (SourceDefinition source : all.sources()) {
      boolean isCited = cited.contains(source.id()) || source.id().isEmpty();
      if (!isCited && !mentions.of(source.id(), file -> !file.equals("sources.yaml"))) {
        diagnostics.reportUntidy(
            source.at(),
            "nothing cites the source " + source.id(),
            "Maybe delete it, or cite it where it was used.");
      }
    }
  }
}
