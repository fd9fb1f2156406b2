package org.popliteus.engine.knowledge;

/** Splits a rule file into words, texts, numbers and signs, each with its place. */
final class Tokens {

  enum Kind {
    WORD,
    TEXT,
    NUMBER,
    SIGN,
    END_OF_FILE
  }

  /**
   * One token.
   *
   * @param text a text is without its quotes
   * @param firstOnLine whether nothing but white space stands before it on its line
   */
  record Token(Kind kind, String text, Location at, boolean firstOnLine) {

    boolean is(String wanted) {
      return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(wanted);
    }

    /** As a message names it. */
    String shown() {
      return kind == Kind.END_OF_FILE ? "the end of the file" : "\"" + text + "\"";
    }
  }

  /** A character that cannot stand there. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    final transient Location at;
    final String maybe;

    Unreadable(Location at, String message, String maybe) {
      super(message);
      this.at = at;
      this.maybe = maybe;
    }
  }

  /** Quotes that a word processor puts in the place of the straight one. */
  private static final String QUOTES = "\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb'`";

  private final String file;
  private final String text;
  private int position;
  private int line = 1;
  private int lineStart;

  Tokens(String file, String text) {
    this.file = file;
    this.text = text;
  }

  Token next() throws Unreadable {
    boolean first = skipSpaceAndComments();
    Location at = here();
    if (position >= text.length()) {
      return new Token(Kind.END_OF_FILE, "", at, first);
    }
    char c = text.charAt(position);
    int whole = text.codePointAt(position);
    if (HiddenCharacters.isHidden(whole)) {
      throw hidden(position);
    }
    if (Character.isSpaceChar(whole)) {
      throw new Unreadable(
          at,
          "here stands the space " + HiddenCharacters.name(whole) + ", and a rule needs plain ones",
          "Maybe it was copied from elsewhere; delete it, and type a space.");
    }
    if (isWordStart(c)) {
      String word = takeWhile(Tokens::isWordPart);
      int strange = HiddenCharacters.strangeLetter(word);
      if (strange >= 0) {
        throw new Unreadable(
            at,
            "\""
                + word
                + "\" holds the letter "
                + Character.toString(strange)
                + " ("
                + HiddenCharacters.name(strange)
                + "), which is not of the plain alphabet",
            "Maybe it only looks like a plain letter; type the word again.");
      }
      return new Token(Kind.WORD, word, at, first);
    }
    boolean signed = c == '-' && position + 1 < text.length();
    if (isDigit(c) || (signed && isDigit(text.charAt(position + 1)))) {
      String sign = isDigit(c) ? "" : String.valueOf(text.charAt(position++));
      String number = sign + takeWhile(part -> isWordPart(part) || part == '.');
      if (!Numbers.isPlain(number)) {
        throw new Unreadable(
            at, "\"" + number + "\" is not a number", "Maybe write it with digits and one point.");
      }
      return new Token(Kind.NUMBER, number, at, first);
    }
    if (c == '"') {
      return new Token(Kind.TEXT, quoted(at), at, first);
    }
    if (QUOTES.indexOf(c) >= 0) {
      throw new Unreadable(
          at,
          "this quote is " + c + ", and a rule needs the straight double quote \"",
          "Maybe a word processor changed it; type \" on both sides of the text.");
    }
    if (c == '=' || c == '<' || c == '>' || c == '!') {
      int length = text.startsWith("=", position + 1) ? 2 : 1;
      position += length;
      return new Token(Kind.SIGN, text.substring(position - length, position), at, first);
    }
    if (c == '\\') {
      throw new Unreadable(
          at, "a rule file holds no backslash", "Maybe delete it, and type the character itself.");
    }
    position++;
    return new Token(Kind.SIGN, String.valueOf(c), at, first);
  }

  /** Leaves out what cannot be read, up to the next line that begins with {@code rule}. */
  void skipToNextRule() {
    while (position < text.length()) {
      int end = text.indexOf('\n', position);
      position = end < 0 ? text.length() : end + 1;
      line++;
      lineStart = position;
      int start = position;
      while (start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
        start++;
      }
      if (text.startsWith("rule", start)
          && start + 4 < text.length()
          && !isWordPart(text.charAt(start + 4))) {
        return;
      }
    }
  }

  private String quoted(Location at) throws Unreadable {
    int start = ++position;
    while (position < text.length()) {
      char c = text.charAt(position);
      if (c == '"') {
        return text.substring(start, position++);
      }
      if (c == '\n') {
        break;
      }
      if (c == '\\') {
        throw new Unreadable(
            here(),
            "a text of a rule holds no backslash",
            "Maybe delete it, and type the character itself.");
      }
      if (HiddenCharacters.isHidden(text.codePointAt(position))) {
        throw hidden(position);
      }
      position += Character.charCount(text.codePointAt(position));
    }
    throw new Unreadable(
        at,
        "the text that begins here has no closing quote on its line",
        "Maybe add \" where the text ends; a text stands on one line.");
  }

  private boolean skipSpaceAndComments() throws Unreadable {
    while (position < text.length()) {
      char c = text.charAt(position);
      if (c == '\n') {
        position++;
        line++;
        lineStart = position;
      } else if (c == ' ' || c == '\t') {
        position++;
      } else if (text.startsWith("//", position)) {
        int end = text.indexOf('\n', position);
        end = end < 0 ? text.length() : end;
        int hidden = HiddenCharacters.first(text, position, end);
        if (hidden >= 0) {
          throw hidden(hidden);
        }
        position = end;
      } else if (text.startsWith("/*", position)) {
        throw new Unreadable(
            here(),
            "a rule file holds no /* comments, which could hide a part of a rule",
            "Maybe begin each line of the comment with //.");
      } else {
        break;
      }
    }
    return text.substring(lineStart, position).isBlank();
  }

  private Unreadable hidden(int index) {
    int c = text.codePointAt(index);
    return new Unreadable(
        new Location(file, line, index - lineStart + 1),
        HiddenCharacters.message(c),
        HiddenCharacters.maybe());
  }

  private interface Accept {
    boolean accepts(char c);
  }

  private String takeWhile(Accept accept) {
    int start = position;
    while (position < text.length() && accept.accepts(text.charAt(position))) {
      position++;
    }
    return text.substring(start, position);
  }

  /** The place behind what was read. */
  Location here() {
    return new Location(file, line, position - lineStart + 1);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordStart(char c) {
    return Character.isLetter(c) || c == '_';
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
