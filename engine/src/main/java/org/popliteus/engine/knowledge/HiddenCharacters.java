package org.popliteus.engine.knowledge;

/**
 * Characters that a reader does not see, or that turn the direction of what follows: with them a
 * file could say something else than what is read. None may stand in a knowledge base.
 */
final class HiddenCharacters {
  private HiddenCharacters() {}

  /** Where the first one stands from an index on and before another; -1 where none does. */
  static int first(String text, int from, int to) {
    int i = from;
    while (i < to) {
      int c = text.codePointAt(i);
      if (isHidden(c)) {
        return i;
      }
      i += Character.charCount(c);
    }
    return -1;
  }

  static boolean isHidden(int c) {
    if ((c >= ' ' && c <= '~') || c == '\n' || c == '\t') {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** For example U+202E. */
  static String name(int c) {
    return String.format("U+%04X", c);
  }

  /** With their names in the place of hidden characters, so that a terminal can show it. */
  static String shown(String line) {
    if (first(line, 0, line.length()) < 0) {
      return line;
    }
    StringBuilder shown = new StringBuilder();
    line.codePoints()
        .forEach(
            c -> {
              if (isHidden(c)) {
                shown.append('<').append(name(c)).append('>');
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }

  static String message(int c) {
    return "here stands the character " + name(c) + ", which a reader cannot see";
  }

  static String maybe() {
    return "Maybe delete this part of the line, and type it again.";
  }

  /** A letter beyond the Latin ones that a code or a keyword is made of; -1 where there is none. */
  static int strangeLetter(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) > 0x7e) {
        return word.codePointAt(i);
      }
    }
    return -1;
  }
}
