package org.popliteus.engine.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.popliteus.engine.knowledge.Cursor.Mistake;
import org.popliteus.engine.knowledge.Tokens.Kind;

/**
 * Reads the calls of a rule between {@code then} and {@code end}: {@code conclude} with literals,
 * nothing else.
 */
final class ConclusionParser {
  private static final List<String> WORDS =
      Arrays.stream(Conclusion.Kind.values()).map(Conclusion.Kind::word).toList();

  private final Cursor cursor;

  ConclusionParser(Cursor cursor) {
    this.cursor = cursor;
  }

  /** All calls, up to {@code end}. */
  List<Conclusion> conclusions(String rule) throws Mistake {
    List<Conclusion> conclusions = new ArrayList<>();
    while (!cursor.is("end")) {
      conclusions.add(conclusion(rule));
    }
    return List.copyOf(conclusions);
  }

  private Conclusion conclusion(String rule) throws Mistake {
    Location at = cursor.at();
    if (cursor.atNextRuleOrEnd()) {
      throw new Mistake(
          cursor.behind(),
          "the rule \"" + rule + "\" is not closed",
          "Maybe add the word end below this line.");
    }
    if (cursor.is(Kind.WORD) && WORDS.contains(cursor.token().text())) {
      throw new Mistake(
          at,
          "before " + cursor.token().shown() + " stands conclude and a point",
          "Maybe conclude." + cursor.token().text() + "?");
    }
    if (!cursor.is("conclude")) {
      throw new Mistake(
          at,
          "after then stand calls on conclude alone, and this is " + cursor.token().shown(),
          cursor.is(";")
              ? "Maybe delete it."
              : Spelling.maybe(
                  cursor.is(Kind.WORD) ? cursor.token().text() : "",
                  List.of("conclude", "end"),
                  "Maybe conclude.supports( \"CAUSE\", 2 ); or another of "
                      + String.join(", ", WORDS)
                      + "."));
    }
    cursor.advance();
    cursor.expect(".", "after conclude stands a point");
    Conclusion.Kind kind = kind();
    cursor.expect("(", "after the name of a conclusion stands an opening parenthesis");
    if (!cursor.is(Kind.TEXT)) {
      throw new Mistake(
          cursor.gap(),
          kind.word() + " takes a text in quotes first, and this is " + cursor.token().shown(),
          cursor.is(Kind.WORD) || cursor.is(Kind.NUMBER)
              ? "Maybe put \" before and after it."
              : "Maybe the code is missing.");
    }
    String subject = cursor.take();
    double number = kind.numbered() ? number(kind) : 0;
    cursor.expect(
        ")",
        cursor.is(",")
            ? kind.word() + " takes " + (kind.numbered() ? "a code and a number" : "one text")
            : "here the call needs its closing parenthesis",
        kind.numbered() && !cursor.is(";") && !cursor.token().firstOnLine()
            ? "Maybe write one number, with a point: 1.8"
            : cursor.is(",") ? "Maybe write a call for each." : "");
    cursor.expect(";", "a call ends with a semicolon");
    return new Conclusion(kind, subject, number, at);
  }

  private Conclusion.Kind kind() throws Mistake {
    Location at = cursor.at();
    String word = cursor.word(WORDS);
    for (Conclusion.Kind kind : Conclusion.Kind.values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw new Mistake(
        at,
        "conclude has no \"" + word + "\"",
        Spelling.maybe(word, WORDS, "Maybe one of " + String.join(", ", WORDS) + "."));
  }

  private double number(Conclusion.Kind kind) throws Mistake {
    cursor.expect(
        ",",
        kind.word() + " takes a number after the code",
        cursor.is(")") ? "Maybe add a comma and the number before it." : "");
    if (!cursor.is(Kind.NUMBER)) {
      throw new Mistake(
          cursor.gap(),
          kind.word() + " takes a number after the code, and this is " + cursor.token().shown(),
          !cursor.is(Kind.TEXT)
              ? "Maybe write 2 or 0.5."
              : Numbers.isPlain(cursor.token().text())
                  ? "Maybe delete the quotes."
                  : "Maybe write a call for each, with a number of its own.");
    }
    return Double.parseDouble(cursor.take());
  }
}
