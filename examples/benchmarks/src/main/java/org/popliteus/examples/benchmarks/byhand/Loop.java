package org.popliteus.examples.benchmarks.byhand;

/** One rule after another, by hand. */
final class Loop implements RuleMatcher {
  private final RuleTable rules;

  Loop(RuleTable rules) {
    this.rules = rules;
  }

  @Override
  public void firstPhase(Person person) {
    for (int rule : rules.firstPhase) {
      person.fired[rule] = rules.matches(rule, person.truths);
    }
  }

  @Override
  public void secondPhase(Person person) {
    for (int rule : rules.secondPhase) {
      person.fired[rule] = person.suspects(rule) && rules.matches(rule, person.truths);
    }
  }
}
