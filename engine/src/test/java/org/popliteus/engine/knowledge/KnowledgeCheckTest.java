package org.popliteus.engine.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * One mistake gives one message, at its place, with a next step. Each case of {@code mistakes.txt}
 * changes one text of a sound knowledge base:
 *
 * <pre>
 * == what the mistake is
 * file: text as it stands => text with the mistake
 * the message as printed
 * </pre>
 */
class KnowledgeCheckTest {
  private static final Path MISTAKES =
      Path.of("src/test/resources/org/popliteus/engine/knowledge/mistakes.txt");

  @Test
  void aSoundKnowledgeBaseHasNoMistake() {
    assertThat(KnowledgeBase.check(KnowledgeFiles.of("sound", SoundKnowledge.files()))).isEmpty();
  }

  @TestFactory
  List<DynamicTest> oneMistakeGivesOneMessage() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    String all = Files.readString(MISTAKES, StandardCharsets.UTF_8);
    for (String entry : java.util.regex.Pattern.compile("(?m)^== ").split(all, -1)) {
      if (entry.isBlank()) {
        continue;
      }
      String[] lines = entry.split("\n", 3);
      tests.add(DynamicTest.dynamicTest(lines[0], () -> holds(lines[1], lines[2].strip())));
    }
    return tests;
  }

  private static void holds(String change, String expected) {
    int colon = change.indexOf(": ");
    String file = change.substring(0, colon);
    String[] fromTo = change.substring(colon + 2).split(" => ", -1);
    Map<String, String> files = SoundKnowledge.files();
    String before = files.getOrDefault(file, "");
    String after = before.replace(fromTo[0].replace("\\n", "\n"), fromTo[1].replace("\\n", "\n"));
    assertThat(after).as("the change must change something").isNotEqualTo(before);
    files.put(file, after);
    List<Diagnostic> found = KnowledgeBase.check(KnowledgeFiles.of("broken", files));
    assertThat(String.join("\n", found.stream().map(Diagnostic::toString).toList()))
        .isEqualTo(expected);
  }

  @Test
  void allMistakesComeAtOnce() {
    Map<String, String> files = SoundKnowledge.files();
    files.put(
        "causes/sprain.drl",
        SoundKnowledge.SPRAIN.replace("\"TWIST\"", "\"TWISTED\"").replace("0.2", "2"));
    assertThat(KnowledgeBase.check(KnowledgeFiles.of("broken", files))).hasSize(3);
  }
}
