package org.popliteus.kb.posteriorknee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.knowledge.KnowledgeFiles;
import org.popliteus.engine.knowledge.Scenarios;
import org.popliteus.engine.review.Coverage;
import org.popliteus.engine.review.ScenarioRunner;

/** Runs what the reviewers wrote. */
class ScenariosTest {
  private static final Path FOLDER = Path.of("src/main/resources");
  private static final Advisor ADVISOR = Advisor.create();
  private static final Scenarios SCENARIOS = Scenarios.read(FOLDER, ADVISOR.knowledge());

  @TestFactory
  Stream<DynamicTest> scenario() {
    ScenarioRunner runner = new ScenarioRunner(ADVISOR);
    return SCENARIOS.scenarios().stream()
        .map(
            scenario ->
                dynamicTest(
                    scenario.at().file() + ": " + scenario.name(),
                    () ->
                        assertThat(runner.run(scenario).failures())
                            .as("%s %s", scenario.at(), scenario.name())
                            .isEmpty()));
  }

  @Test
  void everyScenarioCanBeRead() {
    assertThat(SCENARIOS.diagnostics()).isEmpty();
    assertThat(SCENARIOS.scenarios()).isNotEmpty();
  }

  @Test
  void everyRuleFiresAndHasACaseInWhichItFiresAndOneInWhichItDoesNot() {
    assertThat(Coverage.of(ADVISOR, SCENARIOS.scenarios()).gaps()).isEmpty();
  }

  @Test
  void thePackagedKnowledgeBaseHasTheDigestOfItsFolder() {
    assertThat(ADVISOR.version().sha256()).isEqualTo(KnowledgeFiles.read(FOLDER).sha256());
  }
}
