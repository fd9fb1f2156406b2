package org.popliteus.engine.review.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.Numbers;
import org.popliteus.engine.knowledge.Pattern;
import org.popliteus.engine.knowledge.Pattern.Constraint;
import org.popliteus.engine.knowledge.Pattern.Literal;

/** Conditions and conclusions of rules, said so that no rule language is needed to read them. */
final class RuleWords {
  private static final double STRONG = 10;
  private static final double MODERATE = 5;
  private static final double WEAK = 2;

  private RuleWords() {}

  /** {@code CALF_SWELLING or CALF_TENDER is present}, {@code AGE_YEARS is at least 40}. */
  static String of(Pattern pattern) {
    String subject = String.join(" or ", pattern.keys());
    return switch (pattern.fact()) {
      case PRESENT -> subject + " is present";
      case ABSENT -> subject + " is absent";
      case TRIAGED -> "the urgency is " + subject;
      case MEASURED, CHOSEN -> subject + rest(pattern, "");
      case SUSPECTED ->
          (subject.isEmpty() ? "any cause" : subject) + rest(pattern, " is suspected");
    };
  }

  private static String rest(Pattern pattern, String otherwise) {
    List<String> words = new ArrayList<>();
    for (Constraint constraint : pattern.constraints()) {
      if (!constraint.field().equals(pattern.fact().key())) {
        String values =
            constraint.values().stream().map(Literal::text).collect(Collectors.joining(" or "));
        boolean rank = constraint.field().equals("rank");
        words.add((rank ? "has a rank that is " : "is ") + compared(constraint) + values);
      }
    }
    return words.isEmpty() ? otherwise : " " + String.join(" and ", words);
  }

  private static String compared(Constraint constraint) {
    return switch (constraint.operator()) {
      case EQUAL, IN -> "";
      case LESS -> "less than ";
      case AT_MOST -> "at most ";
      case MORE -> "more than ";
      case AT_LEAST -> "at least ";
    };
  }

  /** What is concluded, without its number: {@code supports DVT}. */
  static String subject(Conclusion conclusion) {
    String verb =
        switch (conclusion.kind()) {
          case SUPPORTS -> "supports";
          case OPPOSES -> "opposes";
          case EMERGENCY -> "emergency:";
          case SAME_DAY -> "to be seen today:";
          case SOON -> "to be seen soon:";
          case RECOMMEND -> "recommends";
          case WITHHOLD -> "withholds";
          case CONTRIBUTES -> "names the factor";
          case SCORE -> "scores";
          case NOTE -> "notes";
        };
    return verb + " " + conclusion.subject();
  }

  /** {@code 5 (moderate)} for a ratio, the number alone for points, empty where there is none. */
  static String number(Conclusion conclusion) {
    String plain = Numbers.plain(conclusion.number());
    return switch (conclusion.kind()) {
      case SUPPORTS -> plain + " (" + strength(conclusion.number()) + ")";
      case OPPOSES -> plain + " (" + strength(1 / conclusion.number()) + " against)";
      case SCORE -> plain + (conclusion.number() == 1 ? " point" : " points");
      default -> "";
    };
  }

  private static String strength(double ratio) {
    return ratio >= STRONG
        ? "strong"
        : ratio >= MODERATE ? "moderate" : ratio >= WEAK ? "weak" : "slight";
  }

  /** {@code supports DVT, weight 5 (moderate)}. */
  static String of(Conclusion conclusion) {
    String number = number(conclusion);
    return switch (conclusion.kind()) {
      case SUPPORTS, OPPOSES -> subject(conclusion) + ", weight " + number;
      case SCORE -> subject(conclusion) + ", " + number;
      default -> subject(conclusion);
    };
  }
}
