package org.popliteus.examples.benchmarks.byhand;

import java.util.Arrays;
import java.util.List;
import org.popliteus.engine.Likelihood;
import org.popliteus.examples.benchmarks.Answer;

/** The causes of one person, ranked. */
final class Differential {
  private static final int NONE = -1;

  private final Tables tables;
  private final CauseTable causes;
  private final Statements statements;
  private final double[] ratio;
  private final double[] weight;
  private final double[] share;
  private final Likelihood[] likelihood;
  private final long[] byLikelihood = new long[Ordinals.LIKELIHOODS];
  private long supported;
  private long mustExclude;

  /** Causes by rank. */
  private int[] ranked = {};

  Differential(Tables tables) {
    this.tables = tables;
    causes = tables.causes;
    statements = tables.statements;
    ratio = new double[causes.codes.length];
    weight = new double[causes.codes.length];
    share = new double[causes.codes.length];
    likelihood = new Likelihood[causes.codes.length];
  }

  void rank(Person person) {
    multiply(person);
    for (int i = 0; i < person.raisedCount; i++) {
      for (int cause : person.raised[i].causes()) {
        mustExclude |= 1L << cause;
      }
    }
    int[] order = new int[Long.bitCount(supported | mustExclude)];
    double sum = 0;
    int count = 0;
    for (long rest = supported | mustExclude; rest != 0; rest &= rest - 1) {
      int cause = Long.numberOfTrailingZeros(rest);
      weight[cause] = causes.odds[cause] * ratio[cause];
      sum += weight[cause];
      order[count++] = cause;
    }
    for (int i = 0; i < count; i++) {
      int cause = order[i];
      share[cause] = rounded(weight[cause] / sum);
      int place = i;
      // causes are numbered by code, so that one of equal share stays behind its forerunner
      while (place > 0 && share[order[place - 1]] < share[cause]) {
        order[place] = order[place - 1];
        place--;
      }
      order[place] = cause;
    }
    for (int cause : order) {
      long companions = ratio[cause] >= causes.likelyRatio ? causes.companions[cause] : 0;
      double rivals = 0;
      for (int other : order) {
        if ((companions & 1L << other) == 0) {
          rivals += weight[other];
        }
      }
      likelihood[cause] = likelihood(cause, rounded(weight[cause] / rivals));
      byLikelihood[Ordinals.of(likelihood[cause])] |= 1L << cause;
    }
    ranked = order;
  }

  /** Multiplies the ratios of each cause, of each group the strongest alone. */
  private void multiply(Person person) {
    int[] strongest = new int[statements.groups];
    Arrays.fill(strongest, NONE);
    int[] said = new int[statements.cause.length];
    int count = 0;
    boolean contradicted = person.plain != person.truths;
    for (int rule : tables.rules.firstPhase) {
      int end = statements.evidenceOf[rule + 1];
      int statement = statements.evidenceOf[rule];
      if (!person.fired[rule]
          || statement == end
          || (contradicted && !tables.rules.matches(rule, person.plain))) {
        continue;
      }
      for (; statement < end; statement++) {
        said[count++] = statement;
        int group = statements.group[statement];
        if (group != NONE && isStronger(statement, strongest[group])) {
          strongest[group] = statement;
        }
      }
    }
    Arrays.fill(ratio, 1);
    for (int i = 0; i < count; i++) {
      int statement = said[i];
      int group = statements.group[statement];
      if (group == NONE || strongest[group] == statement) {
        int cause = statements.cause[statement];
        ratio[cause] *= statements.ratio[statement];
        if (statements.ratio[statement] > 1) {
          supported |= 1L << cause;
        }
      }
    }
  }

  private boolean isStronger(int statement, int strongest) {
    return strongest == NONE || statements.strength[statement] > statements.strength[strongest];
  }

  private Likelihood likelihood(int cause, double shareAmongRivals) {
    if (shareAmongRivals >= causes.likelyShare
        && share[cause] >= causes.possibleShare
        && ratio[cause] >= causes.likelyRatio) {
      return Likelihood.LIKELY;
    }
    return shareAmongRivals >= causes.possibleShare ? Likelihood.POSSIBLE : Likelihood.UNLIKELY;
  }

  boolean wantsReview() {
    for (int cause : ranked) {
      if (causes.review[cause] && likelihood[cause] == Likelihood.LIKELY) {
        return true;
      }
    }
    return false;
  }

  /** The causes that match a pattern. */
  long matched(Suspicion suspicion) {
    long matched = 0;
    for (int i = 0; i < byLikelihood.length; i++) {
      matched |= byLikelihood[i] & suspicion.causes()[i];
    }
    if (suspicion.leastRank() > 1 || suspicion.mostRank() < causes.codes.length) {
      long near = 0;
      for (int rank = suspicion.leastRank(); rank <= suspicion.mostRank(); rank++) {
        near |= rank <= ranked.length ? 1L << ranked[rank - 1] : 0;
      }
      matched &= near;
    }
    return matched;
  }

  /** The share of a cause in ten-thousandths, a whole number. */
  double tenThousandths(int cause) {
    return Math.rint(share[cause] * 10_000);
  }

  List<Answer.Suspicion> causes() {
    Answer.Suspicion[] suspicions = new Answer.Suspicion[ranked.length];
    for (int i = 0; i < suspicions.length; i++) {
      int cause = ranked[i];
      suspicions[i] =
          new Answer.Suspicion(
              causes.codes[cause],
              share[cause],
              likelihood[cause],
              (mustExclude & 1L << cause) != 0);
    }
    return List.of(suspicions);
  }

  /** Half-even to 4 decimals. */
  private static double rounded(double share) {
    return Math.rint(share * 10_000) / 10_000;
  }
}
