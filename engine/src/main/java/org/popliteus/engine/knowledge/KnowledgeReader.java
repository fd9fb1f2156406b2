package org.popliteus.engine.knowledge;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the files of a knowledge base into its definitions; {@link KnowledgeCheck} follows. */
final class KnowledgeReader {
  /** Grades of a statement, surest first. */
  static final List<String> GRADES = List.of("guideline", "published", "expert", "lay");

  /** May be missing: not every knowledge base began with a list of facts. */
  private static final String TRACES = "traceability.yaml";

  private static final List<String> CATEGORIES =
      Arrays.stream(AdviceDefinition.Category.values()).map(KnowledgeReader::lowerCase).toList();
  private static final List<String> SOURCE_KINDS =
      List.of("guideline", "review", "study", "textbook", "lay-article", "expert");
  private static final List<String> CHECKED = List.of("in-full", "extract", "secondary", "not-yet");

  /** What reading gave: the knowledge base if its files could be read, and what is wrong. */
  record Reading(String name, @Nullable KnowledgeBase knowledgeBase, List<Diagnostic> diagnostics) {

    KnowledgeBase orThrow() {
      List<Diagnostic> stopping = diagnostics.stream().filter(Diagnostic::stops).toList();
      if (knowledgeBase == null || !stopping.isEmpty()) {
        throw new KnowledgeBaseException(name, stopping);
      }
      return knowledgeBase;
    }
  }

  private final KnowledgeFiles files;
  private final Map<String, Tree> documents;
  private final Diagnostics diagnostics;

  private KnowledgeReader(
      KnowledgeFiles files, Map<String, Tree> documents, Diagnostics diagnostics) {
    this.files = files;
    this.documents = documents;
    this.diagnostics = diagnostics;
  }

  /** Reads the texts, and checks what they say. */
  static Reading read(KnowledgeFiles files) {
    Diagnostics diagnostics = new Diagnostics(files);
    Map<String, Tree> documents = documents(files, diagnostics);
    return new KnowledgeReader(files, documents, diagnostics).read(rules(files, diagnostics));
  }

  /** The YAML documents by path. */
  private static Map<String, Tree> documents(KnowledgeFiles files, Diagnostics diagnostics) {
    Map<String, Tree> documents = new LinkedHashMap<>();
    files
        .texts()
        .forEach(
            (path, text) -> {
              if (path.endsWith(".yaml")) {
                Tree tree = YamlReader.read(path, text, diagnostics);
                if (tree != null) {
                  documents.put(path, tree);
                }
              }
            });
    return documents;
  }

  private static List<RuleDefinition> rules(KnowledgeFiles files, Diagnostics diagnostics) {
    List<RuleDefinition> rules = new ArrayList<>();
    for (String path : files.rulePaths()) {
      rules.addAll(RuleParser.parse(path, files.texts().getOrDefault(path, ""), diagnostics));
    }
    if (files.rulePaths().isEmpty()) {
      diagnostics.report(
          new Location(KnowledgeFiles.MARKER, 0, 0),
          "the knowledge base has no rule file",
          "Maybe the folders causes, escalations, advice, contributing and scores were not copied.");
    }
    return rules;
  }

  private Reading read(List<RuleDefinition> rules) {
    KnowledgeBase.Settings settings = settings();
    List<FindingDefinition> findings = findings();
    Map<String, FindingDefinition> vocabulary = new LinkedHashMap<>();
    findings.forEach(finding -> vocabulary.put(finding.code(), finding));
    RequirementReader requirements = new RequirementReader(vocabulary, diagnostics);
    Map<String, Double> baseRates = settings == null ? Map.of() : settings.baseRates();
    Definitions definitions =
        new Definitions(
            findings,
            list("causes.yaml", (f, at) -> cause(f, at, baseRates)),
            list("advice.yaml", (f, at) -> advice(f, at, requirements)),
            list("factors.yaml", this::factor),
            list("scores.yaml", this::score),
            list("sources.yaml", this::source),
            documents.containsKey(TRACES) ? list(TRACES, this::trace) : List.of(),
            rules);
    if (settings == null) {
      return new Reading(files.name(), null, diagnostics.sorted());
    }
    KnowledgeBase knowledgeBase = new KnowledgeBase(settings, files.sha256(), definitions);
    new KnowledgeCheck(knowledgeBase, diagnostics).check(definitions);
    return new Reading(files.name(), knowledgeBase, diagnostics.sorted());
  }

  private interface ReadEntry<T> {
    T read(FieldsReader fields, Location at);
  }

  private <T> List<T> list(String file, ReadEntry<T> read) {
    Tree tree = documents.get(file);
    if (tree == null) {
      if (!files.texts().containsKey(file)) {
        diagnostics.report(
            new Location(file, 0, 0), "this file is missing", "Maybe it was not copied.");
      }
      return List.of();
    }
    return FieldsReader.readAll(tree, diagnostics, read::read);
  }

  private KnowledgeBase.@Nullable Settings settings() {
    Tree tree = documents.get(KnowledgeFiles.MARKER);
    if (tree == null) {
      return null;
    }
    return FieldsReader.read(tree, diagnostics, this::settings);
  }

  private KnowledgeBase.Settings settings(FieldsReader fields, Location at) {
    Map<String, Double> baseRates = new LinkedHashMap<>();
    Tree rates = fields.tree("baseRates");
    if (rates != null) {
      FieldsReader.read(
          rates,
          diagnostics,
          (rate, ratesAt) -> {
            if (rates instanceof Tree.Fields classes) {
              classes.fields().keySet().forEach(c -> baseRates.put(c, rate.number(c, null)));
            }
            return baseRates;
          });
    }
    double[] likely = {0, 0};
    Tree likelyTree = fields.tree("likely");
    if (likelyTree != null) {
      FieldsReader.read(
          likelyTree,
          diagnostics,
          (f, a) -> {
            likely[0] = f.number("share", null);
            likely[1] = f.number("ratio", null);
            return likely;
          });
    }
    double[] possible = {0};
    Tree possibleTree = fields.tree("possible");
    if (possibleTree != null) {
      FieldsReader.read(
          possibleTree,
          diagnostics,
          (f, a) -> {
            possible[0] = f.number("share", null);
            return possible;
          });
    }
    Map<KnowledgeBase.Text, String> texts = new EnumMap<>(KnowledgeBase.Text.class);
    Tree textsTree = fields.tree("texts");
    if (textsTree != null) {
      FieldsReader.read(
          textsTree,
          diagnostics,
          (f, a) -> {
            for (KnowledgeBase.Text text : KnowledgeBase.Text.values()) {
              texts.put(text, f.text(lowerCase(text)));
            }
            return texts;
          });
    }
    for (String required : List.of("baseRates", "likely", "possible", "texts")) {
      if (fields.tree(required) == null) {
        diagnostics.report(at, "kb.yaml has no \"" + required + "\"", "Maybe add it.");
      }
    }
    return new KnowledgeBase.Settings(
        fields.text("id"),
        fields.text("version"),
        fields.text("title"),
        fields.text("package"),
        baseRates,
        likely[0],
        likely[1],
        possible[0],
        engineRule(fields, "nothingAnswered"),
        engineRule(fields, "reviewWhenLikely"),
        texts);
  }

  /** A rule that the engine itself applies, since no rule file can say "nothing was answered". */
  private RuleDefinition engineRule(FieldsReader fields, String name) {
    Tree tree = fields.tree(name);
    RuleDefinition rule = null;
    if (tree == null) {
      diagnostics.report(fields.at(name), "kb.yaml has no \"" + name + "\"", "Maybe add it.");
    } else {
      rule =
          FieldsReader.read(
              tree,
              diagnostics,
              (f, at) ->
                  new RuleDefinition(
                      f.text("rule"),
                      f.text("rule") + " " + name,
                      f.text("because"),
                      f.someTexts("sources"),
                      f.oneOf("grade", GRADES),
                      null,
                      f.oneOf("status", List.of("draft", "reviewed")),
                      f.optionalText("reviewed"),
                      List.of(),
                      List.of(),
                      List.of(
                          new Conclusion(
                              Conclusion.Kind.SOON, f.text("action"), 0, f.at("action"))),
                      "",
                      at));
    }
    if (rule != null) {
      return rule;
    }
    Location at = new Location(KnowledgeFiles.MARKER, 0, 0);
    return new RuleDefinition(
        "", "", "", List.of(), "", null, "", null, List.of(), List.of(), List.of(), "", at);
  }

  private List<FindingDefinition> findings() {
    Map<String, Tree> after = new LinkedHashMap<>();
    List<FindingDefinition> first =
        list(
            "findings.yaml",
            (fields, at) -> {
              FindingDefinition finding = finding(fields, at);
              Tree afterTree = fields.tree("after");
              if (afterTree != null) {
                after.put(finding.code(), afterTree);
              }
              return finding;
            });
    Map<String, FindingDefinition> vocabulary = new LinkedHashMap<>();
    first.forEach(finding -> vocabulary.put(finding.code(), finding));
    RequirementReader requirements = new RequirementReader(vocabulary, diagnostics);
    List<FindingDefinition> findings = new ArrayList<>();
    for (FindingDefinition f : first) {
      Tree tree = after.get(f.code());
      findings.add(tree == null ? f : withAfter(f, requirements.read(tree)));
    }
    return findings;
  }

  private static FindingDefinition withAfter(FindingDefinition f, @Nullable Requirement after) {
    return new FindingDefinition(
        f.code(),
        f.display(),
        f.question(),
        f.kind(),
        f.unit(),
        f.least(),
        f.most(),
        f.options(),
        f.group(),
        f.core(),
        f.redFlag(),
        f.screen(),
        f.examination(),
        f.contradicts(),
        after,
        f.snomed(),
        f.loinc(),
        f.at());
  }

  private FindingDefinition finding(FieldsReader fields, Location at) {
    String kindWord = fields.oneOf("kind", List.of("tri-state", "numeric", "choice"));
    FindingDefinition.Kind kind =
        switch (kindWord) {
          case "numeric" -> FindingDefinition.Kind.NUMERIC;
          case "choice" -> FindingDefinition.Kind.CHOICE;
          default -> FindingDefinition.Kind.TRI_STATE;
        };
    boolean numeric = kind == FindingDefinition.Kind.NUMERIC;
    return new FindingDefinition(
        fields.text("code"),
        fields.text("display"),
        fields.text("question"),
        kind,
        numeric ? fields.text("unit") : null,
        numeric ? fields.number("least", null) : 0,
        numeric ? fields.number("most", null) : 0,
        kind == FindingDefinition.Kind.CHOICE ? fields.someTexts("options") : List.of(),
        fields.text("group"),
        fields.oneOf("tier", List.of("core", "optional")).equals("core"),
        fields.flag("redFlag"),
        fields.flag("screen"),
        fields.flag("examination"),
        fields.texts("contradicts"),
        null,
        fields.optionalText("snomed"),
        fields.optionalText("loinc"),
        at);
  }

  private CauseDefinition cause(FieldsReader fields, Location at, Map<String, Double> baseRates) {
    String baseRate = fields.oneOf("baseRate", baseRates.keySet());
    return new CauseDefinition(
        fields.text("code"),
        fields.text("display"),
        baseRate,
        baseRates.getOrDefault(baseRate, 0.0),
        fields.text("baseRateBecause"),
        fields.flag("reviewWhenLikely"),
        fields.texts("accompanies"),
        fields.text("confirm"),
        fields.text("confirmedBy"),
        fields.someTexts("sources"),
        at);
  }

  private AdviceDefinition advice(
      FieldsReader fields, Location at, RequirementReader requirements) {
    String category = fields.oneOf("category", CATEGORIES);
    return new AdviceDefinition(
        fields.text("code"),
        fields.text("display"),
        fields.text("text"),
        fields.text("clinicianText"),
        fields.named("parameters"),
        category.isEmpty()
            ? AdviceDefinition.Category.SELF_CARE
            : AdviceDefinition.Category.valueOf(
                category.toUpperCase(Locale.ROOT).replace('-', '_')),
        (int) fields.number("priority", null),
        within(fields),
        requirements.list(fields.tree("requires")),
        fields.someTexts("sources"),
        at);
  }

  private @Nullable Duration within(FieldsReader fields) {
    String text = fields.optionalText("within");
    if (text == null) {
      return null;
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      diagnostics.report(
          fields.at("within"),
          "\"within\" is a duration, and this is " + text,
          "Maybe PT0S for now, PT24H for a day, or P14D for two weeks.");
      return Duration.ZERO;
    }
  }

  private FactorDefinition factor(FieldsReader fields, Location at) {
    List<FactorDefinition.Prevention> prevention = new ArrayList<>();
    Tree tree = fields.tree("prevention");
    if (tree != null) {
      prevention.addAll(
          FieldsReader.readAll(
              tree,
              diagnostics,
              (f, a) ->
                  new FactorDefinition.Prevention(
                      f.text("text"), f.oneOf("grade", GRADES), f.someTexts("sources"))));
    }
    return new FactorDefinition(
        fields.text("code"), fields.text("display"), List.copyOf(prevention), at);
  }

  private ScoreDefinition score(FieldsReader fields, Location at) {
    return new ScoreDefinition(
        fields.text("code"),
        fields.text("display"),
        fields.number("cutOff", null),
        fields.text("below"),
        fields.text("atLeast"),
        fields.someTexts("sources"),
        at);
  }

  private TraceDefinition trace(FieldsReader fields, Location at) {
    return new TraceDefinition(
        fields.text("fact"),
        fields.text("says"),
        fields.texts("carriedBy"),
        fields.optionalText("notUsed"),
        at);
  }

  private SourceDefinition source(FieldsReader fields, Location at) {
    double year = fields.number("year", 0.0);
    return new SourceDefinition(
        fields.text("id"),
        fields.text("title"),
        fields.text("by"),
        year == 0 ? null : (int) year,
        fields.optionalText("url"),
        fields.oneOf("kind", SOURCE_KINDS),
        fields.oneOf("checked", CHECKED),
        at);
  }

  private static String lowerCase(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
