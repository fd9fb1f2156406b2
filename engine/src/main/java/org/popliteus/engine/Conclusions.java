package org.popliteus.engine;

/**
 * What a rule may conclude: the global {@code conclude} of every rule file, and the only calls that
 * the part after {@code then} may hold. All arguments are literals.
 */
public interface Conclusions {

  /**
   * The findings speak for a cause.
   *
   * @param cause the code of the cause
   * @param ratio the likelihood ratio, above 1 and at most 20
   */
  void supports(String cause, double ratio);

  /**
   * The findings speak against a cause.
   *
   * @param cause the code of the cause
   * @param ratio the likelihood ratio, at least 0.05 and below 1
   */
  void opposes(String cause, double ratio);

  /** Cannot wait an hour. The action is an advice with {@code within}. */
  void emergency(String action);

  /** Cannot wait a day. The action is an advice with {@code within}. */
  void sameDay(String action);

  /** To be seen within days to two weeks. The action is an advice with {@code within}. */
  void soon(String action);

  /** Gives an advice, unless something withholds it or one of its requirements is not met. */
  void recommend(String advice);

  /** Stops an advice, whatever recommends it; an escalation's own action cannot be stopped. */
  void withhold(String advice);

  /** Names what contributes to the complaint. */
  void contributes(String factor);

  /** Counts points of a published score. The sum never feeds the ranking. */
  void score(String score, double points);

  /** Says how an implausible answer was read. */
  void note(String text);
}
