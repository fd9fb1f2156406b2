package org.popliteus.engine.json;

/**
 * Why a text is not JSON, in words for the person who wrote it. The parser says where it stopped;
 * the characters around that place say what was probably meant.
 *
 * @param offset where it stands in the text, from 0; the length of the text where something is
 *     missing at its end
 * @param endOfText whether the text ends too early
 */
record Mistake(int offset, boolean endOfText, String message, String maybe) {
  private static final int LONGEST_SHOWN = 60;
  private static final String CURLY_QUOTES = "“”„‟‘’‚‛«»";
  private static final String NUMBER_SIGNS = "+-.";

  /** A word that JSON knows: then it is what follows that is wrong. */
  private static final String WHOLE =
      "true|false|null|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?";

  private Mistake(int offset, String message, String maybe) {
    this(offset, false, message, maybe);
  }

  /** What is wrong where a parser stopped. */
  static Mistake in(String text, int stoppedAt) {
    int offset = Math.min(stoppedAt, text.length());
    int open = openQuote(text, offset);
    if (open >= 0) {
      return inQuotes(text, open, offset);
    }
    if (offset > 0 && isControl(text.charAt(offset - 1))) {
      offset--; // here the parser has gone one character too far
    }
    int start = startOfWord(text, offset);
    int end = endOfWord(text, offset);
    boolean whole = end == offset && text.substring(start, end).matches(WHOLE);
    if (end == text.length() && (start == end || before(text, start) != 0)) {
      return endOfText(text);
    }
    return start == end || whole ? sign(text, offset) : word(text, start);
  }

  private static Mistake endOfText(String text) {
    return new Mistake(
        text.length(),
        true,
        "the text ends before the object is closed",
        "Maybe a closing brace is missing, or the text was cut off.");
  }

  /** The quote that is open at a place, or -1. */
  private static int openQuote(String text, int offset) {
    int open = -1;
    for (int i = 0; i < offset; i++) {
      char c = text.charAt(i);
      if (open >= 0 && c == '\\') {
        i++;
      } else if (c == '"') {
        open = open >= 0 ? -1 : i;
      }
    }
    return open;
  }

  private static Mistake inQuotes(String text, int open, int offset) {
    if (offset == text.length()) {
      return new Mistake(
          open,
          true,
          "the text that begins with this quote has no end",
          "Maybe its closing quote is missing, or the text was cut off.");
    }
    char c = text.charAt(offset);
    if (c == '\n' || c == '\r') {
      return new Mistake(
          offset,
          "a line ends inside quotes",
          "Maybe the closing quote is missing at the end of this line.");
    }
    if (isControl(c) || c == '\t') {
      return new Mistake(
          offset,
          "a character inside quotes cannot be read as it is: " + name(c),
          c == '\t' ? "Maybe write it as \\t." : "Maybe delete it.");
    }
    return new Mistake(
        offset,
        "after a backslash inside quotes stands one of \" \\ / b f n r t, or u and four digits,"
            + " and this is "
            + name(c),
        "Maybe the backslash itself is meant, which is written twice: \\\\.");
  }

  private static Mistake word(String text, int start) {
    String word = text.substring(start, endOfWord(text, start));
    String shown = word.length() <= LONGEST_SHOWN ? word : word.substring(0, LONGEST_SHOWN) + "...";
    char before = before(text, start);
    String maybe;
    if (before == '{' || (before == ',' && followedByColon(text, start + word.length()))) {
      maybe = "Maybe put the code in quotes: \"" + shown + "\".";
    } else if (before != ':' && before != ',' && before != '[' && before != 0) {
      maybe = "Maybe a comma, a colon or a quote is missing before it.";
    } else if (word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false")) {
      maybe = "Maybe true or false, in small letters.";
    } else if (before == ',' && word.matches(WHOLE)) {
      maybe = "Maybe the comma before it is meant as a point, or a code is missing.";
    } else if (!isNumberLike(word) && Character.isDigit(word.charAt(0))) {
      maybe = "Maybe write the number alone; its unit is that of the vocabulary.";
    } else if (isNumberLike(word)) {
      maybe =
          "Maybe write it as 0.5 or 12 are written: no plus, no zero before it, digits around"
              + " the point.";
    } else {
      maybe = "Maybe put it in quotes: \"" + shown + "\".";
    }
    String message =
        word.matches(WHOLE) ? "JSON cannot have " + shown + " here" : "this is not JSON: " + shown;
    return new Mistake(start, message, maybe);
  }

  private static Mistake sign(String text, int offset) {
    char c = text.charAt(offset);
    char before = before(text, offset);
    boolean closes = c == '}' || c == ']';
    String maybe;
    if (CURLY_QUOTES.indexOf(c) >= 0) {
      maybe = "Maybe the program that wrote it made straight quotes curly; JSON takes \" alone.";
    } else if (c == '\'') {
      maybe = "Maybe write \" in place of '.";
    } else if (c == '/' || c == '#') {
      maybe = "Maybe delete the comment; JSON has none.";
    } else if (closes && before == ',') {
      maybe = "Maybe delete the comma before it.";
    } else if ((closes || c == ',') && before == ':') {
      maybe = "Maybe a value is missing before it; what is not known can be left out.";
    } else if (closes) {
      maybe =
          before == '"' && c == '}'
              ? "Maybe a colon and a value are missing before it."
              : "Maybe a brace or a bracket is missing, or is one of the other kind.";
    } else if (c == ',') {
      maybe = "Maybe delete this comma.";
    } else if (c == '=' || c == ';') {
      maybe = "Maybe " + (c == '=' ? "a colon" : "a comma") + " is meant.";
    } else if (c == '"' || c == '{' || c == '[') {
      maybe = "Maybe a comma or a colon is missing before it.";
    } else {
      maybe = "Maybe a quote, a comma or a brace is missing here or just before.";
    }
    return new Mistake(offset, "JSON cannot have " + name(c) + " here", maybe);
  }

  private static boolean followedByColon(String text, int offset) {
    int next = offset;
    while (next < text.length() && (text.charAt(next) == '"' || isSpace(text.charAt(next)))) {
      next++;
    }
    return next < text.length() && text.charAt(next) == ':';
  }

  /** The last character before a place that is no space; 0 where there is none. */
  private static char before(String text, int offset) {
    for (int i = offset - 1; i >= 0; i--) {
      if (!isSpace(text.charAt(i))) {
        return text.charAt(i);
      }
    }
    return 0;
  }

  /** The parser may stop in the middle of a number, or behind it. */
  private static int startOfWord(String text, int offset) {
    int start = offset;
    while (start > 0 && isOfWord(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static int endOfWord(String text, int start) {
    int end = start;
    while (end < text.length() && isOfWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isNumberLike(String word) {
    return word.chars().anyMatch(Character::isDigit)
        && word.chars().allMatch(c -> Character.isDigit(c) || "+-.eE".indexOf(c) >= 0);
  }

  private static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || NUMBER_SIGNS.indexOf(c) >= 0;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private static boolean isControl(char c) {
    return c < ' ' && !isSpace(c);
  }

  private static String name(char c) {
    return c < ' ' || Character.isSurrogate(c) ? String.format("U+%04X", (int) c) : "" + c;
  }
}
