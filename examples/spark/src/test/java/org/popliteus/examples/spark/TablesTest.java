package org.popliteus.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables in Parquet. */
class TablesTest {
  @TempDir private Path folder;

  private Path table(String query) {
    Path in = folder.resolve("in");
    LocalSpark.session().sql(query).coalesce(1).write().parquet(in.toString());
    return in;
  }

  private List<Row> answers(String query) {
    LocalSpark.assess(table(query), folder.resolve("out"));
    return LocalSpark.session()
        .read()
        .parquet(folder.resolve("out").toString())
        .orderBy("row")
        .collectAsList();
  }

  private static List<String> problems(Row row, String field) {
    return row.<Row>getList(row.fieldIndex("problems")).stream()
        .map(problem -> problem.<String>getAs(field))
        .toList();
  }

  @Test
  void aMapATextAndALineGiveTheSameAnswer() throws IOException {
    List<Row> map =
        answers(
            "select 'x' as id, map('AGE_YEARS', '34', 'CALF_SWELLING', 'true', 'FEVER', 'absent',"
                + " 'SEX_AT_BIRTH', 'female') as findings");
    String json =
        "{\"AGE_YEARS\": 34, \"CALF_SWELLING\": true, \"FEVER\": \"absent\", \"SEX_AT_BIRTH\": \"female\"}";
    Path text = folder.resolve("text");
    LocalSpark.session()
        .sql("select 'x' as id, '" + json + "' as findings")
        .write()
        .parquet(text.toString());
    Path line =
        Files.writeString(
            folder.resolve("line.ndjson"), "{\"id\": \"x\", \"findings\": " + json + "}\n");

    LocalSpark.assess(text, folder.resolve("from-text"));
    LocalSpark.assess(line, folder.resolve("from-line"));

    Row expected = LocalSpark.answers(folder.resolve("from-line")).get(0);
    assertThat(expected.<String>getAs("urgency")).isEqualTo("same-day");
    for (Row row : List.of(map.get(0), LocalSpark.answers(folder.resolve("from-text")).get(0))) {
      for (int i = 0; i < row.length(); i++) {
        if (!row.schema().fieldNames()[i].equals("file")) {
          assertThat(row.get(i)).isEqualTo(expected.get(i));
        }
      }
    }
  }

  @Test
  void aBadRowHasItsProblemsAndTheOthersAreAnswered() {
    List<Row> rows =
        answers(
            "select * from values ('a', map('FEVER', 'present')), ('b', null),"
                + " ('c', map('AGE_YEARS', '34 years', 'NO_SUCH', 'present')), (null, map())"
                + " as t(id, findings)");

    assertThat(rows)
        .extracting(row -> row.<String>getAs("urgency") == null)
        .containsExactly(false, true, true, false);
    assertThat(problems(rows.get(1), "message")).containsExactly("\"findings\" is null");
    assertThat(problems(rows.get(2), "kind")).containsExactly("wrong-kind", "unknown-code");
    assertThat(problems(rows.get(2), "maybe").get(0)).startsWith("Maybe write it like 34");
    assertThat(problems(rows.get(2), "where").get(0)).endsWith(".parquet, row 3");
  }

  @Test
  void aProblemInATextNamesTheColumnInThatText() {
    List<Row> rows =
        answers(
            "select * from values ('a', '{\"NO_SUCH\": true}'), ('b', '{} , \"id\": \"c\"'),"
                + " ('d', '{') as t(id, findings)");

    assertThat(problems(rows.get(0), "where").get(0)).endsWith(".parquet, row 1, findings:1:13");
    assertThat(problems(rows.get(1), "message"))
        .containsExactly("after the findings stands more text");
    assertThat(problems(rows.get(2), "kind")).containsExactly("not-json");
    assertThat(rows).extracting(row -> row.<String>getAs("id")).containsExactly("a", "b", "d");
  }

  @Test
  void anIdMayBeANumberOrMissing() {
    assertThat(answers("select 17L as id, map('FEVER', 'absent') as findings"))
        .extracting(row -> row.<String>getAs("id"))
        .containsExactly("17");
    LocalSpark.session()
        .sql("select map('FEVER', 'absent') as findings")
        .write()
        .parquet(folder.resolve("nameless").toString());

    AssessJob.Done done = LocalSpark.assess(folder.resolve("nameless"), folder.resolve("answers"));

    assertThat(done.written().withoutId()).isEqualTo(1);
  }

  @Test
  void anotherSchemaIsRefusedWithAllThatIsWrong() {
    Path in = table("select 1.5 as id, array('FEVER') as findings");

    assertThatThrownBy(() -> LocalSpark.assess(in, folder.resolve("out")))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("the column id is a string or a whole number, and this is DECIMAL")
        .hasMessageContaining("the column findings is a MAP<STRING, STRING>")
        .hasMessageContaining("ARRAY<STRING>")
        .hasMessageContaining("\n  Maybe ");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aTableWithoutFindingsIsRefused() {
    Path in = table("select 'a' as id, 'present' as FEVER");

    assertThatThrownBy(() -> LocalSpark.assess(in, folder.resolve("out")))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("there is no column findings among [id, FEVER]");
  }

  @Test
  void columnsThatAreNotReadAreNamed() {
    Path in =
        table("select 'a' as id, map('FEVER', 'absent') as findings, 'present' as CHEST_PAIN");
    ByteArrayOutputStream err = new ByteArrayOutputStream();

    LocalSpark.assess(
        in.toString(),
        folder.resolve("out").toString(),
        new PrintStream(err, true, StandardCharsets.UTF_8));

    assertThat(err.toString(StandardCharsets.UTF_8)).contains("not read: [CHEST_PAIN]");
  }

  @Test
  void aFileThatIsCutOffIsNamedAndNothingIsWritten() throws IOException {
    Path in = table("select 'a' as id, map('FEVER', 'absent') as findings");
    Path whole = part(in);
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = folder.resolve("cut.parquet");
    Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
    ByteArrayOutputStream err = new ByteArrayOutputStream();

    assertThatThrownBy(() -> LocalSpark.assess(cut, folder.resolve("out")))
        .satisfies(
            e ->
                assertThat(Failures.tell(e, new PrintStream(err, true, StandardCharsets.UTF_8)))
                    .isEqualTo(ExitStatus.BAD_INPUT));

    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("popliteus-spark: cannot read ")
        .contains("cut.parquet as Parquet\n  Maybe ");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aFileWhosePagesAreDamagedIsNamedAndNothingIsFinished() throws IOException {
    Path in = folder.resolve("in");
    LocalSpark.invent(400, InventedRows.Format.parquet, in);
    Path damaged = part(in);
    byte[] bytes = Files.readAllBytes(damaged);
    Arrays.fill(bytes, 100, bytes.length / 2, (byte) 0x5a);
    Files.write(damaged, bytes);
    Files.delete(damaged.resolveSibling("." + damaged.getFileName() + ".crc"));
    ByteArrayOutputStream err = new ByteArrayOutputStream();

    assertThatThrownBy(() -> LocalSpark.assess(in, folder.resolve("out")))
        .satisfies(
            e ->
                assertThat(Failures.tell(e, new PrintStream(err, true, StandardCharsets.UTF_8)))
                    .isEqualTo(ExitStatus.BAD_INPUT));

    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains(damaged.getFileName().toString() + " as Parquet");
    assertThat(folder.resolve("out").resolve("_SUCCESS")).doesNotExist();
  }

  private static Path part(Path folder) throws IOException {
    try (var parts = Files.newDirectoryStream(folder, "part-*.parquet")) {
      return parts.iterator().next();
    }
  }
}
