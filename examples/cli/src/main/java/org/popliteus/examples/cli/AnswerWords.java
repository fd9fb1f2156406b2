package org.popliteus.examples.cli;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.Numbers;

/** What a person types for an answer. */
final class AnswerWords {
  private static final Set<String> YES = Set.of("yes", "y", "present", "true");
  private static final Set<String> NO = Set.of("no", "n", "absent", "false");
  private static final Set<String> UNKNOWN =
      Set.of("don't know", "dont know", "do not know", "not known", "unknown", "dk", "?");

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}([.][0-9]{1,9})?");

  private AnswerWords() {}

  /** A number where it is one, else the word as it is. */
  static Object typed(String word) {
    return isNumber(word.strip()) ? Double.valueOf(word.strip()) : word.strip();
  }

  /**
   * The answer to a question as {@link org.popliteus.engine.Advisor#presentation} takes it.
   *
   * @return null where it is none
   */
  static @Nullable Object answer(FindingDefinition question, String line) {
    String word = line.strip().toLowerCase(Locale.ROOT);
    if (UNKNOWN.contains(word)) {
      return "unknown";
    }
    return switch (question.kind()) {
      case TRI_STATE -> YES.contains(word) ? "present" : NO.contains(word) ? "absent" : null;
      case NUMERIC -> isNumber(word) ? Double.valueOf(word) : null;
      case CHOICE -> option(question.options(), word);
    };
  }

  private static boolean isNumber(String word) {
    return NUMBER.matcher(word).matches();
  }

  /** An option by its name, or by its number in the list. */
  private static @Nullable String option(List<String> options, String word) {
    for (int i = 0; i < options.size(); i++) {
      if (options.get(i).equalsIgnoreCase(word) || word.equals(Integer.toString(i + 1))) {
        return options.get(i);
      }
    }
    return null;
  }

  /** What can be typed for an answer to a question. */
  static String choices(FindingDefinition question) {
    return switch (question.kind()) {
      case TRI_STATE -> "yes, no or don't know";
      case NUMERIC ->
          "a number from "
              + Numbers.plain(question.least())
              + " to "
              + Numbers.plain(question.most())
              + (question.unit() == null ? "" : " (" + question.unit() + ")")
              + ", or don't know";
      case CHOICE -> "one of " + String.join(", ", question.options()) + ", or don't know";
    };
  }
}
