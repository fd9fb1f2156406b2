package org.popliteus.engine.knowledge;

import java.util.List;
import org.popliteus.engine.knowledge.Tokens.Kind;
import org.popliteus.engine.knowledge.Tokens.Token;

/** Walks over the tokens of one rule file, and says what is missing where. */
final class Cursor {

  /** A mistake that ends the reading of one rule. */
  static final class Mistake extends Exception {
    private static final long serialVersionUID = 1L;
    final transient Location at;
    final String maybe;

    Mistake(Location at, String message, String maybe) {
      super(message);
      this.at = at;
      this.maybe = maybe;
    }
  }

  private final Tokens tokens;
  private Token token;
  private Location behind;

  Cursor(String file, String text) {
    this.tokens = new Tokens(file, text);
    this.behind = new Location(file, 1, 1);
    this.token = new Token(Kind.END_OF_FILE, "", behind, true);
  }

  /** The token that is read next. */
  Token token() {
    return token;
  }

  Location at() {
    return token.at();
  }

  /** Just behind the last token that was read. */
  Location behind() {
    return behind;
  }

  boolean is(String wanted) {
    return token.is(wanted);
  }

  boolean is(Kind kind) {
    return token.kind() == kind;
  }

  /** Whether a rule has ended without saying so. */
  boolean atNextRuleOrEnd() {
    return is(Kind.END_OF_FILE) || (is("rule") && token.firstOnLine());
  }

  void advance() throws Mistake {
    try {
      behind = tokens.here();
      token = tokens.next();
    } catch (Tokens.Unreadable unreadable) {
      tokens.skipToNextRule();
      throw new Mistake(unreadable.at, String.valueOf(unreadable.getMessage()), unreadable.maybe);
    }
  }

  /** Leaves out what stands behind a mistake, up to the next line that begins a rule. */
  void recover(Location mistake) {
    while (!(is("rule") && token.firstOnLine() && at().compareTo(mistake) > 0)) {
      if (is(Kind.END_OF_FILE) && at().compareTo(mistake) >= 0) {
        return;
      }
      try {
        token = tokens.next();
      } catch (Tokens.Unreadable further) {
        tokens.skipToNextRule();
      }
    }
  }

  /** A word of a closed list; which of them is for the caller to say. */
  String word(List<String> wanted) throws Mistake {
    return word("one of " + String.join(", ", wanted));
  }

  String word(String wanted) throws Mistake {
    if (!is(Kind.WORD)) {
      throw new Mistake(
          is(Kind.END_OF_FILE) ? behind : at(),
          "here stands " + wanted + ", and this is " + token.shown(),
          "Maybe a word is missing, or a quote or a parenthesis before it.");
    }
    return take();
  }

  /** The text of the token, whatever it is. */
  String take() throws Mistake {
    String text = token.text();
    advance();
    return text;
  }

  void expect(String wanted, String why) throws Mistake {
    expect(wanted, why, "");
  }

  /**
   * Reads what must stand here.
   *
   * @param maybe the next step where it does not; empty for the usual one
   */
  void expect(String wanted, String why, String maybe) throws Mistake {
    if (!is(wanted)) {
      List<String> nearest =
          is(Kind.WORD) ? Spelling.nearest(token.text(), List.of(wanted)) : List.of();
      boolean lineEnds = token.firstOnLine() || is(Kind.END_OF_FILE);
      String add = "Maybe add " + wanted + (lineEnds ? " at the end of this line." : " before it.");
      throw new Mistake(
          nearest.isEmpty() ? gap() : at(),
          why + ", and here is " + token.shown(),
          nearest.isEmpty() ? (maybe.isEmpty() ? add : maybe) : "Maybe " + wanted + "?");
    }
    advance();
  }

  void optionalSemicolon() throws Mistake {
    if (is(";")) {
      advance();
    }
  }

  /** Words with points between them. */
  String dotted() throws Mistake {
    StringBuilder name = new StringBuilder(word("a package"));
    while (is(".")) {
      advance();
      name.append('.').append(take());
    }
    return name.toString();
  }

  /** Where something is missing: behind the last token, if the next one begins another line. */
  Location gap() {
    return token.firstOnLine() || is(Kind.END_OF_FILE) ? behind : at();
  }
}
