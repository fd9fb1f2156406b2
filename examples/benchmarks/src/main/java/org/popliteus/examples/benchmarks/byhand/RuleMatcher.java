package org.popliteus.examples.benchmarks.byhand;

/** Finds the rules that hold, and fires them. */
public interface RuleMatcher {

  /** Fires the rules on findings that hold. */
  void firstPhase(Person person);

  /** Fires the rules on suspicions that hold. */
  void secondPhase(Person person);
}
