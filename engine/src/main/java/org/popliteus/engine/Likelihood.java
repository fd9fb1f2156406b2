package org.popliteus.engine;

/**
 * How much of the suspicion a cause holds. The limits stand in the knowledge base; they are an
 * expert judgement and no calibrated probabilities.
 */
public enum Likelihood {
  /** A large share among its rivals, on more than one weak hint. */
  LIKELY,
  /** A share that cannot be left out. */
  POSSIBLE,
  /** Less. */
  UNLIKELY
}
