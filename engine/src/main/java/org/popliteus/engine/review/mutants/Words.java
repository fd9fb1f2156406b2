package org.popliteus.engine.review.mutants;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.popliteus.engine.knowledge.Pattern;

/** The lines of a rule in the words of a reviewer. */
final class Words {
  private static final int NAMED = 3;

  private Words() {}

  /** For example {@code CALF_SWELLING or WHOLE_LEG_SWELLING is present}. */
  static String of(Pattern pattern) {
    String key = either(pattern.keys());
    return switch (pattern.fact()) {
      case PRESENT -> key + " is present";
      case ABSENT -> key + " is absent";
      case TRIAGED -> "the urgency is " + key;
      case MEASURED, CHOSEN, SUSPECTED -> {
        List<String> limits = further(pattern).stream().map(Words::of).toList();
        yield key + " is " + (limits.isEmpty() ? "listed" : String.join(" and ", limits));
      }
    };
  }

  /** What would have to be said instead, so that the line does not hold. */
  static String against(Pattern pattern) {
    String key = either(pattern.keys());
    return switch (pattern.fact()) {
      case PRESENT -> key + " is absent";
      case ABSENT -> key + " is present";
      default -> "it is not so that " + of(pattern);
    };
  }

  /** For example {@code at least 3} or {@code likely or possible}. */
  static String of(Pattern.Constraint constraint) {
    String values = either(constraint.values().stream().map(Pattern.Literal::text).toList());
    String limit =
        switch (constraint.operator()) {
          case EQUAL, IN -> "";
          case LESS -> "below ";
          case AT_MOST -> "at most ";
          case MORE -> "above ";
          case AT_LEAST -> "at least ";
        };
    return constraint.field().equals("rank") ? "of rank " + limit + values : limit + values;
  }

  /** The constraints beside the one that says which finding, cause or urgency. */
  static List<Pattern.Constraint> further(Pattern pattern) {
    return pattern.constraints().stream()
        .filter(constraint -> !constraint.field().equals(pattern.fact().key()))
        .toList();
  }

  /** All lines but one, after "in which"; a word for none. */
  static String allBut(List<Pattern> when, int left) {
    List<String> rest = new ArrayList<>();
    for (int i = 0; i < when.size(); i++) {
      if (i != left) {
        rest.add(of(when.get(i)));
      }
    }
    return String.join(" and ", rest);
  }

  static String all(List<Pattern> when) {
    return allBut(when, -1);
  }

  /** The first few by name. */
  static String either(List<String> names) {
    if (names.size() <= NAMED + 1) {
      return String.join(" or ", names);
    }
    return String.join(", ", names.subList(0, NAMED)) + " or " + (names.size() - NAMED) + " others";
  }

  /** As scenarios write an urgency. */
  static String urgency(Enum<?> urgency) {
    return urgency.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
