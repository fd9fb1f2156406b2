package org.popliteus.engine.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.knowledge.AdviceDefinition;
import org.popliteus.engine.knowledge.CauseDefinition;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.Diagnostic;
import org.popliteus.engine.knowledge.FactorDefinition;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.KnowledgeFiles;
import org.popliteus.engine.knowledge.Pattern;
import org.popliteus.engine.knowledge.RuleDefinition;
import org.popliteus.engine.knowledge.Scenario;
import org.popliteus.engine.knowledge.ScoreDefinition;
import org.popliteus.engine.knowledge.TraceDefinition;
import org.popliteus.engine.report.Contents.AdviceGroup;
import org.popliteus.engine.report.Contents.AdviceView;
import org.popliteus.engine.report.Contents.CauseView;
import org.popliteus.engine.report.Contents.DraftFile;
import org.popliteus.engine.report.Contents.FactorView;
import org.popliteus.engine.report.Contents.FindingGroup;
import org.popliteus.engine.report.Contents.FindingView;
import org.popliteus.engine.report.Contents.Level;
import org.popliteus.engine.report.Contents.PreventionView;
import org.popliteus.engine.report.Contents.RuleFile;
import org.popliteus.engine.report.Contents.ScoreView;
import org.popliteus.engine.report.Contents.TraceGroup;
import org.popliteus.engine.report.Contents.TraceView;
import org.popliteus.engine.review.Coverage;

/** Gathers what stands in the report. */
final class ContentsBuilder {
  private final KnowledgeBase knowledge;
  private final List<Scenario> scenarios;
  private final Words words;
  private final Remarks remarks;
  private final Coverage coverage;
  private final RuleCards cards;
  private final Places places;

  ContentsBuilder(KnowledgeBase knowledge, KnowledgeFiles files, List<Scenario> scenarios) {
    this.knowledge = knowledge;
    this.scenarios = scenarios;
    this.words = new Words(knowledge);
    this.remarks = new Remarks(files);
    this.coverage = Coverage.of(Advisor.of(knowledge), scenarios);
    this.cards = new RuleCards(knowledge, words, remarks, coverage);
    this.places = new Places(knowledge);
  }

  Contents build(List<Diagnostic> untidy) {
    List<TraceView> traces = knowledge.traces().stream().map(this::trace).toList();
    Set<String> conflicts =
        knowledge.traces().stream()
            .filter(TraceDefinition::isConflict)
            .map(TraceDefinition::fact)
            .collect(Collectors.toSet());
    return new Contents(
        knowledge.settings(),
        knowledge.status(),
        knowledge.sha256(),
        sentences(),
        knowledge.rules().size(),
        (int) knowledge.rules().stream().filter(ContentsBuilder::isSigned).count(),
        scenarios.size(),
        levels(),
        knowledge.causes().stream().map(this::cause).toList(),
        HeatMap.of(knowledge),
        advice(),
        files(places.others()),
        knowledge.factors().stream().map(this::factor).toList(),
        knowledge.scores().stream().map(this::score).toList(),
        findings(),
        new Citations(knowledge, remarks).sources(),
        traceGroups(traces.stream().filter(trace -> !conflicts.contains(trace.fact())).toList()),
        traces.stream().filter(trace -> conflicts.contains(trace.fact())).toList(),
        new ScenarioFiles(knowledge, scenarios).files(coverage),
        drafts(),
        List.copyOf(coverage.gaps()),
        untidy.stream().map(d -> d.at() + ": " + d.message()).toList());
  }

  private Map<String, String> sentences() {
    Map<String, String> sentences = new LinkedHashMap<>();
    knowledge
        .settings()
        .texts()
        .forEach((text, sentence) -> sentences.put(Words.plain(text.name()), sentence));
    return sentences;
  }

  private static boolean isSigned(RuleDefinition rule) {
    return rule.status().equals("reviewed");
  }

  private List<Level> levels() {
    Map<Conclusion.Kind, List<RuleCard>> levels = new LinkedHashMap<>();
    for (Conclusion.Kind kind :
        List.of(Conclusion.Kind.EMERGENCY, Conclusion.Kind.SAME_DAY, Conclusion.Kind.SOON)) {
      levels.put(kind, new ArrayList<>());
    }
    for (RuleDefinition rule : places.escalations()) {
      rules(levels, rule).add(cards.of(rule));
    }
    KnowledgeBase.Settings settings = knowledge.settings();
    rules(levels, settings.nothingAnswered())
        .add(
            cards.ofEngine(
                settings.nothingAnswered(), "none of the questions asked first is answered"));
    rules(levels, settings.reviewWhenLikely())
        .add(cards.ofEngine(settings.reviewWhenLikely(), "a cause that wants a review is likely"));
    return levels.entrySet().stream()
        .map(
            level -> {
              String name = level.getKey().name();
              String meaning = settings.texts().get(KnowledgeBase.Text.valueOf(name));
              return new Level(
                  name.toLowerCase(Locale.ROOT).replace('_', '-'),
                  String.valueOf(meaning),
                  level.getValue());
            })
        .toList();
  }

  /** A rule that raises two urgencies stands with the higher. */
  private static List<RuleCard> rules(
      Map<Conclusion.Kind, List<RuleCard>> levels, RuleDefinition rule) {
    return rule.then().stream()
        .map(Conclusion::kind)
        .filter(Conclusion.Kind::escalates)
        .min(Comparator.naturalOrder())
        .map(levels::get)
        .orElseThrow();
  }

  private CauseView cause(CauseDefinition cause) {
    List<RuleDefinition> here = places.at(Conclusion.Kind.SUPPORTS, cause.code());
    List<RuleCard> sorted =
        here.stream()
            .map(cards::of)
            .sorted(Comparator.comparingDouble(card -> -card.weights().get(0).force()))
            .toList();
    List<String> notes =
        Stream.concat(
                Stream.of(remarks.above(cause.at())),
                here.stream().map(rule -> rule.at().file()).distinct().map(remarks::head))
            .filter(note -> !note.isEmpty())
            .toList();
    return new CauseView(
        Term.of(cause),
        cause,
        sorted.stream().filter(card -> card.weights().get(0).supports()).toList(),
        sorted.stream().filter(card -> !card.weights().get(0).supports()).toList(),
        places.besides(Conclusion.Kind.SUPPORTS, cause.code()),
        rules(rule -> rule.mustExclude().contains(cause.code())),
        rules(rule -> asks(rule, Pattern.Fact.SUSPECTED, cause.code())),
        terms(cause.accompanies(), code -> Term.cause(knowledge, code)),
        sources(cause.sources()),
        notes);
  }

  private static boolean asks(RuleDefinition rule, Pattern.Fact fact, String code) {
    return rule.when().stream()
        .anyMatch(pattern -> pattern.fact() == fact && pattern.keys().contains(code));
  }

  private List<Term> rules(Predicate<RuleDefinition> which) {
    return knowledge.rules().stream().filter(which).map(Term::of).toList();
  }

  private static List<Term> terms(List<String> codes, Function<String, Term> term) {
    return codes.stream().map(term).toList();
  }

  private List<Term> sources(List<String> ids) {
    return terms(ids, id -> Term.source(knowledge, id));
  }

  private List<AdviceGroup> advice() {
    Map<AdviceDefinition.Category, List<AdviceView>> groups = new LinkedHashMap<>();
    for (AdviceDefinition advice : knowledge.advice()) {
      groups.computeIfAbsent(advice.category(), c -> new ArrayList<>()).add(advice(advice));
    }
    return groups.entrySet().stream()
        .map(group -> new AdviceGroup(Words.plain(group.getKey().name()), group.getValue()))
        .toList();
  }

  private AdviceView advice(AdviceDefinition advice) {
    return new AdviceView(
        Term.of(advice),
        advice,
        Words.within(advice.within()),
        advice.requires().stream().map(words::requirement).toList(),
        rules(rule -> concludes(rule, Conclusion.Kind::escalates, advice.code())),
        rules(rule -> concludes(rule, k -> k == Conclusion.Kind.RECOMMEND, advice.code())),
        rules(rule -> concludes(rule, k -> k == Conclusion.Kind.WITHHOLD, advice.code())),
        sources(advice.sources()),
        remarks.above(advice.at()));
  }

  private static boolean concludes(
      RuleDefinition rule, Predicate<Conclusion.Kind> kind, String code) {
    return rule.then().stream().anyMatch(c -> kind.test(c.kind()) && c.subject().equals(code));
  }

  private List<RuleFile> files(List<RuleDefinition> rules) {
    Map<String, List<RuleCard>> files = new LinkedHashMap<>();
    rules.stream()
        .sorted(Comparator.comparing(rule -> rule.at()))
        .forEach(
            rule ->
                files
                    .computeIfAbsent(rule.at().file(), f -> new ArrayList<>())
                    .add(cards.of(rule)));
    return files.entrySet().stream()
        .map(file -> new RuleFile(file.getKey(), remarks.head(file.getKey()), file.getValue()))
        .toList();
  }

  private FactorView factor(FactorDefinition factor) {
    return new FactorView(
        Term.of(factor),
        factor.prevention().stream()
            .map(p -> new PreventionView(p.text(), p.grade(), sources(p.sources())))
            .toList(),
        places.at(Conclusion.Kind.CONTRIBUTES, factor.code()).stream().map(cards::of).toList(),
        places.besides(Conclusion.Kind.CONTRIBUTES, factor.code()),
        remarks.above(factor.at()));
  }

  private ScoreView score(ScoreDefinition score) {
    return new ScoreView(
        Term.of(score),
        score,
        sources(score.sources()),
        places.at(Conclusion.Kind.SCORE, score.code()).stream().map(cards::of).toList(),
        places.besides(Conclusion.Kind.SCORE, score.code()),
        remarks.above(score.at()));
  }

  private List<FindingGroup> findings() {
    Map<String, List<FindingView>> groups = new LinkedHashMap<>();
    for (FindingDefinition finding : knowledge.findings()) {
      groups
          .computeIfAbsent(finding.group(), g -> new ArrayList<>())
          .add(
              new FindingView(
                  Term.of(finding),
                  finding,
                  Words.kind(finding),
                  finding.after() == null ? "" : words.requirement(finding.after()),
                  terms(finding.contradicts(), code -> Term.finding(knowledge, code)),
                  rules(
                      rule ->
                          rule.when().stream()
                              .anyMatch(
                                  p -> p.fact().isFinding() && p.keys().contains(finding.code()))),
                  remarks.above(finding.at())));
    }
    return groups.entrySet().stream()
        .map(group -> new FindingGroup(Words.plain(group.getKey()), group.getValue()))
        .toList();
  }

  private TraceView trace(TraceDefinition trace) {
    return new TraceView(
        trace.fact(),
        Term.anchor("t", trace.fact()),
        trace.says(),
        terms(trace.carriedBy(), code -> Term.any(knowledge, code)),
        trace.notUsed());
  }

  /** Facts of one source have the head of their id in common: S0-01, S0-02. */
  private static List<TraceGroup> traceGroups(List<TraceView> traces) {
    Map<String, List<TraceView>> groups = new LinkedHashMap<>();
    for (TraceView trace : traces) {
      int end = trace.fact().lastIndexOf('-');
      String name = end < 0 ? "" : trace.fact().substring(0, end);
      groups.computeIfAbsent(name, n -> new ArrayList<>()).add(trace);
    }
    return groups.entrySet().stream()
        .map(group -> new TraceGroup(group.getKey(), group.getValue()))
        .toList();
  }

  private List<DraftFile> drafts() {
    Map<String, List<RuleDefinition>> files = new TreeMap<>();
    for (RuleDefinition rule : knowledge.rules()) {
      files.computeIfAbsent(rule.at().file(), f -> new ArrayList<>()).add(rule);
    }
    return files.entrySet().stream()
        .map(
            file -> {
              int reviewed =
                  (int) file.getValue().stream().filter(ContentsBuilder::isSigned).count();
              return new DraftFile(file.getKey(), file.getValue().size() - reviewed, reviewed);
            })
        .toList();
  }
}
