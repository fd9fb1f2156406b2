package org.popliteus.examples.benchmarks.byhand;

import java.util.List;
import org.popliteus.engine.Likelihood;
import org.popliteus.engine.knowledge.Pattern;

/**
 * A pattern on suspected causes.
 *
 * @param causes by likelihood
 * @param leastRank 1 where any rank will do
 * @param mostRank the number of causes where any rank will do
 */
@SuppressWarnings("ArrayRecordComponent") // nothing here is compared
record Suspicion(long[] causes, int leastRank, int mostRank) {

  static Suspicion of(Pattern pattern, Numbers causeNumbers) {
    long named = 0;
    for (String code : Patterns.keys(pattern)) {
      named |= 1L << causeNumbers.of(code);
    }
    long[] causes = new long[Ordinals.LIKELIHOODS];
    for (Likelihood likelihood : Likelihood.values()) {
      boolean fits = Patterns.accepts(pattern, "likelihood", likelihood.name());
      causes[Ordinals.of(likelihood)] = fits ? named : 0;
    }
    List<Interval> ranks = Interval.of(pattern, "rank");
    if (ranks.size() != 1) {
      throw new IllegalArgumentException(
          "several ranks in one pattern, at " + pattern.at() + "\n  Maybe extend Suspicion.");
    }
    return new Suspicion(
        causes,
        (int) Math.max(Math.ceil(ranks.get(0).least()), 1),
        (int) Math.min(Math.floor(ranks.get(0).most()), causeNumbers.size()));
  }
}
