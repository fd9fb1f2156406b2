package org.popliteus.engine.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** One mistake gives one message, at its place, with a next step. */
class KnowledgeCheckTest {

  @Test
  void aSoundKnowledgeBaseHasNoMistake() {
    assertThat(check(SoundKnowledge.files())).isEmpty();
  }

  @TestFactory
  List<DynamicTest> oneMistakeGivesOneMessage() {
    return Mistakes.in("mistakes.txt");
  }

  @TestFactory
  List<DynamicTest> whatIsMeantSoIsNoMistake() {
    return Mistakes.in("no-mistakes.txt");
  }

  @Test
  void allMistakesComeAtOnce() {
    Map<String, String> files = SoundKnowledge.files();
    files.put(
        "causes/sprain.drl",
        SoundKnowledge.SPRAIN.replace("\"TWIST\"", "\"TWISTED\"").replace("0.2", "2"));
    assertThat(check(files)).hasSize(3);
  }

  @Test
  void mistakesOfEveryKindComeAtOnce() {
    Map<String, String> files = SoundKnowledge.files();
    files.put(
        "causes/sprain.drl",
        SoundKnowledge.SPRAIN
            .replace("value < 60", "value < 16")
            .replace("5 );\nend", "5 );")
            .replace("@group( \"injury\" )", "@group( injury )"));
    files.put("escalations/flags.drl", SoundKnowledge.FLAGS.replace("\"expert\"", "\"sure\""));
    files.merge(
        "findings.yaml",
        "- {code: COLD, display: Cold, question: Is it not cold?, kind: tri-state, tier: core,"
            + " group: skin}\n",
        String::concat);
    files.merge("causes.yaml", "  confirm: An X-ray\n", String::concat);
    assertThat(check(files).stream().map(Diagnostic::message))
        .containsExactly(
            "\"confirm\" stands twice in the same entry",
            "@group takes one text in quotes, and this is \"injury\"",
            "SP-02 can never fire: no value of AGE fits this line",
            "@grade of RF-01 cannot be sure",
            "a yes to the question of COLD seems to mean that it is absent: \"not\"");
  }

  @Test
  void aRuleThatCannotBeReadDoesNotMakeWhatItUsesUnused() {
    Map<String, String> files = SoundKnowledge.files();
    files.put("advice/rules.drl", SoundKnowledge.ADVICE_RULES.replace("when", "whom"));
    files.put("escalations/flags.drl", SoundKnowledge.FLAGS.replace("then", "than"));
    assertThat(check(files).stream().map(d -> d.at().file()))
        .containsExactly("advice/rules.drl", "escalations/flags.drl");
  }

  @Test
  void withoutKbYamlTheOtherFilesAreStillChecked() {
    Map<String, String> files = SoundKnowledge.files();
    files.put("kb.yaml", "id: ankle\ntitle Ankles\n");
    files.put("causes/sprain.drl", SoundKnowledge.SPRAIN.replace("0.2", "2"));
    assertThat(check(files).stream().map(d -> d.at().file()))
        .containsExactly("causes/sprain.drl", "kb.yaml");
  }

  @Test
  void aMissingFileIsNamedAlone() {
    for (String file : SoundKnowledge.files().keySet()) {
      Map<String, String> files = SoundKnowledge.files();
      files.remove(file);
      if (file.endsWith(".yaml")) {
        assertThat(check(files).stream().map(Diagnostic::toString))
            .as(file)
            .containsExactly(file + ": error: this file is missing\n  Maybe it was not copied.");
      }
    }
  }

  @Test
  void whatIsOnlyUntidyDoesNotKeepAKnowledgeBaseFromBeingUsed() {
    Map<String, String> files = SoundKnowledge.files();
    files.merge(
        "sources.yaml",
        "- {id: leaflet, title: A leaflet, by: Nobody, kind: lay-article, checked: in-full}\n",
        String::concat);
    KnowledgeFiles untidy = KnowledgeFiles.of("untidy", files);
    assertThat(KnowledgeBase.check(untidy)).hasSize(1).noneMatch(Diagnostic::stops);
    assertThat(KnowledgeBase.read(untidy).sources()).hasSize(2);
  }

  @Test
  void nestedLimitsOfAScoreAddUpAndThoseThatOverlapInPartDoNot() {
    assertThat(check(scored("value >= 20", "value >= 40"))).isEmpty();
    assertThat(check(scored("value >= 20, value < 50", "value >= 40")).stream())
        .extracting(Diagnostic::message)
        .containsExactly(
            "AGE of 40 counts twice for FRAIL: here and in FR-01 at scores/frail.drl:6:1");
  }

  private static Map<String, String> scored(String first, String second) {
    Map<String, String> files = SoundKnowledge.files();
    files.put(
        "scores.yaml",
        "- {code: FRAIL, display: Frail, cutOff: 1, below: No., atLeast: Yes., sources: [book]}\n");
    String head = SoundKnowledge.SPRAIN.substring(0, SoundKnowledge.SPRAIN.indexOf("rule"));
    String rule =
        """
        rule "FR-0%d an age"
            @because( "Age counts." )
            @source( "book" )
            @grade( "expert" )
            @status( "draft" )
        when
            Measured( code == "AGE", %s )
        then
            conclude.score( "FRAIL", 1 );
        end

        """;
    files.put(
        "scores/frail.drl",
        head.replace("kb.causes", "kb.scores")
            + rule.formatted(1, first)
            + rule.formatted(2, second));
    return files;
  }

  private static List<Diagnostic> check(Map<String, String> files) {
    return KnowledgeBase.check(KnowledgeFiles.of("knowledge", files));
  }
}
