package org.popliteus.engine;

import java.util.List;

/**
 * What the first phase concluded, as one fact.
 *
 * @param causes the causes, ranked
 * @param urgency the settled urgency
 */
record Suspicions(List<Cause> causes, Urgency urgency) {

  /** Says nothing of the conclusions, so that they cannot reach a log. */
  @Override
  public String toString() {
    return "Suspicions";
  }
}
