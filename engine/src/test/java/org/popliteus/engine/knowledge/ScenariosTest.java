package org.popliteus.engine.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of scenarios that are not written as they should be. */
class ScenariosTest {
  private static final KnowledgeBase TINY =
      KnowledgeBase.read(KnowledgeFiles.read(Path.of("src/test/resources/tiny")));

  private static String mistake(String expect) {
    String yaml = "- name: one\n  given: {TAIL_SWOLLEN: present}\n  expect: " + expect + "\n";
    List<Diagnostic> found =
        Scenarios.read(Map.of("causes/fire-clot.scenarios.yaml", yaml), TINY).stopping();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).maybe()).startsWith("Maybe");
    assertThat(found.get(0).at().line()).isEqualTo(3);
    return found.get(0).message() + " " + found.get(0).maybe();
  }

  @Test
  void aWordThatNobodyKnowsIsAMistake() {
    assertThat(mistake("{urgncy: soon}"))
        .isEqualTo("a scenario cannot expect \"urgncy\" Maybe urgency?");
  }

  @Test
  void aRuleThatNobodyKnowsIsAMistake() {
    assertThat(mistake("{fires: [FC-09]}")).startsWith("\"fires\" cannot be FC-09 Maybe FC-0");
  }

  @Test
  void anExpectationThatCannotFailIsAMistake() {
    assertThat(mistake("{fires: []}")).startsWith("\"fires\" expects nothing, so it cannot fail");
    assertThat(mistake("{}")).startsWith("this scenario expects nothing");
  }

  @Test
  void aScoreWithoutItsSumIsAMistake() {
    assertThat(mistake("{scores: TAIL_CLOT}")).startsWith("\"scores\" holds sums by score");
  }

  @Test
  void fieldsWhereAWordShouldStandAreAMistake() {
    assertThat(mistake("{fires: [{FC-02: yes}]}"))
        .startsWith("here stands a word or a list of words");
  }
}
