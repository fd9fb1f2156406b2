package org.popliteus.engine.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.popliteus.engine.knowledge.Scenario.Expectation;
import org.popliteus.engine.knowledge.Scenario.Kind;

/** Reads one scenario, and reports what it names and nothing defines. */
final class ScenarioReader {
  private static final String SCREEN = "screen";
  private static final List<String> URGENCIES =
      List.of("emergency", "same-day", "soon", "self-care");

  private final KnowledgeBase knowledge;
  private final Diagnostics diagnostics;
  private final Map<String, Kind> kinds = new LinkedHashMap<>();
  private final Map<Kind, Set<String>> known = new EnumMap<>(Kind.class);

  ScenarioReader(KnowledgeBase knowledge, Diagnostics diagnostics) {
    this.knowledge = knowledge;
    this.diagnostics = diagnostics;
    for (Kind kind : Kind.values()) {
      kinds.put(kind.word(), kind);
      known.put(kind, new LinkedHashSet<>(values(kind)));
    }
  }

  Scenario scenario(FieldsReader fields, Location at) {
    Map<String, Object> given = new LinkedHashMap<>();
    Tree tree = fields.tree("given");
    if (tree instanceof Tree.Fields answers) {
      answers.fields().forEach((code, answer) -> answer(code, answer, given));
    } else if (tree != null) {
      diagnostics.report(
          tree.at(), "\"given\" holds answers by code", "Maybe {CALF_SWELLING: present}");
    }
    absent(fields, given);
    List<Expectation> expectations = new ArrayList<>();
    Tree expect = fields.requiredTree("expect");
    if (expect instanceof Tree.Fields expected && !expected.fields().isEmpty()) {
      expected.fields().forEach((word, value) -> expect(word, value, expectations));
    } else if (expect != null) {
      diagnostics.report(
          fields.at("expect"), "this scenario expects nothing", "Maybe add expect: {urgency: ...}");
    }
    return new Scenario(fields.text("name"), given, List.copyOf(expectations), at);
  }

  private void answer(String code, Tree.Entry entry, Map<String, Object> given) {
    FindingDefinition finding = knowledge.finding(code);
    if (finding == null) {
      KnowledgeCheck.known(
          diagnostics, "finding", code, knowledge.findingCodes(), entry.key(), "findings.yaml");
      return;
    }
    if (!(entry.value() instanceof Tree.Leaf leaf)) {
      diagnostics.report(entry.value().at(), code + " takes one answer", "Maybe present.");
      return;
    }
    String text = leaf.text().strip();
    boolean sound =
        text.equals("unknown")
            || switch (finding.kind()) {
              case TRI_STATE -> text.equals("present") || text.equals("absent");
              case CHOICE -> finding.options().contains(text);
              case NUMERIC -> inRange(finding, text);
            };
    if (!sound) {
      String wanted =
          switch (finding.kind()) {
            case TRI_STATE -> "present, absent or unknown";
            case CHOICE -> String.join(", ", finding.options());
            case NUMERIC ->
                "a number from "
                    + Numbers.plain(finding.least())
                    + " to "
                    + Numbers.plain(finding.most());
          };
      diagnostics.report(
          leaf.at(), code + " cannot be " + text, "Maybe one of these: " + wanted + ".");
      return;
    }
    boolean number = finding.kind() == FindingDefinition.Kind.NUMERIC && !text.equals("unknown");
    given.put(code, number ? (Object) Double.valueOf(text) : text);
  }

  private static boolean inRange(FindingDefinition finding, String text) {
    if (!Numbers.isPlain(text)) {
      return false;
    }
    double number = Double.parseDouble(text);
    return number >= finding.least() && number <= finding.most();
  }

  /** The shorthand for questions that were asked and answered with no. */
  private void absent(FieldsReader fields, Map<String, Object> given) {
    for (String what : fields.texts("absent")) {
      List<FindingDefinition> meant =
          knowledge.findings().stream()
              .filter(finding -> finding.kind() == FindingDefinition.Kind.TRI_STATE)
              .filter(f -> what.equals(SCREEN) ? f.screen() : f.group().equals(what))
              .toList();
      if (meant.isEmpty()) {
        List<String> known = new ArrayList<>(List.of(SCREEN));
        knowledge.findings().stream().map(FindingDefinition::group).distinct().forEach(known::add);
        diagnostics.report(
            fields.at("absent"),
            "\"absent\" takes screen or a group of the vocabulary, and this is " + what,
            Spelling.maybe(what, known, "Maybe one of " + String.join(", ", known) + "."));
      }
      meant.forEach(finding -> given.putIfAbsent(finding.code(), "absent"));
    }
  }

  private void expect(String word, Tree.Entry entry, List<Expectation> expectations) {
    Kind kind = kinds.get(word);
    if (kind == null) {
      Set<String> words = kinds.keySet();
      diagnostics.report(
          entry.key(),
          "a scenario cannot expect \"" + word + "\"",
          Spelling.maybe(word, words, "Maybe one of " + String.join(", ", words) + "."));
      return;
    }
    if (isEmpty(entry.value())) {
      diagnostics.report(
          entry.value().at(),
          "\"" + word + "\" expects nothing, so it cannot fail",
          "Maybe delete it, or name what is expected.");
      return;
    }
    Map<String, Double> points = new LinkedHashMap<>();
    List<String> values = new ArrayList<>();
    if (kind == Kind.SCORES && entry.value() instanceof Tree.Fields scores) {
      scores
          .fields()
          .forEach(
              (score, sum) -> {
                boolean number =
                    sum.value() instanceof Tree.Leaf leaf && Numbers.isPlain(leaf.text());
                if (number && sum.value() instanceof Tree.Leaf leaf) {
                  points.put(score, Double.valueOf(leaf.text()));
                  values.add(score);
                } else {
                  diagnostics.report(
                      sum.value().at(), score + " takes a number", "Maybe " + score + ": 2");
                }
              });
    } else if (kind == Kind.SAYS && entry.value() instanceof Tree.Fields sayings) {
      sayings.fields().forEach((rule, saying) -> sayings(rule, saying.value(), values));
    } else if (kind == Kind.SAYS) {
      diagnostics.report(
          entry.value().at(),
          "\"says\" holds what single rules say, by rule",
          "Maybe {DVT-03: weak for}");
      return;
    } else if (kind == Kind.SCORES) {
      diagnostics.report(
          entry.value().at(), "\"scores\" holds sums by score", "Maybe {WELLS_DVT: 2}");
      return;
    } else {
      leaves(entry.value(), values);
    }
    values.forEach(value -> known(kind, value, entry.value().at()));
    expectations.add(
        new Expectation(kind, List.copyOf(values), Map.copyOf(points), entry.value().at()));
  }

  private static boolean isEmpty(Tree tree) {
    return (tree instanceof Tree.Items items && items.items().isEmpty())
        || (tree instanceof Tree.Fields fields && fields.fields().isEmpty());
  }

  private void sayings(String rule, Tree tree, List<String> values) {
    List<String> said = new ArrayList<>();
    leaves(tree, said);
    said.forEach(saying -> values.add(rule + " " + saying));
  }

  private void leaves(Tree tree, List<String> values) {
    if (tree instanceof Tree.Leaf leaf) {
      values.add(leaf.text().strip());
    } else if (tree instanceof Tree.Items items) {
      items.items().forEach(item -> leaves(item, values));
    } else {
      diagnostics.report(
          tree.at(), "here stands a word or a list of words", "Maybe [FIRST, SECOND].");
    }
  }

  private void known(Kind kind, String value, Location at) {
    if (kind == Kind.SAYS) {
      saying(value, at);
      return;
    }
    Set<String> values = known.getOrDefault(kind, Set.of());
    if (!values.contains(value)) {
      diagnostics.report(
          at,
          "\"" + kind.word() + "\" cannot be " + value,
          Spelling.maybe(value, values, "Maybe it was renamed or deleted."));
    }
  }

  /** What a kind of expectation can name. */
  private Collection<String> values(Kind kind) {
    return switch (kind) {
      case URGENCY, URGENCY_AT_LEAST -> URGENCIES;
      case FIRES, SILENT, ESCALATIONS -> ruleIds();
      case FIRST, AMONG_FIRST_THREE, LIKELY, NOT_LIKELY, NOT_LISTED, MUST_EXCLUDE ->
          knowledge.causeCodes();
      case RECOMMENDS, WITHHOLDS, DOES_NOT_RECOMMEND -> knowledge.adviceCodes();
      case CONTRIBUTES -> knowledge.factors().stream().map(FactorDefinition::code).toList();
      case SCORES -> knowledge.scores().stream().map(ScoreDefinition::code).toList();
      case PROVISIONAL -> List.of("true", "false");
      case SAYS -> List.of();
    };
  }

  /** A rule id and, after a space, a strength, an urgency or an advice that it stops. */
  private void saying(String value, Location at) {
    int end = value.indexOf(' ');
    known(Kind.FIRES, value.substring(0, end), at);
    String said = value.substring(end + 1);
    String cause = said.substring(said.lastIndexOf(' ') + 1);
    if (said.startsWith("no ")) {
      known(Kind.WITHHOLDS, said.substring("no ".length()), at);
    } else if (Strength.allWords().stream().anyMatch(words -> said.startsWith(words + " "))) {
      known(Kind.LIKELY, cause, at);
    } else if (!Strength.allWords().contains(said) && !URGENCIES.subList(0, 3).contains(said)) {
      diagnostics.report(
          at,
          "\"says\" cannot be " + said,
          "Maybe " + String.join(", ", Strength.allWords()) + ", an urgency, or no and an advice.");
    }
  }

  private List<String> ruleIds() {
    List<String> ids = new ArrayList<>();
    knowledge.rules().forEach(rule -> ids.add(rule.id()));
    ids.add(knowledge.settings().nothingAnswered().id());
    ids.add(knowledge.settings().reviewWhenLikely().id());
    return ids;
  }
}
