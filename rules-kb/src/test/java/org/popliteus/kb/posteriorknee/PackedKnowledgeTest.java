package org.popliteus.kb.posteriorknee;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.KnowledgeFiles;

/** What the jar holds is what the files say. */
class PackedKnowledgeTest {
  private static final KnowledgeBase PACKED = Advisor.create().knowledge();
  private static final KnowledgeBase READ =
      KnowledgeBase.read(KnowledgeFiles.read(Path.of("src/main/resources")));

  static List<Function<KnowledgeBase, Object>> parts() {
    return List.of(
        KnowledgeBase::settings,
        KnowledgeBase::sha256,
        KnowledgeBase::status,
        listed(KnowledgeBase::findings),
        listed(KnowledgeBase::causes),
        listed(KnowledgeBase::advice),
        listed(KnowledgeBase::factors),
        listed(KnowledgeBase::scores),
        listed(KnowledgeBase::sources),
        listed(KnowledgeBase::traces),
        listed(KnowledgeBase::rules));
  }

  private static Function<KnowledgeBase, Object> listed(
      Function<KnowledgeBase, Collection<?>> part) {
    return part.andThen(List::copyOf);
  }

  @ParameterizedTest
  @MethodSource("parts")
  void everyPartIsPackedWhole(Function<KnowledgeBase, Object> part) {
    assertThat(part.apply(PACKED)).isEqualTo(part.apply(READ));
  }
}
