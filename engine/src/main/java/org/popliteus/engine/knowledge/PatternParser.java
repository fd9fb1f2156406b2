package org.popliteus.engine.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.popliteus.engine.knowledge.Cursor.Mistake;
import org.popliteus.engine.knowledge.Tokens.Kind;

/**
 * Reads the lines of a rule between {@code when} and {@code then}: facts and plain constraints,
 * nothing else.
 */
final class PatternParser {
  private static final String OR = "Maybe use in ( \"A\", \"B\" ), or write a second rule.";
  private static final String NOT =
      "Maybe Absent( code == \"...\" ): an answer that is missing is not a no.";
  private static final String PLAIN = "Maybe say it with Present, Absent, Measured or Chosen.";
  private static final Map<String, String> REFUSED =
      Map.of(
          "not", NOT,
          "exists", "Maybe delete it: a rule counts once, however many answers fit.",
          "forall", NOT,
          "or", OR,
          "and", "Maybe delete it: the lines after when must all hold.",
          "eval", PLAIN,
          "from", PLAIN,
          "accumulate", PLAIN,
          "collect", PLAIN);
  private static final Map<String, String> UNWANTED =
      Map.of(
          ";", "Maybe delete it: a line after when ends without a sign.",
          ",", "Maybe delete it: the lines after when must all hold.",
          "$", "Maybe delete the name: a rule needs none.",
          "&", "Maybe delete it: the lines after when must all hold.",
          "|", OR,
          "(", "Maybe delete it, and the parenthesis that closes it.",
          ")", "Maybe delete it: one parenthesis more is closed than was opened.");
  private static final List<String> FACTS =
      Arrays.stream(Pattern.Fact.values()).map(Pattern.Fact::word).toList();
  private static final String SIGNS = "==, in, <, <=, > or >=";

  private final Cursor cursor;

  PatternParser(Cursor cursor) {
    this.cursor = cursor;
  }

  /** All lines, up to {@code then}. */
  List<Pattern> patterns() throws Mistake {
    List<Pattern> patterns = new ArrayList<>();
    while (!cursor.is("then")) {
      patterns.add(pattern());
    }
    return List.copyOf(patterns);
  }

  private Pattern pattern() throws Mistake {
    Location at = cursor.at();
    if (cursor.atNextRuleOrEnd() || cursor.is("end")) {
      throw new Mistake(
          cursor.behind(),
          "the part after when is not closed: behind it stands then",
          "Maybe add then, the conclusion, and end.");
    }
    if (cursor.is("conclude")) {
      throw new Mistake(
          cursor.behind(),
          "the word then is missing before conclude",
          "Maybe add a line with then below this one.");
    }
    Pattern.Fact fact = fact();
    cursor.expect("(", "after the kind of fact stands an opening parenthesis");
    List<Pattern.Constraint> constraints = new ArrayList<>();
    constraints.add(constraint(fact));
    while (cursor.is(",")) {
      cursor.advance();
      constraints.add(constraint(fact));
    }
    cursor.expect(
        ")",
        "here the line needs a comma and a further condition, or a closing parenthesis",
        cursor.is(Kind.WORD) && !cursor.token().firstOnLine()
            ? "Maybe add a comma before it."
            : cursor.is("|") ? OR : "");
    return new Pattern(fact, List.copyOf(constraints), at);
  }

  private Pattern.Fact fact() throws Mistake {
    Location at = cursor.at();
    String refused = cursor.is(Kind.WORD) ? REFUSED.get(cursor.token().text()) : null;
    if (refused != null) {
      throw new Mistake(at, cursor.token().shown() + " cannot stand in a rule", refused);
    }
    String sign = cursor.is(Kind.SIGN) ? UNWANTED.get(cursor.token().text()) : null;
    if (sign != null) {
      throw new Mistake(at, cursor.token().shown() + " cannot stand here", sign);
    }
    String word = cursor.word(FACTS);
    for (Pattern.Fact fact : Pattern.Fact.values()) {
      if (fact.word().equals(word)) {
        return fact;
      }
    }
    List<String> words = new ArrayList<>(FACTS);
    words.add("then");
    throw new Mistake(
        at,
        "a line after when begins with a kind of fact, and \"" + word + "\" is none",
        Spelling.maybe(word, words, "Maybe one of " + String.join(", ", FACTS) + "."));
  }

  private Pattern.Constraint constraint(Pattern.Fact fact) throws Mistake {
    Location at = cursor.at();
    boolean texts = cursor.is(Kind.WORD) && fact.texts().contains(cursor.token().text());
    if (!texts && !fact.numbers().contains(cursor.token().text())) {
      List<String> fields = new ArrayList<>(fact.texts());
      fields.addAll(fact.numbers());
      String field = cursor.word(fields);
      throw new Mistake(
          at,
          fact.word() + " has no \"" + field + "\"",
          Spelling.maybe(field, fields, "Maybe one of " + String.join(", ", fields) + "."));
    }
    String field = cursor.take();
    Pattern.Operator operator = operator();
    List<Pattern.Literal> values = new ArrayList<>();
    if (operator == Pattern.Operator.IN) {
      cursor.expect("(", "after in stands an opening parenthesis");
      values.add(literal());
      while (cursor.is(",")) {
        cursor.advance();
        values.add(literal());
      }
      cursor.expect(
          ")",
          "here the list needs a comma and a further value, or a closing parenthesis",
          cursor.is(Kind.TEXT) || cursor.is(Kind.NUMBER) ? "Maybe add a comma before it." : "");
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
      if (cursor.is(operator.sign())) {
        cursor.advance();
        return operator;
      }
    }
    throw new Mistake(
        cursor.gap(),
        "here stands one of " + SIGNS + ", and this is " + cursor.token().shown(),
        switch (cursor.token().text()) {
          case "=" -> "Maybe write == with two signs, or <= or >= in this order.";
          case "!=" ->
              "Maybe name what it must be, with == or in: an answer that is missing is not a no.";
          case "(" -> "Maybe delete the call: a rule compares, and computes nothing.";
          case "is", ":", "equals" -> "Maybe == ?";
          case "\u2265" -> "Maybe >= ?";
          case "\u2264" -> "Maybe <= ?";
          default -> "Maybe one of " + SIGNS + ".";
        });
  }

  private Pattern.Literal literal() throws Mistake {
    if (!cursor.is(Kind.TEXT) && !cursor.is(Kind.NUMBER)) {
      throw new Mistake(
          cursor.gap(),
          "here stands a text in quotes or a number, and this is " + cursor.token().shown(),
          cursor.is(Kind.WORD)
              ? "Maybe put it in quotes."
              : cursor.is("=")
                  ? "Maybe delete the space before it."
                  : "Maybe the value is missing, or a comma is too many.");
    }
    Pattern.Literal literal =
        Pattern.Literal.of(cursor.token().text(), cursor.is(Kind.TEXT), cursor.at());
    cursor.advance();
    return literal;
  }
}
