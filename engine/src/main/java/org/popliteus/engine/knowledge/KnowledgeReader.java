package org.popliteus.engine.knowledge;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the files of a knowledge base into its definitions; {@link KnowledgeCheck} follows. */
final class KnowledgeReader {
  /** Grades of a statement, surest first. */
  static final List<String> GRADES = List.of("guideline", "published", "expert", "lay");

  /** May be missing: not every knowledge base began with a list of facts. */
  private static final String TRACES = "traceability.yaml";

  /** In a rule file. */
  private static final int LONGEST_LINE = 1000;

  private static final List<String> FILES =
      List.of(
          KnowledgeFiles.MARKER,
          "findings.yaml",
          "causes.yaml",
          "advice.yaml",
          "factors.yaml",
          "scores.yaml",
          "sources.yaml",
          TRACES);

  private static final List<String> CATEGORIES =
      Arrays.stream(AdviceDefinition.Category.values()).map(KnowledgeReader::lowerCase).toList();
  private static final List<String> SOURCE_KINDS =
      List.of("guideline", "review", "study", "textbook", "lay-article", "expert");
  private static final List<String> CHECKED = List.of("in-full", "extract", "secondary", "not-yet");

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
  static KnowledgeBase.Examination read(KnowledgeFiles files) {
    Diagnostics diagnostics = new Diagnostics(files);
    names(files, diagnostics);
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

  /** A file that nothing reads would be missed by nobody. */
  private static void names(KnowledgeFiles files, Diagnostics diagnostics) {
    for (String path : files.misnamed()) {
      diagnostics.report(
          new Location(path, 0, 0),
          "nothing reads this file",
          "Maybe its name should end in .drl or .yaml, in small letters.");
    }
    for (String path : files.texts().keySet()) {
      if (path.endsWith(".yaml") && !FILES.contains(path)) {
        diagnostics.report(
            new Location(path, 0, 0),
            "nothing reads this file",
            Spelling.maybe(path, FILES, "Maybe one of " + String.join(", ", FILES) + "."));
        Spelling.nearest(path, FILES).forEach(diagnostics::doubt);
      }
    }
  }

  /** What stands far to the right is not read by a reviewer. */
  private static void longLines(String path, String text, Diagnostics diagnostics) {
    int line = 1;
    for (String content : text.lines().toList()) {
      if (content.length() > LONGEST_LINE) {
        diagnostics.report(
            new Location(path, line, LONGEST_LINE + 1),
            "this line is " + content.length() + " characters long, and ends on no screen",
            "Maybe say it in " + LONGEST_LINE + " characters, or in two rules.");
      }
      line++;
    }
  }

  private static List<RuleDefinition> rules(KnowledgeFiles files, Diagnostics diagnostics) {
    List<RuleDefinition> rules = new ArrayList<>();
    for (String path : files.rulePaths()) {
      String text = files.texts().getOrDefault(path, "");
      longLines(path, text, diagnostics);
      rules.addAll(RuleParser.parse(path, text, diagnostics));
    }
    if (files.rulePaths().isEmpty()) {
      diagnostics.report(
          new Location(KnowledgeFiles.MARKER, 0, 0),
          "the knowledge base has no rule file",
          "Maybe the folders causes, escalations, advice, contributing and scores were not copied.");
    }
    return rules;
  }

  private KnowledgeBase.Examination read(List<RuleDefinition> rules) {
    Tree marker = documents.get(KnowledgeFiles.MARKER);
    if (!files.texts().containsKey(KnowledgeFiles.MARKER)) {
      diagnostics.report(
          new Location(KnowledgeFiles.MARKER, 0, 0),
          "this file is missing",
          "Maybe it was not copied.");
    }
    if (marker == null) {
      diagnostics.doubt(KnowledgeFiles.MARKER);
    }
    KnowledgeBase.Settings read = marker == null ? null : SettingsReader.read(marker, diagnostics);
    KnowledgeBase.Settings settings = read == null ? SettingsReader.NONE : read;
    FindingReader finding = new FindingReader(diagnostics);
    List<FindingDefinition> findings =
        finding.complete(list("findings.yaml", finding::read, FindingDefinition::code));
    Map<String, FindingDefinition> vocabulary = new LinkedHashMap<>();
    findings.forEach(entry -> vocabulary.put(entry.code(), entry));
    RequirementReader requirements = new RequirementReader(vocabulary, diagnostics);
    Definitions definitions =
        new Definitions(
            findings,
            list(
                "causes.yaml",
                (f, at) -> cause(f, at, settings.baseRates()),
                CauseDefinition::code),
            list("advice.yaml", (f, at) -> advice(f, at, requirements), AdviceDefinition::code),
            list("factors.yaml", this::factor, FactorDefinition::code),
            list("scores.yaml", this::score, ScoreDefinition::code),
            list("sources.yaml", this::source, SourceDefinition::id),
            documents.containsKey(TRACES)
                ? list(TRACES, this::trace, TraceDefinition::fact)
                : List.of(),
            rules);
    KnowledgeBase knowledgeBase = new KnowledgeBase(settings, files.sha256(), definitions);
    new KnowledgeCheck(knowledgeBase, files, diagnostics).check(definitions);
    List<Diagnostic> found = diagnostics.sorted();
    boolean unfit = read == null || found.stream().anyMatch(Diagnostic::stops);
    return new KnowledgeBase.Examination(unfit ? null : knowledgeBase, found);
  }

  private <T> List<T> list(
      String file, BiFunction<FieldsReader, Location, T> entry, Function<T, String> code) {
    Tree tree = documents.get(file);
    if (tree == null) {
      if (!files.texts().containsKey(file) && !diagnostics.doubts(file)) {
        diagnostics.report(
            new Location(file, 0, 0), "this file is missing", "Maybe it was not copied.");
      }
      diagnostics.doubt(file);
      return List.of();
    }
    List<T> values = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (Tree item : FieldsReader.items(tree, diagnostics)) {
      int before = diagnostics.count();
      T value = FieldsReader.read(item, diagnostics, entry);
      if (value != null) {
        values.add(value);
      }
      if (diagnostics.count() > before) {
        String read = value == null ? "" : code.apply(value);
        diagnostics.doubt(read.isEmpty() ? file : read);
      }
      if (value != null && !codes.add(code.apply(value))) {
        // of two of the same code, one lacks its own
        diagnostics.doubt(code.apply(value));
        diagnostics.doubt(file);
      }
    }
    return values;
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
        (int) fields.whole("priority", 1, 99),
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
    double year = fields.has("year") ? fields.whole("year", 1000, 2100) : 0;
    String url = fields.optionalText("url");
    if (url != null && !url.startsWith("https://") && !url.startsWith("http://")) {
      diagnostics.report(
          fields.at("url"),
          "\"url\" is an address, and this is " + url,
          "Maybe begin it with https://, a DOI with https://doi.org/.");
    }
    return new SourceDefinition(
        fields.text("id"),
        fields.text("title"),
        fields.text("by"),
        year == 0 ? null : (int) year,
        url,
        fields.oneOf("kind", SOURCE_KINDS),
        fields.oneOf("checked", CHECKED),
        at);
  }

  private static String lowerCase(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
