package org.popliteus.engine.knowledge;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Checks what the definitions say of each other. Where a whole file could not be read, what refers
 * to it is not reported again.
 */
final class KnowledgeCheck {
  private final KnowledgeBase knowledge;
  private final KnowledgeFiles files;
  private final Diagnostics diagnostics;

  KnowledgeCheck(KnowledgeBase knowledge, KnowledgeFiles files, Diagnostics diagnostics) {
    this.knowledge = knowledge;
    this.files = files;
    this.diagnostics = diagnostics;
  }

  void check(Definitions all) {
    unique("finding", all.findings(), FindingDefinition::code, FindingDefinition::at);
    unique("cause", all.causes(), CauseDefinition::code, CauseDefinition::at);
    unique("advice", all.advice(), AdviceDefinition::code, AdviceDefinition::at);
    unique("factor", all.factors(), FactorDefinition::code, FactorDefinition::at);
    unique("score", all.scores(), ScoreDefinition::code, ScoreDefinition::at);
    unique("source", all.sources(), SourceDefinition::id, SourceDefinition::at);
    unique("fact", all.traces(), TraceDefinition::fact, TraceDefinition::at);
    all.findings().forEach(this::finding);
    QuestionCheck questions = new QuestionCheck(files, diagnostics);
    all.findings().stream().filter(f -> !diagnostics.doubts(f.code())).forEach(questions::check);
    all.causes().forEach(this::cause);
    all.advice().forEach(this::advice);
    all.factors().forEach(f -> f.prevention().forEach(p -> cited(p.sources(), f.at())));
    all.scores().forEach(s -> cited(s.sources(), s.at()));
    settings(knowledge.settings());
    List<RuleDefinition> sound = new RuleCheck(knowledge, files, diagnostics).check(all.rules());
    compare(sound);
    // what is missing is asked last, when it is known what could not be read
    Mentions mentions = new Mentions(files, diagnostics);
    if (!diagnostics.doubtsAnyFile()) {
      all.traces().forEach(trace -> trace(trace, mentions));
    }
    redFlags(all, mentions);
    new UseCheck(knowledge, mentions, diagnostics).check(all);
  }

  /** Holds the rules that have no mistake of their own against each other. */
  private void compare(List<RuleDefinition> sound) {
    AnswerSpace space = new AnswerSpace(knowledge, sound);
    List<RuleDefinition> comparable = sound.stream().filter(this::isComparable).toList();
    List<Compared> rules = Compared.of(comparable, space, knowledge);
    NeverCheck never = new NeverCheck(knowledge, space, rules, diagnostics);
    List<Compared> firing = rules.stream().filter(rule -> !never.check(rule)).toList();
    RepeatCheck repeat = new RepeatCheck(firing, diagnostics);
    firing.forEach(repeat::check);
    new BandCheck(knowledge, space, diagnostics).check(firing);
    new GroupCheck(files, diagnostics).check(sound);
  }

  /** Whether all that a rule asks for is defined, and defined without a mistake. */
  private boolean isComparable(RuleDefinition rule) {
    for (Pattern pattern : rule.when()) {
      for (String key : pattern.keys()) {
        boolean defined =
            switch (pattern.fact()) {
              case SUSPECTED -> knowledge.cause(key) != null;
              case TRIAGED -> true;
              default -> knowledge.finding(key) != null;
            };
        if (!defined || diagnostics.doubts(key)) {
          return false;
        }
      }
    }
    return true;
  }

  private <T> void unique(
      String what, List<T> values, Function<T, String> key, Function<T, Location> at) {
    Map<String, Location> seen = new HashMap<>();
    for (T value : values) {
      Location first = seen.putIfAbsent(key.apply(value), at.apply(value));
      if (first != null && !key.apply(value).isEmpty()) {
        diagnostics.report(
            at.apply(value),
            "the " + what + " " + key.apply(value) + " is defined twice, first at " + first,
            "Maybe delete one of them, or give this one its own name.");
      }
    }
  }

  private void finding(FindingDefinition finding) {
    for (String code : finding.contradicts()) {
      known("finding", code, knowledge.findingCodes(), finding.at(), "findings.yaml");
    }
    if (finding.redFlag() && finding.kind() != FindingDefinition.Kind.TRI_STATE) {
      diagnostics.report(
          finding.at(),
          finding.code() + " is a red flag, and only a yes can be one",
          "Maybe write an escalation rule on its number or option instead.");
    }
  }

  private void cause(CauseDefinition cause) {
    for (String code : cause.accompanies()) {
      known("cause", code, knowledge.causeCodes(), cause.at(), "causes.yaml");
    }
    cited(cause.sources(), cause.at());
  }

  private void advice(AdviceDefinition advice) {
    cited(advice.sources(), advice.at());
    if (diagnostics.doubts(advice.code())) {
      return;
    }
    boolean action = advice.category() == AdviceDefinition.Category.ACTION;
    if (action != (advice.within() != null)) {
      diagnostics.report(
          advice.at(),
          action
              ? advice.code() + " is an action and has no \"within\""
              : advice.code() + " has \"within\", which only an action has",
          action ? "Maybe within: PT24H" : "Maybe delete it, or make its category action.");
    }
    if (action && !advice.requires().isEmpty()) {
      diagnostics.report(
          advice.at(),
          advice.code() + " is an action, which nothing can withhold, and has \"requires\"",
          "Maybe delete them.");
    }
  }

  private void settings(KnowledgeBase.Settings settings) {
    for (RuleDefinition rule : List.of(settings.nothingAnswered(), settings.reviewWhenLikely())) {
      cited(rule.sources(), rule.at());
      for (Conclusion conclusion : rule.then()) {
        known(
            "advice",
            conclusion.subject(),
            knowledge.adviceCodes(),
            conclusion.at(),
            "advice.yaml");
      }
    }
  }

  private void trace(TraceDefinition trace, Mentions mentions) {
    if (trace.carriedBy().isEmpty() == (trace.notUsed() == null)) {
      diagnostics.report(
          trace.at(),
          trace.fact() + " needs either \"carriedBy\" or \"notUsed\"",
          "Maybe name the rules that carry it, or say in one line why none does.");
    }
    for (String id : trace.carriedBy()) {
      boolean exists =
          knowledge.rule(id) != null
              || knowledge.finding(id) != null
              || knowledge.cause(id) != null
              || knowledge.advice(id) != null
              || knowledge.factor(id) != null
              || knowledge.score(id) != null
              || id.equals(knowledge.settings().nothingAnswered().id())
              || id.equals(knowledge.settings().reviewWhenLikely().id());
      boolean lost =
          mentions.of(id, file -> !file.equals(trace.at().file())) || !mentions.like(id).isEmpty();
      if (!exists && !lost) {
        diagnostics.report(
            files.find(trace.at(), id),
            trace.fact()
                + " names "
                + id
                + ", which is no rule, finding, cause, advice, factor or score",
            "Maybe it was renamed or deleted.");
      }
    }
  }

  /** A red flag alone gives at least SOON: an escalation must say so, and give its source. */
  private void redFlags(Definitions all, Mentions mentions) {
    Collection<String> covered = new HashSet<>();
    for (RuleDefinition rule : all.rules()) {
      if (rule.escalates() && rule.when().size() == 1) {
        for (Pattern pattern : rule.when()) {
          if (pattern.fact() == Pattern.Fact.PRESENT) {
            covered.addAll(pattern.keys());
          }
        }
      }
    }
    for (FindingDefinition finding : all.findings()) {
      boolean sound =
          covered.contains(finding.code())
              || finding.code().isEmpty()
              || mentions.of(finding.code(), file -> file.startsWith(RuleCheck.ESCALATIONS));
      if (finding.redFlag() && !sound && !all.rules().isEmpty()) {
        diagnostics.report(
            finding.at(),
            finding.code() + " is a red flag, and no escalation fires on it alone",
            "Maybe add it to the escalation that sends every red flag to a clinician soon.");
      }
    }
  }

  private void cited(List<String> ids, Location at) {
    for (String id : ids) {
      known("source", id, knowledge.sourceIds(), at, "sources.yaml");
    }
  }

  private void known(String what, String code, Collection<String> known, Location at, String file) {
    if (!known.contains(code)) {
      known(diagnostics, what, code, known, files.find(at, code), file);
    }
  }

  static void known(
      Diagnostics diagnostics,
      String what,
      String code,
      Collection<String> known,
      Location at,
      String file) {
    if (!known.contains(code) && !known.isEmpty() && !diagnostics.doubts(file)) {
      diagnostics.lack(file);
      diagnostics.reportUnknown(
          at,
          code,
          "there is no " + what + " " + code,
          known,
          code.contains(", ")
              ? "Maybe separate several with \"; \" instead of a comma."
              : "Maybe add it to " + file + ".");
    }
  }
}
