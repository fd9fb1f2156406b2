package org.popliteus.engine.report;

import org.popliteus.engine.knowledge.Numbers;

/**
 * A likelihood ratio as a reviewer weighs it.
 *
 * @param cause the cause that it is for or against
 * @param ratio the ratio in plain digits
 * @param value the same, to compare
 */
record Weight(Term cause, String ratio, double value) {
  /** Where each level begins, about evenly in the logarithm; 20 is what no ratio may go beyond. */
  private static final double[] LEVELS = {1, 2, 3, 5, 10, 20};

  static Weight of(Term cause, double ratio) {
    return new Weight(cause, Numbers.plain(ratio), ratio);
  }

  boolean supports() {
    return value > 1;
  }

  /** How far from 1, whichever way: at least 1. */
  double force() {
    return supports() ? value : 1 / value;
  }

  /** The convention for likelihood ratios: 2 is weak, 5 moderate, 10 strong; the same downwards. */
  String strength() {
    double force = force();
    return force >= 10 ? "strong" : force >= 5 ? "moderate" : force >= 2 ? "weak" : "slight";
  }

  /** The colour of the ratio's logarithm: 1 to 6 for, -1 to -6 against. */
  int level() {
    int level = 0;
    for (double begin : LEVELS) {
      level += force() >= begin ? 1 : 0;
    }
    return supports() ? level : -level;
  }
}
