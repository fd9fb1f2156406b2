package org.popliteus.examples.spark;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.popliteus.engine.fact.Present;
import org.popliteus.engine.knowledge.CauseDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;

/** Test data of any size. */
class InventedRowsTest {
  private static final KnowledgeBase KNOWLEDGE = LocalSpark.ADVISOR.knowledge();

  @TempDir private Path folder;

  private List<String> lines(long rows, long seed, String name) throws IOException {
    LocalSpark.invent(rows, seed, InventedRows.Format.ndjson, folder.resolve(name));
    List<Path> parts = new ArrayList<>();
    try (var found = Files.newDirectoryStream(folder.resolve(name), "part-*")) {
      found.forEach(parts::add);
    }
    List<String> lines = new ArrayList<>();
    for (Path part : parts.stream().sorted().toList()) {
      lines.addAll(Files.readAllLines(part));
    }
    return lines;
  }

  @Test
  void theSameSeedGivesTheSameRowsHoweverManyThereAre() throws IOException {
    List<String> few = lines(30, 5, "few");

    assertThat(few).hasSize(30).doesNotHaveDuplicates();
    assertThat(lines(300, 5, "many").subList(0, 30)).isEqualTo(few);
    assertThat(lines(30, 6, "others")).doesNotContainAnyElementsOf(few);
  }

  @Test
  void bothFormsHoldTheSameRunnersAndNoneIsBad() {
    LocalSpark.invent(200, InventedRows.Format.ndjson, folder.resolve("lines"));
    LocalSpark.invent(200, InventedRows.Format.parquet, folder.resolve("table"));

    Tally lines = LocalSpark.assess(folder.resolve("lines"), folder.resolve("a")).written();
    Tally table = LocalSpark.assess(folder.resolve("table"), folder.resolve("b")).written();

    assertThat(lines.rows()).isEqualTo(200);
    assertThat(lines.badRows()).isZero();
    assertThat(lines.urgencies().values().stream().filter(rows -> rows > 0)).hasSizeGreaterThan(2);
    assertThat(table).isEqualTo(lines);
  }

  @Test
  void causesAreAsFrequentAsTheirBaseRates() {
    int people = 40_000;
    InventedRunners runners = new InventedRunners(KNOWLEDGE, 3);
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < people; i++) {
      seen.merge(requireNonNull(runners.cause(i)).code(), 1, Integer::sum);
    }

    double all = KNOWLEDGE.causes().stream().mapToDouble(CauseDefinition::odds).sum();
    for (CauseDefinition cause : KNOWLEDGE.causes()) {
      double expected = people * cause.odds() / all;
      // five standard deviations
      assertThat((double) seen.getOrDefault(cause.code(), 0))
          .as(cause.code())
          .isBetween(expected - 5 * Math.sqrt(expected), expected + 5 * Math.sqrt(expected));
    }
  }

  @Test
  void aSignOfACauseIsMoreFrequentWithIt() {
    InventedRunners runners = new InventedRunners(KNOWLEDGE, 4);
    int with = 0;
    int withAndSign = 0;
    int without = 0;
    int withoutAndSign = 0;
    for (int i = 0; i < 20_000; i++) {
      CauseDefinition cause = runners.cause(i);
      boolean sign = runners.get(i).findings().contains(new Present("PAIN_CRAMPING"));
      if (cause != null && cause.code().equals("CRAMP")) {
        with++;
        withAndSign += sign ? 1 : 0;
      } else {
        without++;
        withoutAndSign += sign ? 1 : 0;
      }
    }

    assertThat((double) withAndSign / with).isGreaterThan(2.0 * withoutAndSign / without);
  }
}
