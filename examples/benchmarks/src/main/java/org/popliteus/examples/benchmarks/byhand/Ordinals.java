package org.popliteus.examples.benchmarks.byhand;

import org.popliteus.engine.Likelihood;
import org.popliteus.engine.Urgency;

/** A number for each urgency and likelihood, 0 for the highest; it is never stored. */
@SuppressWarnings("EnumOrdinal")
final class Ordinals {
  static final int LIKELIHOODS = Likelihood.values().length;
  static final int URGENCIES = Urgency.values().length;

  private Ordinals() {}

  static int of(Urgency urgency) {
    return urgency.ordinal();
  }

  static int of(Likelihood likelihood) {
    return likelihood.ordinal();
  }
}
