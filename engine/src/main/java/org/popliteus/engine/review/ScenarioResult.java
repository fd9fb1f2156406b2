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

  /** The scenario, its place and its failures; one line where it passed. */
  @Override
  public String toString() {
    String head = scenario.at() + ": " + (passed() ? "passed: " : "FAILED: ") + scenario.name();
    return passed() ? head : head + "\n    " + String.join("\n    ", failures);
  }
}
