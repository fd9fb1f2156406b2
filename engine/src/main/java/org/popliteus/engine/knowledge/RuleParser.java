package org.popliteus.engine.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.popliteus.engine.knowledge.Cursor.Mistake;
import org.popliteus.engine.knowledge.Tokens.Kind;

/**
 * Reads a rule file. The language is the small part of DRL that a rule needs, and nothing else: a
 * package, one import, one global, and rules whose parts are plain constraints and plain calls.
 * What it does not know never reaches a compiler. One mistake gives one message; reading goes on at
 * the next rule.
 */
final class RuleParser {
  private static final String FACTS = "org.popliteus.engine.fact.*";
  private static final String CONCLUSIONS = "org.popliteus.engine.Conclusions";

  /** What DRL has beside rules, and why it is not for rule files. */
  private static final Map<String, String> REFUSED =
      Map.of(
          "import", "Maybe delete it: a rule needs nothing beside " + FACTS + ".",
          "global", "Maybe delete it: a rule concludes with conclude alone.",
          "package", "Maybe delete it: the package stands once, in the first line.",
          "function", "Maybe delete it: a rule file holds no code.",
          "declare", "Maybe delete it: the facts are those of " + FACTS + ".",
          "query", "Maybe delete it: an answer is made of conclusions alone.",
          "dialect", "Maybe delete it: a rule file holds no code.",
          "unit", "Maybe delete it.");

  /** Attributes of DRL, by which the order of rules would decide what they mean. */
  private static final List<String> ATTRIBUTES =
      List.of(
          "salience",
          "no-loop",
          "no",
          "lock",
          "agenda",
          "ruleflow",
          "activation",
          "auto",
          "date",
          "duration",
          "timer",
          "calendars",
          "enabled",
          "dialect",
          "attributes",
          "extends");

  private final Cursor cursor;
  private final Diagnostics diagnostics;
  private final List<RuleDefinition> rules = new ArrayList<>();
  private String packageName = "";

  private RuleParser(String file, String text, Diagnostics diagnostics) {
    this.cursor = new Cursor(file, text);
    this.diagnostics = diagnostics;
  }

  /** The rules that could be read. */
  static List<RuleDefinition> parse(String file, String text, Diagnostics diagnostics) {
    RuleParser parser = new RuleParser(file, text, diagnostics);
    parser.file();
    return parser.rules;
  }

  private void file() {
    try {
      cursor.advance();
      head();
    } catch (Mistake mistake) {
      recover(mistake);
    }
    while (!cursor.is(Kind.END_OF_FILE)) {
      try {
        if (!cursor.is("rule")) {
          throw noRule();
        }
        rules.add(rule());
      } catch (Mistake mistake) {
        recover(mistake);
      }
    }
  }

  private Mistake noRule() {
    String maybe = "Maybe delete it, or begin the rule with the word rule.";
    if (cursor.is("/") || cursor.is("#")) {
      maybe = "Maybe begin the comment with //.";
    } else if (cursor.is(Kind.WORD)) {
      String word = cursor.token().text();
      maybe =
          REFUSED.getOrDefault(
              word,
              Spelling.maybe(word, List.of("rule"), "Maybe delete it: a rule ends with end."));
    }
    return new Mistake(
        cursor.at(), "a rule file holds rules alone, and this is " + cursor.token().shown(), maybe);
  }

  private void recover(Mistake mistake) {
    diagnostics.report(mistake.at, String.valueOf(mistake.getMessage()), mistake.maybe);
    cursor.recover(mistake.at);
  }

  private void head() throws Mistake {
    cursor.expect(
        "package",
        "the file begins with its package",
        "Maybe begin the file with package, its folder with points.");
    packageName = cursor.dotted();
    cursor.optionalSemicolon();
    cursor.expect(
        "import",
        "below the package stands import " + FACTS,
        "Maybe add a line with import " + FACTS);
    Location importAt = cursor.at();
    String imported = cursor.dotted();
    cursor.optionalSemicolon();
    if (!imported.equals(FACTS)) {
      throw new Mistake(
          importAt,
          "a rule file imports nothing but " + FACTS,
          "Maybe import " + FACTS + " instead.");
    }
    if (cursor.is("import")) {
      throw new Mistake(
          cursor.at(),
          "a rule file imports nothing but " + FACTS,
          REFUSED.getOrDefault("import", ""));
    }
    cursor.expect(
        "global",
        "below the import stands global " + CONCLUSIONS + " conclude",
        "Maybe add a line with global " + CONCLUSIONS + " conclude");
    Location globalAt = cursor.at();
    String type = cursor.dotted();
    String name = cursor.word("the name of the global");
    cursor.optionalSemicolon();
    if (!type.equals(CONCLUSIONS) || !name.equals("conclude")) {
      throw new Mistake(
          globalAt,
          "the only global of a rule file is " + CONCLUSIONS + " conclude",
          "Maybe write global " + CONCLUSIONS + " conclude");
    }
  }

  private RuleDefinition rule() throws Mistake {
    Location at = cursor.at();
    cursor.advance();
    if (!cursor.is(Kind.TEXT)) {
      throw new Mistake(
          cursor.gap(),
          "after the word rule stands its name in quotes, and this is " + cursor.token().shown(),
          "Maybe put \" before and after the name.");
    }
    String name = cursor.take();
    Annotations annotations = Annotations.read(cursor, diagnostics);
    if (cursor.is(Kind.WORD) && ATTRIBUTES.contains(cursor.token().text())) {
      throw new Mistake(
          cursor.at(),
          cursor.token().shown() + " cannot stand in a rule: no rule waits for another",
          "Maybe delete this line.");
    }
    String word = cursor.is(Kind.WORD) ? cursor.token().text() : "";
    if (Annotations.NAMES.contains(word)) {
      throw new Mistake(
          cursor.at(), "before the name of an annotation stands @", "Maybe @" + word + "?");
    }
    cursor.expect(
        "when",
        "after the annotations of a rule stands the word when",
        "Maybe add a line with when below this one.");
    List<Pattern> when = new PatternParser(cursor).patterns();
    cursor.advance();
    List<Conclusion> then = new ConclusionParser(cursor).conclusions(name);
    cursor.advance();
    annotations.reportMissing(name, at, diagnostics);
    int space = name.indexOf(' ');
    return new RuleDefinition(
        space < 0 ? name : name.substring(0, space),
        name,
        annotations.text("because"),
        annotations.list("source"),
        annotations.text("grade"),
        annotations.optionalText("group"),
        annotations.text("status"),
        annotations.optionalText("reviewed"),
        annotations.list("cause"),
        when,
        then,
        packageName,
        at);
  }
}
