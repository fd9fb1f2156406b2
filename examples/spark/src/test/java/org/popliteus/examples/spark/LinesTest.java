package org.popliteus.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Cause;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.Recommendation;
import org.popliteus.engine.json.JsonCodec;

/** One presentation a line in, one row out. */
class LinesTest {
  private static final String GOOD = "{\"id\": \"a\", \"findings\": {\"CALF_SWELLING\": true}}";

  @TempDir private Path folder;

  private Path out() {
    return folder.resolve("out");
  }

  private List<Row> answers(String... lines) throws IOException {
    Path in = Files.writeString(folder.resolve("in.ndjson"), String.join("\n", lines));
    LocalSpark.assess(in, out());
    return LocalSpark.answers(out());
  }

  private static List<String> problems(Row row) {
    return row.<Row>getList(row.fieldIndex("problems")).stream()
        .map(problem -> problem.<String>getAs("kind") + " " + problem.<String>getAs("message"))
        .toList();
  }

  @Test
  void anAnswerIsThatOfTheLibrary() throws IOException {
    Presentation person = Presentation.builder().present("CALF_SWELLING", "HX_LONG_TRAVEL").build();
    Assessment expected = LocalSpark.ADVISOR.assess(person);

    Row row =
        answers("{\"findings\": {\"HX_LONG_TRAVEL\": true, \"CALF_SWELLING\": \"present\"}}")
            .get(0);

    assertThat(row.<String>getAs("urgency"))
        .isEqualTo(expected.urgency().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    assertThat(row.<Boolean>getAs("provisional")).isEqualTo(expected.provisional());
    assertThat(row.<String>getList(row.fieldIndex("rules"))).isEqualTo(expected.firedRules());
    assertThat(row.<Row>getList(row.fieldIndex("causes")))
        .extracting(cause -> cause.getAs("code") + " " + cause.getAs("share"))
        .isEqualTo(
            expected.causes().stream().map((Cause c) -> c.code() + " " + c.share()).toList());
    assertThat(row.<Row>getList(row.fieldIndex("advice")))
        .extracting(advice -> advice.<String>getAs("code"))
        .isEqualTo(expected.recommendations().stream().map(Recommendation::code).toList());
    assertThat(row.<Row>getAs("knowledge_base").<String>getAs("sha256"))
        .isEqualTo(expected.knowledgeBase().sha256());
  }

  @Test
  void aBadLineHasItsProblemsAndTheOthersAreAnswered() throws IOException {
    List<Row> rows =
        answers(
            GOOD,
            "{\"id\": \"b\", \"findings\": {\"CALF_SWELING\": true, \"AGE_YEARS\": 500}}",
            "{\"id\": \"c\", \"findings\": ",
            GOOD);

    assertThat(rows).hasSize(4);
    assertThat(rows).extracting(row -> row.<String>getAs("id")).containsExactly("a", "b", "c", "a");
    assertThat(rows)
        .extracting(row -> row.<String>getAs("urgency") == null)
        .containsExactly(false, true, true, false);
    assertThat(problems(rows.get(0))).isEmpty();
    assertThat(problems(rows.get(1)))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("unknown-code "),
            second -> assertThat(second).startsWith("out-of-range "));
    assertThat(problems(rows.get(2)).get(0)).startsWith("not-json ");
    Row problem = rows.get(1).<Row>getList(rows.get(1).fieldIndex("problems")).get(0);
    assertThat(problem.<String>getAs("maybe")).contains("CALF_SWELLING");
    assertThat(problem.<String>getAs("where")).isEqualTo(folder.resolve("in.ndjson") + ":2:42");
  }

  @Test
  void aProblemNamesItsLineInAFileThatIsCutIntoParts() throws IOException {
    LocalSpark.invent(400, InventedRows.Format.ndjson, folder.resolve("invented"));
    List<String> lines = new ArrayList<>();
    try (var parts = Files.newDirectoryStream(folder.resolve("invented"), "part-*")) {
      for (Path part : parts) {
        lines.addAll(Files.readAllLines(part));
      }
    }
    lines.set(345, "broken");
    lines.add(3, "");

    Path in = Files.write(folder.resolve("in.ndjson"), lines);
    AssessJob.Done done = LocalSpark.assess(in, out());

    assertThat(done.input()).isEqualTo(new Source.Size(400, 1, done.input().partitions()));
    assertThat(done.input().partitions()).isGreaterThan(3);
    List<Row> rows = LocalSpark.answers(out());
    Row bad = rows.stream().filter(row -> row.getAs("urgency") == null).findFirst().orElseThrow();
    assertThat(bad.<Long>getAs("row")).isEqualTo(347);
    assertThat(bad.<Row>getList(bad.fieldIndex("problems")).get(0).<String>getAs("where"))
        .isEqualTo(in + ":347:1");
    assertThat(rows).extracting(row -> row.<Long>getAs("row")).doesNotHaveDuplicates().hasSize(400);
  }

  @Test
  void aLineOfTenMegabytesIsOneBadRow() throws IOException {
    String huge = "{\"findings\": {\"" + "x".repeat(10_000_000) + "\": true}}";

    List<Row> rows = answers(GOOD, huge, GOOD);

    assertThat(rows).extracting(LinesTest::problems).element(1).asString().contains("too-long");
    assertThat(rows)
        .extracting(row -> row.getAs("urgency") == null)
        .containsExactly(false, true, false);
    assertThat(JsonCodec.MOST_CHARACTERS).isLessThan(huge.length());
  }

  @Test
  void aLineThatIsNotInUtf8IsOneBadRow() throws IOException {
    Path in = folder.resolve("in.ndjson");
    Files.write(
        in, (GOOD + "\n{\"id\": \"ü\", \"findings\": {}}\n").getBytes(StandardCharsets.ISO_8859_1));

    LocalSpark.assess(in, out());

    List<Row> rows = LocalSpark.answers(out());
    assertThat(rows).hasSize(2);
    assertThat(problems(rows.get(1))).containsExactly("not-json the line is not in UTF-8");
  }

  @Test
  void aLineWithoutIdAndIdsThatRepeatAreAnsweredAndCounted() throws IOException {
    Path in =
        Files.writeString(
            folder.resolve("in.ndjson"), GOOD + "\n\n  \n{\"findings\": {}}\n" + GOOD + "\r\nno\n");

    AssessJob.Done done = LocalSpark.assess(in, out());

    assertThat(done.input().rows()).isEqualTo(4);
    assertThat(done.input().blankLines()).isEqualTo(2);
    Tally written = done.written();
    assertThat(written.rows()).isEqualTo(4);
    assertThat(written.badRows()).isEqualTo(1);
    assertThat(written.problems()).isEqualTo(Map.of("not-json", 1L));
    assertThat(written.withoutId()).isEqualTo(2);
    assertThat(written.repeatedIds()).isEqualTo(1);
    assertThat(written.rowsOfRepeatedIds()).isEqualTo(2);
  }

  @Test
  void readsWhatIsCompressed() throws IOException {
    Path in = folder.resolve("in.ndjson.gz");
    try (OutputStream stream = new GZIPOutputStream(Files.newOutputStream(in))) {
      stream.write((GOOD + "\n").repeat(3).getBytes(StandardCharsets.UTF_8));
    }

    LocalSpark.assess(in, out());

    assertThat(LocalSpark.answers(out())).hasSize(3).allMatch(row -> row.getAs("urgency") != null);
  }

  @Test
  void anInputWithoutRowsGivesAnEmptyTable() throws IOException {
    assertThat(answers("")).isEmpty();
  }

  @Test
  void hundredsOfPeopleAnsweredTogetherAreAnsweredAsAlone() throws IOException {
    LocalSpark.invent(300, InventedRows.Format.ndjson, folder.resolve("invented"));

    LocalSpark.assess(folder.resolve("invented"), out());

    InventedRunners runners = new InventedRunners(LocalSpark.ADVISOR.knowledge(), 1);
    for (Row row : LocalSpark.answers(out())) {
      long number = Long.parseLong(row.<String>getAs("id").substring("runner-".length()));
      Assessment alone = LocalSpark.ADVISOR.assess(runners.get(number));
      assertThat(row.<String>getList(row.fieldIndex("rules"))).isEqualTo(alone.firedRules());
      assertThat(row.<Row>getList(row.fieldIndex("causes")))
          .extracting(cause -> cause.getAs("code") + " " + cause.getAs("share"))
          .isEqualTo(alone.causes().stream().map(c -> c.code() + " " + c.share()).toList());
    }
  }
}
