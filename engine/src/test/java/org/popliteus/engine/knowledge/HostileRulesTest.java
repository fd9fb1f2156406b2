package org.popliteus.engine.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.build.KnowledgeBuild;

/** Rules that want more than to compare and to conclude are refused before anything runs. */
class HostileRulesTest {
  private static final String EXIT =
      "causes/sprain.drl: conclude.opposes( \"SPRAIN\", 0.2 ); => System.exit( 0 );";

  @TempDir private Path folder;

  @TestFactory
  List<DynamicTest> eachIsRefusedForItsOwnReason() {
    return Mistakes.in("hostile.txt");
  }

  @Test
  void aFolderThatIsLoadedIsRefusedWithThem() throws IOException {
    write(Mistakes.changed(EXIT));
    assertThatThrownBy(() -> Advisor.load(folder))
        .isInstanceOf(KnowledgeBaseException.class)
        .hasMessageContaining("causes/sprain.drl:28:5: error: after then stand calls on conclude")
        .hasMessageContaining("and this is \"System\"");
  }

  @Test
  void aJarIsNotBuiltWithThem() throws IOException {
    Path classes = Files.createDirectory(folder.resolve("target"));
    write(Mistakes.changed(EXIT));
    assertThatThrownBy(
            () -> KnowledgeBuild.main(new String[] {folder.toString(), classes.toString()}))
        .isInstanceOf(KnowledgeBaseException.class)
        .hasMessageContaining("causes/sprain.drl:28:5: error: after then stand calls on conclude");
    assertThat(classes).isEmptyDirectory();
  }

  @Test
  void aLineThatEndsOnNoScreenIsRefused() {
    Map<String, String> files = SoundKnowledge.files();
    String far = " ".repeat(2000) + "conclude.opposes( \"SPRAIN\", 0.5 );";
    files.put("causes/sprain.drl", SoundKnowledge.SPRAIN.replace("5 );", "5 );" + far));
    assertThat(messages(files))
        .contains("causes/sprain.drl:16:1001: error: this line is 2071 characters long");
  }

  @Test
  void ofALongLineOnlyThePartIsShownThatAScreenHolds() {
    Map<String, String> files = SoundKnowledge.files();
    files.put(
        "causes/sprain.drl",
        SoundKnowledge.SPRAIN.replace("hardly a sprain", "x".repeat(1_000_000)));
    assertThat(messages(files)).hasSizeLessThan(1000);
  }

  @Test
  void bracketsInBracketsWithoutEndAreRefused() {
    Map<String, String> files = SoundKnowledge.files();
    files.put("factors.yaml", "[".repeat(100_000) + "]".repeat(100_000));
    assertThat(messages(files)).startsWith("factors.yaml").contains("error").contains("Maybe");
    files = SoundKnowledge.files();
    files.put(
        "causes/sprain.drl",
        SoundKnowledge.SPRAIN.replace(
            "Absent( code", "Absent(\n" + "(\n".repeat(100_000) + "code"));
    assertThat(messages(files)).startsWith("causes/sprain.drl:26:1: error: ");
  }

  @Test
  void aFileThatLooksLikeRulesAndIsNotReadIsNamed() throws IOException {
    write(SoundKnowledge.files());
    Files.writeString(folder.resolve("causes/sprain.scenarios.yaml"), "[]");
    Files.writeString(folder.resolve("causes/hidden.DRL"), SoundKnowledge.SPRAIN);
    assertThat(KnowledgeBase.check(KnowledgeFiles.read(folder)).stream().map(Diagnostic::toString))
        .containsExactly(
            "causes/hidden.DRL: error: nothing reads this file\n"
                + "  Maybe its name should end in .drl or .yaml, in small letters.");
  }

  private static String messages(Map<String, String> files) {
    return String.join(
        "\n",
        KnowledgeBase.check(KnowledgeFiles.of("hostile", files)).stream()
            .map(Diagnostic::toString)
            .toList());
  }

  private void write(Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
