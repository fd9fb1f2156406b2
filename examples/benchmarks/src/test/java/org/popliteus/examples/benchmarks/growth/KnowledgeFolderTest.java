package org.popliteus.examples.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.KnowledgeFiles;

class KnowledgeFolderTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(ints = {50, 100, 200, 400, 800, 1_600, 3_200, 5_000})
  void whatIsGeneratedIsFitForUseAndHasAsManyRulesAsWanted(int rules) throws IOException {
    KnowledgeFolder.write(folder, rules, Growth.SEED);

    assertThat(KnowledgeBase.read(KnowledgeFiles.read(folder)).rules()).hasSize(rules);
  }

  @Test
  void theSameSeedGivesTheSameFiles() throws IOException {
    KnowledgeFolder.write(folder.resolve("one"), 100, 3);
    KnowledgeFolder.write(folder.resolve("other"), 100, 3);
    KnowledgeFolder.write(folder.resolve("third"), 100, 4);

    String digest = KnowledgeFiles.read(folder.resolve("one")).sha256();
    assertThat(KnowledgeFiles.read(folder.resolve("other")).sha256()).isEqualTo(digest);
    assertThat(KnowledgeFiles.read(folder.resolve("third")).sha256()).isNotEqualTo(digest);
  }

  @Test
  void withMoreRulesMoreFire() throws IOException {
    KnowledgeFolder.write(folder.resolve("few"), 100, Growth.SEED);
    KnowledgeFolder.write(folder.resolve("many"), 800, Growth.SEED);

    assertThat(fired(folder.resolve("many"))).isGreaterThan(4 * fired(folder.resolve("few")));
  }

  private static int fired(Path folder) {
    Advisor advisor = Advisor.load(folder);
    Random random = new Random(1);
    int fired = 0;
    for (int i = 0; i < 100; i++) {
      fired += advisor.assess(Vocabulary.person(20, random)).firedRules().size();
    }
    return fired;
  }
}
