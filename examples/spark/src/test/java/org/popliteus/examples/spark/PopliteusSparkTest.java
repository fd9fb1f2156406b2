package org.popliteus.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person is told. */
class PopliteusSparkTest {
  private static final String GOOD = "{\"id\": \"a\", \"findings\": {\"CALF_SWELLING\": true}}\n";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;

  private int run(String... arguments) {
    return PopliteusSpark.run(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        arguments);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private Path in(String text) throws IOException {
    return Files.writeString(folder.resolve("in.ndjson"), text);
  }

  @Test
  void countsWhatWasWritten() throws IOException {
    Path in = in(GOOD + "broken\n\n" + GOOD);

    int status = run("assess", in.toString(), folder.resolve("out").toString());

    assertThat(err())
        .startsWith("popliteus-spark: 3 rows in one part, to be assessed by posterior-knee");
    assertThat(status).isEqualTo(ExitStatus.DONE);
    assertThat(out.toString(StandardCharsets.UTF_8).replaceAll(" +", " "))
        .contains(" same-day 2\n", " bad rows 1\n", " all rows 3\n")
        .contains("stand in the column problems: not-json 1.\n")
        .contains("Blank lines, which are no rows: 1.\n", "more than one row: 1, in 2 rows");
  }

  @Test
  void aKnowledgeBaseInAFolderAnswersToo() throws IOException {
    int status =
        run(
            "assess",
            "--kb",
            "../../rules-kb/src/main/resources",
            in(GOOD).toString(),
            folder.resolve("out").toString());

    assertThat(status).isEqualTo(ExitStatus.DONE);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(LocalSpark.ADVISOR.version().sha256());
  }

  @Test
  void aKnowledgeBaseThatIsMissingIsNamed() throws IOException {
    int status = run("assess", "--kb", "no-such", in(GOOD).toString(), "out");

    assertThat(status).isEqualTo(ExitStatus.FAULT);
    assertThat(err()).startsWith("popliteus-spark: no folder at no-such\n  Maybe ");
  }

  @Test
  void aMissingInputIsNamed() {
    int status = run("assess", folder.resolve("none.ndjson").toString(), "out");

    assertThat(status).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err())
        .startsWith("popliteus-spark: no file or folder at " + folder.resolve("none.ndjson"))
        .contains("\n  Maybe it is spelt differently");
  }

  @Test
  void anUnknownFileSystemIsNamed() {
    int status = run("assess", "nosuch://bucket/in", folder.resolve("out").toString());

    assertThat(status).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err()).contains("cannot read nosuch://bucket/in").contains("\n  Maybe ");
  }

  @Test
  void anEmptyFolderIsNamed() throws IOException {
    Files.createDirectory(folder.resolve("empty"));

    assertThat(run("assess", folder.resolve("empty").toString(), "out"))
        .isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err()).contains("empty holds no file\n  Maybe ");
  }

  @Test
  void anOutputThatIsThereIsKeptUnlessAskedOtherwise() throws IOException {
    String in = in(GOOD).toString();
    String answers = folder.resolve("out").toString();
    assertThat(run("assess", in, answers)).isEqualTo(ExitStatus.DONE);

    assertThat(run("assess", in, answers)).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err())
        .contains("out is there already\n  Maybe name another folder, or add --overwrite");
    assertThat(run("assess", "--overwrite", in, answers)).isEqualTo(ExitStatus.DONE);
  }

  @Test
  void nothingIsDeletedThatNoSuchJobHasWritten() throws IOException {
    Path precious = Files.writeString(folder.resolve("precious.txt"), "mine");
    String in = in(GOOD).toString();
    Path answers = Files.createDirectory(folder.resolve("home"));
    Files.move(precious, answers.resolve("precious.txt"));

    assertThat(run("assess", "--overwrite", in, answers.toString()))
        .isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err()).contains("holds precious.txt, which no such job has written\n  Maybe ");
    assertThat(answers.resolve("precious.txt")).exists();
  }

  @Test
  void theOutputLiesApartFromTheInput() throws IOException {
    Path cases = Files.createDirectory(folder.resolve("cases"));
    Files.writeString(cases.resolve("part-1.ndjson"), GOOD);

    for (Path answers : new Path[] {cases, cases.resolve("out"), folder}) {
      assertThat(run("assess", "--overwrite", cases.toString(), answers.toString()))
          .isEqualTo(ExitStatus.BAD_INPUT);
      assertThat(err()).contains("lie in each other\n  Maybe ");
      assertThat(cases.resolve("part-1.ndjson")).exists();
      err.reset();
    }
  }

  @Test
  void usageIsTold() {
    assertThat(run()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run("asess")).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run("generate", "--rows", "-1", "--out", "x")).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err())
        .contains("a command is missing\n  Maybe look at popliteus-spark --help.")
        .contains("Maybe assess or measure?", "--rows is -1, less than none\n  Maybe ");
  }

  @Test
  void tooLittleMemoryForSparkIsTold() {
    LocalSpark.session().stop(); // it would be taken, with the memory that it has
    SparkConf settings = new SparkConf().set("spark.testing.memory", "100000000");
    settings.set("spark.driver.memory", "100m");

    assertThatThrownBy(() -> Session.open(settings))
        .satisfies(
            e ->
                assertThat(Failures.tell(e, new PrintStream(err, true, StandardCharsets.UTF_8)))
                    .isEqualTo(ExitStatus.FAULT));
    assertThat(err())
        .startsWith(
            "popliteus-spark: there is not enough memory\n  Maybe give it more with java -Xmx1g");
  }

  @Test
  void anUnknownFailureSaysNothingThatAPersonAnswered() {
    int status =
        Failures.tell(
            new IllegalStateException("row of Nightingale"),
            new PrintStream(err, true, StandardCharsets.UTF_8));

    assertThat(status).isEqualTo(ExitStatus.FAULT);
    assertThat(err())
        .startsWith("popliteus-spark: internal error, java.lang.IllegalStateException at ")
        .doesNotContain("Nightingale");
  }
}
