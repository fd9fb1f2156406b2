package org.popliteus.examples.benchmarks.naive;

/** What the rules of naive Drools match and insert; equal facts are inserted once. */
public interface Facts {

  /** A finding that was answered with yes. */
  record Present(String code, boolean contradicted) {}

  /** A finding that was answered with no. */
  record Absent(String code) {}

  /** A number. */
  record Measured(String code, double value) {}

  /** An option. */
  record Chosen(String code, String option) {}

  /** A question of the screen. */
  record Screen(String code, int place) {}

  /** A cause of the knowledge base. */
  record Candidate(String cause, double odds, boolean review) {}

  /** Two causes that may exist together. */
  record Companions(String one, String other) {}

  /** From where on a cause is likely or possible. */
  record Thresholds(double likelyShare, double likelyRatio, double possibleShare) {}

  /**
   * An advice of the knowledge base.
   *
   * @param from the most urgent level at which it is given
   * @param requirements how many it has
   */
  record Advice(String code, int priority, boolean safetyNet, int from, int requirements) {}

  /** A requirement of an advice that is met, by its place. */
  record Met(String advice, int requirement) {}

  /** What a rule says for or against a cause. */
  record Evidence(
      String rule,
      String cause,
      String group,
      double ratio,
      boolean favour,
      double strength,
      boolean clean) {}

  /** A reason to be seen; level 0 is the most urgent. */
  record Escalated(String rule, String action, int level, long within) {}

  /** A cause that an escalation must exclude. */
  record MustExclude(String cause) {}

  /** A cause that is listed, with its odds by what was said. */
  record Weighed(String cause, double weight, double ratio) {}

  /** The weight of all causes that are listed. */
  record Total(double weight) {}

  /** The part of the suspicion that a cause holds, of all and among its rivals. */
  record Share(String cause, double share, double amongRivals, double ratio) {}

  /** A cause in the ranking. */
  record Suspected(String cause, String likelihood, int rank, double share, long tenThousandths) {}

  /** The settled urgency. */
  record Triaged(String urgency, int level) {}

  /** An advice that a rule gives, and the cause for which it does; empty where for none. */
  record Recommended(String advice, String cause) {}

  /** An advice that is stopped. */
  record Withheld(String advice) {}

  /** An advice that stands, with the suspicion that it serves. */
  record Given(String advice, int priority, boolean action, long served) {}

  /** A question of the screen that is open. */
  record Open(String code, int place) {}
}
