package org.popliteus.engine.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.popliteus.engine.knowledge.Tokens.Kind;
import org.popliteus.engine.knowledge.Tokens.Token;

/**
 * Reads a rule file. The language is the small part of DRL that a rule needs, and nothing else: a
 * package, one import, one global, and rules whose parts are plain constraints and plain calls.
 * What it does not know never reaches a compiler. One mistake gives one message; reading goes on at
 * the next rule.
 */
final class RuleParser {
  /** The annotations in the order in which they stand. */
  static final List<String> ANNOTATIONS =
      List.of("because", "source", "grade", "group", "cause", "status", "reviewed");

  private static final List<String> REQUIRED = List.of("because", "source", "grade", "status");
  private static final String FACTS = "org.popliteus.engine.fact.*";
  private static final String CONCLUSIONS = "org.popliteus.engine.Conclusions";
  private static final List<String> REFUSED_IN_WHEN =
      List.of("not", "exists", "forall", "or", "and", "eval", "from", "accumulate", "collect");

  private static final List<String> FACT_WORDS =
      Arrays.stream(Pattern.Fact.values()).map(Pattern.Fact::word).toList();
  private static final List<String> CONCLUSION_WORDS =
      Arrays.stream(Conclusion.Kind.values()).map(Conclusion.Kind::word).toList();

  private final Tokens tokens;
  private final Diagnostics diagnostics;
  private final List<RuleDefinition> rules = new ArrayList<>();
  private Token token;

  /** Just behind the last token that was read. */
  private Location behind;

  private String packageName = "";

  private RuleParser(String file, String text, Diagnostics diagnostics) {
    this.tokens = new Tokens(file, text);
    this.diagnostics = diagnostics;
    this.behind = new Location(file, 1, 1);
    this.token = new Token(Kind.END_OF_FILE, "", behind, true);
  }

  /** The rules that could be read. */
  static List<RuleDefinition> parse(String file, String text, Diagnostics diagnostics) {
    RuleParser parser = new RuleParser(file, text, diagnostics);
    parser.file();
    return parser.rules;
  }

  /** A mistake that ends the reading of one rule. */
  private static final class Mistake extends Exception {
    private static final long serialVersionUID = 1L;
    final transient Location at;
    final String maybe;

    Mistake(Location at, String message, String maybe) {
      super(message);
      this.at = at;
      this.maybe = maybe;
    }
  }

  private void file() {
    try {
      advance();
      head();
    } catch (Mistake mistake) {
      recover(mistake);
    }
    while (token.kind() != Kind.END_OF_FILE) {
      try {
        if (!token.is("rule")) {
          throw new Mistake(
              token.at(),
              "a rule file holds rules alone, and this is " + token.shown(),
              token.kind() == Kind.WORD
                  ? Spelling.maybe(
                      token.text(),
                      List.of("rule"),
                      "Maybe delete it: functions, declarations and queries are not for rule files.")
                  : "Maybe delete it, or begin the rule with the word rule.");
        }
        rules.add(rule());
      } catch (Mistake mistake) {
        recover(mistake);
      }
    }
  }

  private void recover(Mistake mistake) {
    diagnostics.report(mistake.at, String.valueOf(mistake.getMessage()), mistake.maybe);
    while (!(token.is("rule") && token.firstOnLine() && token.at().compareTo(mistake.at) > 0)) {
      if (token.kind() == Kind.END_OF_FILE && token.at().compareTo(mistake.at) >= 0) {
        return;
      }
      try {
        token = tokens.next();
      } catch (Tokens.Unreadable further) {
        tokens.skipToNextRule();
      }
    }
  }

  private void head() throws Mistake {
    expect("package", "the file begins with its package");
    packageName = dotted();
    optionalSemicolon();
    expect("import", "below the package stands import " + FACTS);
    Location importAt = token.at();
    String imported = dotted();
    optionalSemicolon();
    if (!imported.equals(FACTS)) {
      throw new Mistake(
          importAt,
          "a rule file imports nothing but " + FACTS,
          "Maybe import " + FACTS + " instead.");
    }
    expect("global", "below the import stands global " + CONCLUSIONS + " conclude");
    Location globalAt = token.at();
    String type = dotted();
    String name = word("the name of the global");
    optionalSemicolon();
    if (!type.equals(CONCLUSIONS) || !name.equals("conclude")) {
      throw new Mistake(
          globalAt,
          "the only global of a rule file is " + CONCLUSIONS + " conclude",
          "Maybe delete this one.");
    }
  }

  private RuleDefinition rule() throws Mistake {
    Location at = token.at();
    advance();
    if (token.kind() != Kind.TEXT) {
      throw new Mistake(
          token.at(),
          "after the word rule stands its name in quotes, and this is " + token.shown(),
          "Maybe put \" before and after the name.");
    }
    String name = token.text();
    advance();
    Map<String, String> annotations = annotations();
    expect("when", "after the annotations of a rule stands the word when");
    List<Pattern> when = new ArrayList<>();
    while (!token.is("then")) {
      when.add(pattern());
    }
    advance();
    List<Conclusion> then = new ArrayList<>();
    while (!token.is("end")) {
      then.add(conclusion(name));
    }
    advance();
    for (String required : REQUIRED) {
      if (!annotations.containsKey(required)) {
        diagnostics.report(
            at,
            "the rule \"" + name + "\" has no @" + required,
            "Maybe add @" + required + "( \"...\" ) below its name.");
      }
    }
    int space = name.indexOf(' ');
    return new RuleDefinition(
        space < 0 ? name : name.substring(0, space),
        name,
        annotations.getOrDefault("because", ""),
        split(annotations.getOrDefault("source", "")),
        annotations.getOrDefault("grade", ""),
        annotations.get("group"),
        annotations.getOrDefault("status", ""),
        annotations.get("reviewed"),
        split(annotations.getOrDefault("cause", "")),
        List.copyOf(when),
        List.copyOf(then),
        packageName,
        at);
  }

  private Map<String, String> annotations() throws Mistake {
    Map<String, String> annotations = new LinkedHashMap<>();
    int last = -1;
    while (token.is("@")) {
      Location at = token.at();
      advance();
      String name = word("the name of an annotation");
      int order = ANNOTATIONS.indexOf(name);
      if (order < 0) {
        throw new Mistake(
            at,
            "there is no annotation @" + name,
            Spelling.maybe(
                "@" + name,
                ANNOTATIONS.stream().map(known -> "@" + known).toList(),
                "Maybe one of @" + String.join(", @", ANNOTATIONS) + "."));
      }
      expect("(", "after the name of an annotation stands a text in parentheses");
      if (token.kind() != Kind.TEXT) {
        throw new Mistake(
            token.at(),
            "@" + name + " takes one text in quotes, and this is " + token.shown(),
            "Maybe put \" before and after it.");
      }
      String value = token.text().strip();
      Location valueAt = token.at();
      advance();
      expect(")", "after the text of an annotation stands a closing parenthesis");
      if (value.isEmpty()) {
        diagnostics.report(valueAt, "@" + name + " is empty", "Maybe fill it in.");
      }
      if (annotations.put(name, value) != null) {
        diagnostics.report(at, "@" + name + " stands twice", "Maybe delete one of them.");
      } else if (order < last) {
        diagnostics.report(
            at,
            "@" + name + " stands after @" + ANNOTATIONS.get(last),
            "Maybe move it up; the order is @" + String.join(", @", ANNOTATIONS) + ".");
      }
      last = Math.max(last, order);
    }
    return annotations;
  }

  private Pattern pattern() throws Mistake {
    Location at = token.at();
    if (token.kind() == Kind.END_OF_FILE || (token.is("rule") && token.firstOnLine())) {
      throw new Mistake(
          behind,
          "the part after when is not closed: behind it stands then",
          "Maybe add then, the conclusion, and end.");
    }
    if (token.kind() == Kind.WORD && REFUSED_IN_WHEN.contains(token.text())) {
      throw new Mistake(
          at,
          "\"" + token.text() + "\" cannot stand in a rule",
          switch (token.text()) {
            case "not", "exists", "forall" ->
                "Maybe Absent( code == \"...\" ): an answer that is missing is not a no.";
            case "or" -> "Maybe use in ( \"A\", \"B\" ), or write a second rule.";
            case "and" -> "Maybe delete it: the lines after when must all hold.";
            default -> "Maybe say it with Present, Absent, Measured or Chosen.";
          });
    }
    if (token.is("conclude")) {
      throw new Mistake(
          behind,
          "the word then is missing before conclude",
          "Maybe add a line with then below this one.");
    }
    String word = word(FACT_WORDS);
    Pattern.Fact fact = null;
    for (Pattern.Fact candidate : Pattern.Fact.values()) {
      if (candidate.word().equals(word)) {
        fact = candidate;
      }
    }
    if (fact == null) {
      throw new Mistake(
          at,
          "a line after when begins with a kind of fact, and \"" + word + "\" is none",
          Spelling.maybe(word, FACT_WORDS, "Maybe one of " + String.join(", ", FACT_WORDS) + "."));
    }
    expect("(", "after the kind of fact stands an opening parenthesis");
    List<Pattern.Constraint> constraints = new ArrayList<>();
    constraints.add(constraint(fact));
    while (token.is(",")) {
      advance();
      constraints.add(constraint(fact));
    }
    expect(")", "here the line needs a comma and a further condition, or a closing parenthesis");
    return new Pattern(fact, List.copyOf(constraints), at);
  }

  private Pattern.Constraint constraint(Pattern.Fact fact) throws Mistake {
    Location at = token.at();
    boolean texts = token.kind() == Kind.WORD && fact.texts().contains(token.text());
    if (!texts && !fact.numbers().contains(token.text())) {
      List<String> fields = new ArrayList<>(fact.texts());
      fields.addAll(fact.numbers());
      String field = word(fields);
      throw new Mistake(
          at,
          fact.word() + " has no \"" + field + "\"",
          Spelling.maybe(field, fields, "Maybe one of " + String.join(", ", fields) + "."));
    }
    String field = token.text();
    advance();
    Pattern.Operator operator = operator();
    List<Pattern.Literal> values = new ArrayList<>();
    if (operator == Pattern.Operator.IN) {
      expect("(", "after in stands an opening parenthesis");
      values.add(literal());
      while (token.is(",")) {
        advance();
        values.add(literal());
      }
      expect(")", "here the list needs a comma and a further value, or a closing parenthesis");
    } else {
      values.add(literal());
    }
    for (Pattern.Literal value : values) {
      if (value.quoted() != texts) {
        throw new Mistake(
            value.at(),
            field
                + (texts
                    ? " is compared with a text in quotes, and this is the number "
                    : " is compared with a number, and this is the text ")
                + value.text(),
            texts ? "Maybe put it in quotes." : "Maybe delete the quotes.");
      }
    }
    if (texts && operator != Pattern.Operator.EQUAL && operator != Pattern.Operator.IN) {
      throw new Mistake(
          at, "a text cannot be compared with " + operator.sign(), "Maybe use == or in.");
    }
    return new Pattern.Constraint(field, operator, List.copyOf(values), at);
  }

  private Pattern.Operator operator() throws Mistake {
    for (Pattern.Operator operator : Pattern.Operator.values()) {
      if (token.is(operator.sign())) {
        advance();
        return operator;
      }
    }
    String signs = "==, in, <, <=, > or >=";
    throw new Mistake(
        token.at(),
        "here stands one of " + signs + ", and this is " + token.shown(),
        token.is("=")
            ? "Maybe write == with two signs."
            : token.is("!=")
                ? "Maybe name what it must be, with == or in: an answer that is missing is not a no."
                : "Maybe one of " + signs + ".");
  }

  private Pattern.Literal literal() throws Mistake {
    if (token.kind() != Kind.TEXT && token.kind() != Kind.NUMBER) {
      throw new Mistake(
          token.at(),
          "here stands a text in quotes or a number, and this is " + token.shown(),
          token.kind() == Kind.WORD ? "Maybe put it in quotes." : "Maybe the value is missing.");
    }
    Pattern.Literal literal =
        Pattern.Literal.of(token.text(), token.kind() == Kind.TEXT, token.at());
    advance();
    return literal;
  }

  private Conclusion conclusion(String rule) throws Mistake {
    Location at = token.at();
    if (token.kind() == Kind.END_OF_FILE || (token.is("rule") && token.firstOnLine())) {
      throw new Mistake(
          behind,
          "the rule \"" + rule + "\" is not closed",
          "Maybe add the word end below this line.");
    }
    if (!token.is("conclude")) {
      throw new Mistake(
          at,
          "after then stand calls on conclude alone, and this is " + token.shown(),
          "Maybe conclude.supports( \"CAUSE\", 2 ); or another of "
              + String.join(", ", CONCLUSION_WORDS)
              + ".");
    }
    advance();
    expect(".", "after conclude stands a point");
    Location methodAt = token.at();
    String method = word(CONCLUSION_WORDS);
    Conclusion.Kind kind = null;
    for (Conclusion.Kind candidate : Conclusion.Kind.values()) {
      if (candidate.word().equals(method)) {
        kind = candidate;
      }
    }
    if (kind == null) {
      throw new Mistake(
          methodAt,
          "conclude has no \"" + method + "\"",
          Spelling.maybe(
              method,
              CONCLUSION_WORDS,
              "Maybe one of " + String.join(", ", CONCLUSION_WORDS) + "."));
    }
    expect("(", "after the name of a conclusion stands an opening parenthesis");
    if (token.kind() != Kind.TEXT) {
      throw new Mistake(
          token.at(),
          method + " takes a text in quotes first, and this is " + token.shown(),
          "Maybe put \" before and after it.");
    }
    String subject = token.text();
    advance();
    double number = 0;
    if (kind.numbered()) {
      expect(",", "this conclusion takes a number after the code");
      if (token.kind() != Kind.NUMBER) {
        throw new Mistake(
            token.at(),
            method + " takes a number after the code, and this is " + token.shown(),
            "Maybe write a number such as 2 or 0.5.");
      }
      number = Double.parseDouble(token.text());
      advance();
    }
    expect(")", "here the call needs its closing parenthesis");
    expect(";", "a call ends with a semicolon");
    return new Conclusion(kind, subject, number, at);
  }

  private static List<String> split(String list) {
    List<String> items = new ArrayList<>();
    int start = 0;
    while (start < list.length()) {
      int end = list.indexOf(';', start);
      String item = list.substring(start, end < 0 ? list.length() : end).strip();
      if (!item.isEmpty()) {
        items.add(item);
      }
      start = end < 0 ? list.length() : end + 1;
    }
    return List.copyOf(items);
  }

  private String dotted() throws Mistake {
    StringBuilder name = new StringBuilder(word("a package"));
    while (token.is(".")) {
      advance();
      name.append('.').append(token.text());
      advance();
    }
    return name.toString();
  }

  private String word(List<String> wanted) throws Mistake {
    return word(token.kind() == Kind.WORD ? "" : "one of " + String.join(", ", wanted));
  }

  private String word(String wanted) throws Mistake {
    if (token.kind() != Kind.WORD) {
      throw new Mistake(
          token.at(),
          "here stands " + wanted + ", and this is " + token.shown(),
          "Maybe a word is missing, or a quote or a parenthesis before it.");
    }
    String word = token.text();
    advance();
    return word;
  }

  private void expect(String wanted, String why) throws Mistake {
    if (!token.is(wanted)) {
      throw new Mistake(
          gap(),
          why + ", and here is " + token.shown(),
          token.kind() == Kind.WORD && wanted.length() > 1
              ? Spelling.maybe(token.text(), List.of(wanted), "Maybe add " + wanted + " before it.")
              : "Maybe add " + wanted + " before it.");
    }
    advance();
  }

  private void optionalSemicolon() throws Mistake {
    if (token.is(";")) {
      advance();
    }
  }

  /** Where something is missing: behind the last token, if the next one begins another line. */
  private Location gap() {
    return token.firstOnLine() || token.kind() == Kind.END_OF_FILE ? behind : token.at();
  }

  private void advance() throws Mistake {
    try {
      behind = tokens.here();
      token = tokens.next();
    } catch (Tokens.Unreadable unreadable) {
      tokens.skipToNextRule();
      throw new Mistake(unreadable.at, String.valueOf(unreadable.getMessage()), unreadable.maybe);
    }
  }
}
