package org.popliteus.engine.review;

import java.util.List;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.knowledge.Scenario;

/**
 * What came of one scenario.
 *
 * @param scenario the scenario
 * @param assessment the answer
 * @param failures what was expected and did not come, each in words; empty where all holds
 */
public record ScenarioResult(Scenario scenario, Assessment assessment, List<String> failures) {

  /** Whether every expectation holds. */
  public boolean passed() {
    return failures.isEmpty();
  }

  /** The scenario, its place, its failures and the rules that fired; one line where it passed. */
  @Override
  public String toString() {
    String head = scenario.at() + ": " + (passed() ? "passed: " : "FAILED: ") + scenario.name();
    List<String> fired = assessment.firedRules();
    return passed()
        ? head
        : head
            + "\n    "
            + String.join("\n    ", failures)
            + "\n    fired: "
            + (fired.isEmpty() ? "no rule" : String.join(", ", fired));
  }
}
