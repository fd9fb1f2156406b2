package org.popliteus.engine;

/** How soon a person needs to be seen, most urgent first. */
public enum Urgency {
  /** Cannot wait an hour. */
  EMERGENCY,
  /** Cannot wait a day. */
  SAME_DAY,
  /** Days to two weeks. */
  SOON,
  /** No clinician is needed now; what to watch for stands in the safety net. */
  SELF_CARE;

  /** Whether this is more urgent than the other. */
  public boolean isMoreUrgentThan(Urgency other) {
    return compareTo(other) < 0;
  }
}
