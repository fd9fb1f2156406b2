package org.popliteus.engine.explain;

/**
 * One thing that differs between two assessments.
 *
 * @param kind what differs
 * @param code the rule, cause, advice, factor, score or finding of which it is said; the urgency's
 *     kind has none, and stands with an empty code
 * @param text the difference in words
 */
public record Change(Kind kind, String code, String text) {

  /** What can differ, in the order in which it is said. */
  public enum Kind {
    /** How soon to be seen. */
    URGENCY,
    /** Whether the answer is provisional. */
    PROVISIONAL,
    /** A reason to be seen. */
    ESCALATION,
    /** Which cause comes first. */
    FIRST_CAUSE,
    /** Whether a cause is listed, and how likely it is. */
    CAUSE,
    /** Whether an advice is given. */
    ADVICE,
    /** Whether an advice is withheld. */
    WITHHELD,
    /** What contributes. */
    FACTOR,
    /** A score's sum. */
    SCORE,
    /** What to watch for. */
    SAFETY_NET,
    /** A safety question that is open. */
    NOT_EXCLUDED,
    /** How an answer was read. */
    NOTE
  }

  /** Names the kind alone. */
  @Override
  public String toString() {
    return "Change of " + kind;
  }
}
