package org.popliteus.engine.knowledge;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.popliteus.engine.knowledge.Conclusion.Kind;
import org.popliteus.engine.knowledge.Pattern.Fact;

/** Checks each rule against the vocabulary, the other definitions and the policy of the rules. */
final class RuleCheck {
  /** The folder whose files share their prefixes, since red flags are numbered across them. */
  static final String ESCALATIONS = "escalations/";

  private static final String ID = "[A-Z]{2,5}-\\d{2}[a-z]?";
  private static final java.util.regex.Pattern REVIEWED =
      java.util.regex.Pattern.compile("(\\d{4}-\\d{2}-\\d{2}), \\S.*");

  private final KnowledgeBase knowledge;
  private final KnowledgeFiles files;
  private final Diagnostics diagnostics;
  private final PatternCheck patterns;
  private final ConclusionCheck conclusions;
  private final Map<String, RuleDefinition> ids = new HashMap<>();
  private final Map<String, String> prefixes = new HashMap<>();
  private final Map<String, RuleDefinition> strayed = new TreeMap<>();
  private final Map<String, String> expectedPackages = new HashMap<>();

  RuleCheck(KnowledgeBase knowledge, KnowledgeFiles files, Diagnostics diagnostics) {
    this.knowledge = knowledge;
    this.files = files;
    this.diagnostics = diagnostics;
    this.patterns = new PatternCheck(knowledge, diagnostics);
    this.conclusions = new ConclusionCheck(knowledge, diagnostics);
  }

  /** Checks each rule by itself, and returns those without a mistake. */
  List<RuleDefinition> check(List<RuleDefinition> rules) {
    List<RuleDefinition> sound = new ArrayList<>();
    for (RuleDefinition rule : rules) {
      int before = diagnostics.count();
      identity(rule);
      home(rule);
      annotations(rule);
      rule.when().forEach(patterns::check);
      rule.then().forEach(conclusions::check);
      policy(rule);
      if (diagnostics.count() == before) {
        sound.add(rule);
      }
    }
    packages(rules);
    for (RuleDefinition engine :
        List.of(knowledge.settings().nothingAnswered(), knowledge.settings().reviewWhenLikely())) {
      RuleDefinition same = ids.get(engine.id());
      if (same != null) {
        diagnostics.report(
            same.at(),
            "the rule id " + engine.id() + " is taken by " + engine.at(),
            "Maybe use the next free number.");
      }
    }
    return sound;
  }

  private void identity(RuleDefinition rule) {
    if (!rule.id().matches(ID)) {
      diagnostics.report(
          rule.at(),
          "a rule's name begins with its id, and \"" + rule.id() + "\" is none",
          "Maybe DVT-03: two to five capitals, a hyphen, two digits, and a small letter if needed.");
      return;
    }
    if (rule.id().equals(rule.name().strip())) {
      diagnostics.report(
          rule.at(),
          "the rule " + rule.id() + " says nothing after its id",
          "Maybe add a few words that say when it holds.");
    }
    RuleDefinition first = ids.putIfAbsent(rule.id(), rule);
    if (first != null) {
      diagnostics.report(
          rule.at(),
          "the rule id " + rule.id() + " is used twice, first at " + first.at(),
          "Maybe use the next free number.");
      return;
    }
    String prefix = rule.id().substring(0, rule.id().indexOf('-'));
    String home = rule.at().file().startsWith(ESCALATIONS) ? ESCALATIONS : rule.at().file();
    String owner = prefixes.putIfAbsent(prefix, home);
    if (owner != null && !owner.equals(home)) {
      diagnostics.report(
          rule.at(),
          "the prefix " + prefix + " belongs to " + owner,
          "Maybe choose another prefix for this file, or move the rule there.");
    }
  }

  private void home(RuleDefinition rule) {
    String path = rule.at().file();
    if (rule.escalates() && !path.startsWith(ESCALATIONS)) {
      diagnostics.report(
          rule.at(),
          rule.id() + " escalates, and stands in " + path,
          "Maybe move it to the folder " + ESCALATIONS + " .");
    }
    int slash = path.lastIndexOf('/');
    String folder = slash < 0 ? "" : "." + path.substring(0, slash).replace('/', '.');
    String expected = knowledge.settings().packageName() + folder;
    boolean known = !knowledge.settings().packageName().isEmpty() && !rule.packageName().isEmpty();
    if (known && !rule.packageName().equals(expected)) {
      strayed.putIfAbsent(path, rule);
      expectedPackages.put(path, expected);
    }
  }

  private void packages(List<RuleDefinition> rules) {
    long ruleFiles = rules.stream().map(rule -> rule.at().file()).distinct().count();
    if (strayed.size() > 1 && strayed.size() == ruleFiles) {
      diagnostics.report(
          files.find(new Location(KnowledgeFiles.MARKER, 1, 1), "package:"),
          "no rule file is of the package " + knowledge.settings().packageName(),
          "Maybe the package of the rule files, without their folder.");
      return;
    }
    strayed.forEach(
        (path, rule) -> {
          String expected = expectedPackages.getOrDefault(path, "");
          diagnostics.report(
              files.find(new Location(path, 1, 1), "package "),
              "the package is " + rule.packageName() + ", and the folder makes it " + expected,
              "Maybe write package " + expected + " in the first line.");
        });
  }

  private void annotations(RuleDefinition rule) {
    Collection<String> sources = knowledge.sourceIds();
    for (String source : rule.sources()) {
      if (!sources.contains(source)) {
        Location at = place(rule, "source");
        KnowledgeCheck.known(diagnostics, "source", source, sources, at, "sources.yaml");
      }
    }
    oneOf(rule, "grade", rule.grade(), KnowledgeReader.GRADES);
    oneOf(rule, "status", rule.status(), List.of("draft", "reviewed"));
    if (rule.status().equals("reviewed") != (rule.reviewed() != null)) {
      diagnostics.report(
          place(rule, rule.reviewed() == null ? "status" : "reviewed"),
          "@status( \"reviewed\" ) and @reviewed( \"date, name\" ) stand together or not at all",
          "Maybe add the date and the name of the clinician who signed, or make it draft.");
    } else if (rule.reviewed() != null && !isSigned(rule.reviewed())) {
      diagnostics.report(
          place(rule, "reviewed"),
          "@reviewed holds a date and a name, and this is " + rule.reviewed(),
          "Maybe @reviewed( \"2026-03-01, Name\" )");
    }
    Collection<String> causes = knowledge.causeCodes();
    for (String cause : rule.mustExclude()) {
      if (!causes.contains(cause)) {
        Location at = place(rule, "cause");
        KnowledgeCheck.known(diagnostics, "cause", cause, causes, at, "causes.yaml");
      }
    }
    if (!rule.mustExclude().isEmpty() && !rule.escalates()) {
      diagnostics.report(
          place(rule, "cause"),
          rule.id() + " has @cause and does not escalate",
          "Maybe delete @cause: it names what an escalation must exclude.");
    }
  }

  private static boolean isSigned(String reviewed) {
    java.util.regex.Matcher signed = REVIEWED.matcher(reviewed);
    if (!signed.matches()) {
      return false;
    }
    try {
      LocalDate.parse(signed.group(1));
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private void oneOf(RuleDefinition rule, String annotation, String value, List<String> known) {
    if (!value.isEmpty() && !known.contains(value)) {
      diagnostics.report(
          place(rule, annotation),
          "@" + annotation + " of " + rule.id() + " cannot be " + value,
          Spelling.maybe(value, known, "Maybe one of " + String.join(", ", known) + "."));
    }
  }

  private Location place(RuleDefinition rule, String annotation) {
    return files.find(rule.at(), "@" + annotation);
  }

  private void policy(RuleDefinition rule) {
    if (rule.when().isEmpty()) {
      diagnostics.report(
          rule.at(),
          rule.id() + " has nothing after when",
          "Maybe add Present( code == \"...\" ).");
    }
    if (rule.then().isEmpty()) {
      diagnostics.report(
          rule.at(), rule.id() + " has nothing after then", "Maybe conclude.supports( ... );");
    }
    if (rule.escalates()) {
      for (Pattern pattern : rule.when()) {
        if (pattern.fact() == Fact.ABSENT || !pattern.fact().isFinding()) {
          diagnostics.report(
              pattern.at(),
              rule.id() + " escalates, and an escalation cannot wait for " + pattern.fact().word(),
              "Maybe delete this line: nothing that is answered later may take an escalation away.");
        }
      }
    }
    if (rule.secondPhase()) {
      for (Conclusion conclusion : rule.then()) {
        Kind kind = conclusion.kind();
        if (kind != Kind.RECOMMEND
            && kind != Kind.WITHHOLD
            && kind != Kind.NOTE
            && !kind.escalates()) {
          diagnostics.lack("advice.yaml");
          diagnostics.report(
              conclusion.at(),
              "a rule on Suspected or Triaged cannot call " + kind.word(),
              "Maybe recommend, withhold or note: the ranking is settled by then.");
        }
      }
    }
  }
}
