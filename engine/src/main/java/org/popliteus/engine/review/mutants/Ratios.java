package org.popliteus.engine.review.mutants;

import java.util.ArrayList;
import java.util.List;
import org.popliteus.engine.knowledge.Numbers;
import org.popliteus.engine.knowledge.Strength;

/** Likelihood ratios one class weaker and one class stronger. */
final class Ratios {
  /** Of the class between 1 and 2, which has no conventional ratio: about the middle. */
  private static final double SLIGHT = 1.4;

  private Ratios() {}

  /**
   * The least ratio of the next stronger class, and that of the next weaker one. Weaker than slight
   * is 1, which says nothing; stronger than strong there is none.
   */
  static List<Double> next(double ratio) {
    Strength strength = Strength.of(ratio);
    List<Double> next = new ArrayList<>();
    next.add(
        switch (strength) {
          case SLIGHT -> 1.0;
          case WEAK -> SLIGHT;
          case MODERATE -> Strength.WEAK.from();
          case STRONG -> Strength.MODERATE.from();
        });
    switch (strength) {
      case SLIGHT -> next.add(Strength.WEAK.from());
      case WEAK -> next.add(Strength.MODERATE.from());
      case MODERATE -> next.add(Strength.STRONG.from());
      case STRONG -> {}
    }
    return ratio > 1 ? next : next.stream().map(inverse -> 1 / inverse).toList();
  }

  /** For example {@code weak for (2)}. */
  static String words(double ratio) {
    double shown = Math.rint(ratio * 100) / 100;
    return Strength.words(ratio) + " (" + Numbers.plain(shown) + ")";
  }
}
