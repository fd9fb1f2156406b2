package org.popliteus.engine;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The first person is answered by a network of the rules that ask about that person's answers, some
 * tenth of all; the second and all that follow by the whole network, which is built then. Who needs
 * one answer, in a command line, does not wait for what the answer does not need.
 */
final class GrowingNetwork implements RuleEngine {
  private final RuleSet rules;
  private final AtomicBoolean begun = new AtomicBoolean();
  private volatile @Nullable RuleNetwork whole;

  GrowingNetwork(RuleSet rules) {
    this.rules = rules;
  }

  @Override
  public Run run(Firing firing) {
    RuleNetwork built = whole;
    if (built == null && begun.compareAndSet(false, true)) {
      return new RuleNetwork(rules.within(firing.answers())).run(firing);
    }
    return (built == null ? whole() : built).run(firing);
  }

  private synchronized RuleNetwork whole() {
    RuleNetwork built = whole;
    if (built == null) {
      built = new RuleNetwork(rules);
      whole = built;
    }
    return built;
  }
}
