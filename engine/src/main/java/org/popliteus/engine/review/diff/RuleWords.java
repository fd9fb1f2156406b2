package org.popliteus.engine.review.diff;

import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.Numbers;

/** Conclusions of rules, said so that no rule language is needed to read them. */
final class RuleWords {
  private static final double STRONG = 10;
  private static final double MODERATE = 5;
  private static final double WEAK = 2;

  private RuleWords() {}

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
