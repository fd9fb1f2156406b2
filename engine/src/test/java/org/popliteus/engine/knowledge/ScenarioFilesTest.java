package org.popliteus.engine.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A rule file and its scenario file have the same name. */
class ScenarioFilesTest {
  private static final KnowledgeBase KNOWLEDGE =
      KnowledgeBase.read(KnowledgeFiles.of("sound", SoundKnowledge.files()));
  private static final String SCENARIO =
      "- name: numb\n  given: {NUMB: present}\n  expect: {urgency: emergency}\n";

  private static Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    files.put("advice/rules.scenarios.yaml", SCENARIO);
    files.put("causes/sprain.scenarios.yaml", SCENARIO);
    files.put("escalations/flags.scenarios.yaml", SCENARIO);
    return files;
  }

  private static String messages(Map<String, String> files) {
    return String.join(
        "\n",
        Scenarios.read(files, KNOWLEDGE).diagnostics().stream().map(Diagnostic::toString).toList());
  }

  @Test
  void pairsHaveNoMistake() {
    assertThat(messages(files())).isEmpty();
  }

  @Test
  void aScenarioFileWithoutARuleFileIsNamedAndItsExpectationsAreNot() {
    Map<String, String> files = files();
    files.put("causes/gout.scenarios.yaml", "- {name: gout, given: {}, expect: {fires: [GT-01]}}");
    assertThat(messages(files))
        .isEqualTo(
            "causes/gout.scenarios.yaml: error: there is no rule file causes/gout.drl\n"
                + "  Maybe it was renamed; scenarios stand beside its name.");
  }

  @Test
  void aRuleFileWithoutAScenarioFileIsNamed() {
    Map<String, String> files = files();
    files.remove("causes/sprain.scenarios.yaml");
    assertThat(messages(files))
        .isEqualTo(
            "causes/sprain.scenarios.yaml: error: there is no such file, and its rules have no"
                + " scenario\n"
                + "  Maybe write one person for whom each rule fires, and one for whom it does not.");
  }

  @Test
  void aMisnamedScenarioFileIsOneMistake() {
    Map<String, String> files = files();
    files.put("causes/sprains.scenarios.yaml", SCENARIO);
    files.remove("causes/sprain.scenarios.yaml");
    assertThat(messages(files))
        .isEqualTo(
            "causes/sprains.scenarios.yaml: error: there is no rule file causes/sprains.drl\n"
                + "  Maybe causes/sprain?");
  }

  @Test
  void aKnowledgeBaseThatHasNoScenarioYetIsNotAskedForAny() {
    assertThat(messages(Map.of())).isEmpty();
  }
}
