package org.popliteus.kb.posteriorknee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.knowledge.TraceDefinition;

/** Nothing that the first articles said, and no conflict between sources, is forgotten. */
class TraceabilityTest {

  @Test
  void everyFactAndEveryConflictStandsThereOnceAndNothingElseDoes() {
    List<String> expected =
        Stream.of(
                numbered("S0", 26),
                numbered("S1", 36),
                numbered("S2", 18),
                numbered("S3", 24),
                numbered("S4", 61),
                numbered("C", 20),
                numbered("E", 5))
            .flatMap(ids -> ids)
            .toList();

    assertThat(Advisor.create().knowledge().traces())
        .extracting(TraceDefinition::fact)
        .containsExactlyElementsOf(expected);
  }

  private static Stream<String> numbered(String prefix, int last) {
    return IntStream.rangeClosed(1, last).mapToObj(n -> "%s-%02d".formatted(prefix, n));
  }
}
