package org.popliteus.engine.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;

/**
 * Reads files in which each case changes one text of a sound knowledge base:
 *
 * <pre>
 * == what the mistake is
 * file: text as it stands => text with the mistake
 * the message as printed; nothing where it is no mistake
 * </pre>
 *
 * <p>{@code \n} and {@code \r} end a line, and {@code <U+202E>} is the character of that number.
 */
final class Mistakes {
  private static final Path FOLDER = Path.of("src/test/resources/org/popliteus/engine/knowledge");
  private static final Pattern NUMBERED = Pattern.compile("<U\\+([0-9A-F]+)>");

  private Mistakes() {}

  static List<DynamicTest> in(String file) {
    String all;
    try {
      all = Files.readString(FOLDER.resolve(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<DynamicTest> tests = new ArrayList<>();
    for (String entry : Pattern.compile("(?m)^== ").split(all, -1)) {
      if (!entry.isBlank()) {
        String[] lines = entry.split("\n", 3);
        tests.add(DynamicTest.dynamicTest(lines[0], () -> holds(lines[1], lines[2].strip())));
      }
    }
    return tests;
  }

  private static void holds(String change, String expected) {
    List<Diagnostic> found = KnowledgeBase.check(KnowledgeFiles.of("broken", changed(change)));
    assertThat(String.join("\n", found.stream().map(Diagnostic::toString).toList()))
        .isEqualTo(expected);
  }

  /** The sound knowledge base after a change. */
  static Map<String, String> changed(String change) {
    int colon = change.indexOf(": ");
    String file = change.substring(0, colon);
    String[] fromTo = change.substring(colon + 2).split(" => ", -1);
    Map<String, String> files = SoundKnowledge.files();
    String before = files.getOrDefault(file, "");
    String after = before.replace(meant(fromTo[0]), meant(fromTo[1]));
    assertThat(after).as("the change must change something").isNotEqualTo(before);
    files.put(file, after);
    return files;
  }

  private static String meant(String text) {
    return NUMBERED
        .matcher(text.replace("\\n", "\n").replace("\\r", "\r"))
        .replaceAll(
            match ->
                Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 16))));
  }
}
