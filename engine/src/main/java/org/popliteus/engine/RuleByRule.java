package org.popliteus.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Tries one rule after another. For a tool that changes the rules between assessments: there is
 * nothing to build, and the answers are those of the network.
 */
final class RuleByRule implements RuleEngine {
  private final List<ReadyRule> first = new ArrayList<>();
  private final List<ReadyRule> second = new ArrayList<>();

  RuleByRule(RuleSet rules) {
    for (ReadyRule rule : rules.rules()) {
      (rule.secondPhase() ? second : first).add(rule);
    }
  }

  @Override
  public Run run(Firing firing) {
    return new Run() {
      @Override
      public void firstPhase() {
        for (ReadyRule rule : first) {
          if (rule.holds(firing.answers())) {
            firing.fire(rule);
          }
        }
      }

      @Override
      public void secondPhase() {
        for (ReadyRule rule : second) {
          if (rule.holds(firing.suspicions()) && rule.holds(firing.answers())) {
            firing.fire(rule);
          }
        }
      }

      @Override
      public void close() {
        // nothing was opened
      }
    };
  }
}
