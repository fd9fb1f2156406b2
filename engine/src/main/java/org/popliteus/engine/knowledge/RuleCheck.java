package org.popliteus.engine.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.knowledge.Conclusion.Kind;
import org.popliteus.engine.knowledge.Pattern.Fact;

/** Checks each rule against the vocabulary, the other definitions and the policy of the rules. */
final class RuleCheck {
  /** The least and the greatest likelihood ratio of a single rule. */
  static final double LEAST_RATIO = 0.05;

  static final double MOST_RATIO = 20;

  /** The folder whose files share their prefixes, since red flags are numbered across them. */
  private static final String ESCALATIONS = "escalations/";

  private static final String ID = "[A-Z]{2,5}-\\d{2}[a-z]?";
  private static final List<String> LIKELIHOODS = List.of("LIKELY", "POSSIBLE", "UNLIKELY");
  private static final List<String> URGENCIES =
      List.of("EMERGENCY", "SAME_DAY", "SOON", "SELF_CARE");

  private final KnowledgeBase knowledge;
  private final Diagnostics diagnostics;

  RuleCheck(KnowledgeBase knowledge, Diagnostics diagnostics) {
    this.knowledge = knowledge;
    this.diagnostics = diagnostics;
  }

  void check(List<RuleDefinition> rules) {
    Map<String, RuleDefinition> ids = new HashMap<>();
    Map<String, String> prefixes = new HashMap<>();
    for (RuleDefinition rule : rules) {
      identity(rule, ids, prefixes);
      annotations(rule);
      for (Pattern pattern : rule.when()) {
        pattern(pattern);
      }
      for (Conclusion conclusion : rule.then()) {
        conclusion(conclusion);
      }
      policy(rule);
    }
    for (RuleDefinition engine :
        List.of(knowledge.settings().nothingAnswered(), knowledge.settings().reviewWhenLikely())) {
      RuleDefinition same = ids.get(engine.id());
      if (same != null) {
        report(
            same.at(),
            "the rule id " + engine.id() + " is taken by " + engine.at(),
            "Maybe use the next free number.");
      }
    }
  }

  private void identity(
      RuleDefinition rule, Map<String, RuleDefinition> ids, Map<String, String> prefixes) {
    if (!rule.id().matches(ID)) {
      report(
          rule.at(),
          "a rule's name begins with its id, and \"" + rule.id() + "\" is none",
          "Maybe DVT-03: two to five capitals, a hyphen, two digits, and a small letter if needed.");
      return;
    }
    if (rule.id().equals(rule.name())) {
      report(
          rule.at(),
          "the rule " + rule.id() + " says nothing after its id",
          "Maybe add a few words that say when it holds.");
    }
    RuleDefinition first = ids.putIfAbsent(rule.id(), rule);
    if (first != null) {
      report(
          rule.at(),
          "the rule id " + rule.id() + " is used twice, first at " + first.at(),
          "Maybe use the next free number.");
    }
    String prefix = rule.id().substring(0, rule.id().indexOf('-'));
    String home = rule.at().file().startsWith(ESCALATIONS) ? ESCALATIONS : rule.at().file();
    String owner = prefixes.putIfAbsent(prefix, home);
    if (owner != null && !owner.equals(home)) {
      report(
          rule.at(),
          "the prefix " + prefix + " belongs to " + owner,
          "Maybe choose another prefix for this file, or move the rule there.");
    }
    String path = rule.at().file();
    if (rule.escalates() && !path.startsWith(ESCALATIONS)) {
      report(
          rule.at(),
          rule.id() + " escalates, and stands in " + path,
          "Maybe move it to the folder " + ESCALATIONS + " .");
    }
    int slash = path.lastIndexOf('/');
    String folder = slash < 0 ? "" : "." + path.substring(0, slash).replace('/', '.');
    String expected = knowledge.settings().packageName() + folder;
    if (!rule.packageName().equals(expected)) {
      diagnostics.report(
          new Location(path, 1, 1),
          "the package is " + rule.packageName() + ", and the folder makes it " + expected,
          "Maybe write package " + expected + " in the first line.");
    }
  }

  private void annotations(RuleDefinition rule) {
    for (String source : rule.sources()) {
      KnowledgeCheck.known(
          diagnostics,
          "source",
          source,
          knowledge.sources().stream().map(SourceDefinition::id).toList(),
          rule.at(),
          "sources.yaml");
    }
    oneOf(rule, "@grade", rule.grade(), KnowledgeReader.GRADES);
    oneOf(rule, "@status", rule.status(), List.of("draft", "reviewed"));
    if (rule.status().equals("reviewed") != (rule.reviewed() != null)) {
      report(
          rule.at(),
          "@status( \"reviewed\" ) and @reviewed( \"date, name\" ) stand together or not at all",
          "Maybe add the date and the name of the clinician who signed, or make it draft.");
    }
    for (String cause : rule.mustExclude()) {
      cause(cause, rule.at());
    }
    if (!rule.mustExclude().isEmpty() && !rule.escalates()) {
      report(
          rule.at(),
          rule.id() + " has @cause and does not escalate",
          "Maybe delete @cause: it names what an escalation must exclude.");
    }
  }

  private void oneOf(RuleDefinition rule, String what, String value, List<String> known) {
    if (!value.isEmpty() && !known.contains(value)) {
      report(
          rule.at(),
          what + " of " + rule.id() + " cannot be " + value,
          Spelling.maybe(value, known, "Maybe one of " + String.join(", ", known) + "."));
    }
  }

  private void pattern(Pattern pattern) {
    Pattern.Constraint key = constraint(pattern, pattern.fact().key());
    if (key == null) {
      report(
          pattern.at(),
          pattern.fact().word() + " does not say which " + pattern.fact().key(),
          "Maybe add " + pattern.fact().key() + " == \"...\" .");
      return;
    }
    switch (pattern.fact()) {
      case PRESENT, ABSENT -> codes(key, FindingDefinition.Kind.TRI_STATE);
      case MEASURED -> measured(pattern, key);
      case CHOSEN -> chosen(pattern, key);
      case SUSPECTED -> suspected(pattern, key);
      case TRIAGED -> {
        for (Pattern.Literal urgency : key.values()) {
          among(urgency, "urgency", URGENCIES);
        }
      }
    }
  }

  private static Pattern.@Nullable Constraint constraint(Pattern pattern, String field) {
    for (Pattern.Constraint constraint : pattern.constraints()) {
      if (constraint.field().equals(field)) {
        return constraint;
      }
    }
    return null;
  }

  private boolean codes(Pattern.Constraint key, FindingDefinition.Kind kind) {
    boolean sound = true;
    for (Pattern.Literal code : key.values()) {
      FindingDefinition finding = knowledge.finding(code.text());
      if (finding == null) {
        KnowledgeCheck.known(
            diagnostics,
            "finding",
            code.text(),
            knowledge.findingCodes(),
            code.at(),
            "findings.yaml");
        sound = false;
      } else if (finding.kind() != kind) {
        String right =
            switch (finding.kind()) {
              case TRI_STATE -> "Present or Absent";
              case NUMERIC -> "Measured";
              case CHOICE -> "Chosen";
            };
        report(
            code.at(),
            code.text()
                + switch (finding.kind()) {
                  case TRI_STATE -> " is answered with yes or no";
                  case NUMERIC -> " is a number";
                  case CHOICE -> " is one of a list";
                },
            "Maybe use " + right + ".");
        sound = false;
      }
    }
    return sound;
  }

  private void measured(Pattern pattern, Pattern.Constraint key) {
    if (key.values().size() > 1) {
      report(
          key.at(),
          "Measured compares one finding, and this names " + key.values().size(),
          "Maybe write a rule for each.");
      return;
    }
    Pattern.Constraint value = constraint(pattern, "value");
    if (value == null) {
      report(pattern.at(), "Measured does not say which value", "Maybe add value >= ...");
      return;
    }
    FindingDefinition finding = knowledge.finding(key.values().get(0).text());
    if (!codes(key, FindingDefinition.Kind.NUMERIC) || finding == null) {
      return;
    }
    for (Pattern.Constraint constraint : pattern.constraints()) {
      if (!constraint.field().equals("value")) {
        continue;
      }
      for (Pattern.Literal limit : constraint.values()) {
        if (limit.number() < finding.least() || limit.number() > finding.most()) {
          report(
              limit.at(),
              finding.code()
                  + " lies from "
                  + Numbers.plain(finding.least())
                  + " to "
                  + Numbers.plain(finding.most())
                  + " "
                  + finding.unit()
                  + ", and this compares with "
                  + limit.text(),
              "Maybe the unit is another one.");
        }
      }
    }
  }

  private void chosen(Pattern pattern, Pattern.Constraint key) {
    Pattern.Constraint option = constraint(pattern, "option");
    if (option == null) {
      report(pattern.at(), "Chosen does not say which option", "Maybe add option == \"...\" .");
      return;
    }
    if (!codes(key, FindingDefinition.Kind.CHOICE)) {
      return;
    }
    for (Pattern.Literal code : key.values()) {
      FindingDefinition finding = knowledge.finding(code.text());
      for (Pattern.Literal value : option.values()) {
        if (finding != null) {
          among(value, "option of " + finding.code(), finding.options());
        }
      }
    }
  }

  private void suspected(Pattern pattern, Pattern.Constraint key) {
    for (Pattern.Literal cause : key.values()) {
      cause(cause.text(), cause.at());
    }
    Pattern.Constraint likelihood = constraint(pattern, "likelihood");
    if (likelihood != null) {
      for (Pattern.Literal value : likelihood.values()) {
        among(value, "likelihood", LIKELIHOODS);
      }
    }
  }

  private void among(Pattern.Literal value, String what, List<String> known) {
    if (!known.contains(value.text())) {
      report(
          value.at(),
          "there is no " + what + " " + value.text(),
          Spelling.maybe(value.text(), known, "Maybe one of " + String.join(", ", known) + "."));
    }
  }

  private void conclusion(Conclusion conclusion) {
    Location at = conclusion.at();
    String subject = conclusion.subject();
    switch (conclusion.kind()) {
      case SUPPORTS -> {
        cause(subject, at);
        ratio(conclusion, conclusion.number() > 1 && conclusion.number() <= MOST_RATIO);
      }
      case OPPOSES -> {
        cause(subject, at);
        ratio(conclusion, conclusion.number() >= LEAST_RATIO && conclusion.number() < 1);
      }
      case EMERGENCY, SAME_DAY, SOON -> {
        AdviceDefinition action = advice(subject, at);
        if (action != null && action.category() != AdviceDefinition.Category.ACTION) {
          report(
              at,
              subject + " is not an action, and an escalation asks for one",
              "Maybe give it category: action and within: in advice.yaml.");
        }
      }
      case RECOMMEND -> advice(subject, at);
      case WITHHOLD -> {
        AdviceDefinition advice = advice(subject, at);
        if (advice != null && advice.category() == AdviceDefinition.Category.ACTION) {
          report(
              at,
              subject + " is what an escalation asks for, and cannot be withheld",
              "Maybe delete this call.");
        }
      }
      case CONTRIBUTES ->
          KnowledgeCheck.known(
              diagnostics,
              "factor",
              subject,
              knowledge.factors().stream().map(FactorDefinition::code).toList(),
              at,
              "factors.yaml");
      case SCORE ->
          KnowledgeCheck.known(
              diagnostics,
              "score",
              subject,
              knowledge.scores().stream().map(ScoreDefinition::code).toList(),
              at,
              "scores.yaml");
      case NOTE -> {
        if (subject.isBlank()) {
          report(at, "the note is empty", "Maybe say how the answer was read.");
        }
      }
    }
  }

  private void ratio(Conclusion conclusion, boolean sound) {
    if (!sound) {
      boolean supports = conclusion.kind() == Kind.SUPPORTS;
      report(
          conclusion.at(),
          conclusion.kind().word()
              + " takes a likelihood ratio "
              + (supports ? "above 1 and at most 20" : "from 0.05 to below 1")
              + ", and this is "
              + Numbers.plain(conclusion.number()),
          supports && conclusion.number() > 0 && conclusion.number() < 1
              ? "Maybe opposes is meant."
              : !supports && conclusion.number() > 1
                  ? "Maybe supports is meant."
                  : "Maybe write the bound, and say so in the sentence.");
    }
  }

  private void cause(String code, Location at) {
    KnowledgeCheck.known(
        diagnostics,
        "cause",
        code,
        knowledge.causes().stream().map(CauseDefinition::code).toList(),
        at,
        "causes.yaml");
  }

  private @Nullable AdviceDefinition advice(String code, Location at) {
    KnowledgeCheck.known(
        diagnostics,
        "advice",
        code,
        knowledge.advice().stream().map(AdviceDefinition::code).toList(),
        at,
        "advice.yaml");
    return knowledge.advice(code);
  }

  private void policy(RuleDefinition rule) {
    if (rule.when().isEmpty()) {
      report(
          rule.at(),
          rule.id() + " has nothing after when",
          "Maybe add Present( code == \"...\" ).");
    }
    if (rule.then().isEmpty()) {
      report(rule.at(), rule.id() + " has nothing after then", "Maybe conclude.supports( ... );");
    }
    if (rule.escalates()) {
      for (Pattern pattern : rule.when()) {
        if (pattern.fact() == Fact.ABSENT || !pattern.fact().isFinding()) {
          report(
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
          report(
              conclusion.at(),
              "a rule on Suspected or Triaged cannot call " + kind.word(),
              "Maybe recommend, withhold or note: the ranking is settled by then.");
        }
      }
    }
  }

  private void report(Location at, String message, String maybe) {
    diagnostics.report(at, message, maybe);
  }
}
