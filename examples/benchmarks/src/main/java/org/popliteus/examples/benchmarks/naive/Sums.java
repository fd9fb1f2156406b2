package org.popliteus.examples.benchmarks.naive;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.popliteus.examples.benchmarks.naive.Facts.Evidence;
import org.popliteus.examples.benchmarks.naive.Facts.Weighed;

/** What scoring.drl calculates with; always in the same order, so that answers are the same. */
public final class Sums {
  private Sums() {}

  /** Ratios multiplied in the order of rule ids. */
  public static double product(Collection<Evidence> evidence) {
    List<Evidence> ordered =
        evidence.stream().sorted(Comparator.comparing(Evidence::rule)).toList();
    double product = 1;
    for (Evidence one : ordered) {
      product *= one.ratio();
    }
    return product;
  }

  /** Weights added in the order of causes. */
  public static double sum(Collection<Weighed> weighed) {
    List<Weighed> ordered = weighed.stream().sorted(Comparator.comparing(Weighed::cause)).toList();
    double sum = 0;
    for (Weighed one : ordered) {
      sum += one.weight();
    }
    return sum;
  }

  /** Half-even to 4 decimals. */
  public static double rounded(double share) {
    return Math.rint(share * 10_000) / 10_000;
  }
}
