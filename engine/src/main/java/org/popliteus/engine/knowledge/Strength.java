package org.popliteus.engine.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The classes of likelihood ratios, by the bounds that are usual for reading them: a ratio from 2
 * is weak, from 5 moderate, from 10 strong, and what lies between 1 and 2 is slight. Against a
 * cause the inverse ratios count: up to 0.5 is weak, up to 0.2 moderate, up to 0.1 strong.
 */
public enum Strength {
  /** Hardly any: above 1. */
  SLIGHT(1),
  /** From 2. */
  WEAK(2),
  /** From 5. */
  MODERATE(5),
  /** From 10. */
  STRONG(10);

  private final double from;

  Strength(double from) {
    this.from = from;
  }

  /** The least ratio of the class for a cause; its inverse is the greatest against it. */
  public double from() {
    return from;
  }

  /** The class of a ratio, for or against. */
  public static Strength of(double ratio) {
    Strength strongest = SLIGHT;
    for (Strength strength : values()) {
      // a product with the bound would miss 0.1, which is no round number to a computer
      boolean reached = ratio > 1 ? ratio >= strength.from : ratio <= 1 / strength.from;
      strongest = reached ? strength : strongest;
    }
    return strongest;
  }

  /**
   * As a scenario writes it, for example {@code weak for} or {@code strong against}; a ratio of 1,
   * which no rule may write, has no weight.
   */
  public static String words(double ratio) {
    return ratio == 1 ? "without weight for" : of(ratio).word() + (ratio > 1 ? " for" : " against");
  }

  /** Everything that {@link #words} can say. */
  static List<String> allWords() {
    return Arrays.stream(values())
        .flatMap(strength -> Stream.of(strength.word() + " for", strength.word() + " against"))
        .toList();
  }

  /** In lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
