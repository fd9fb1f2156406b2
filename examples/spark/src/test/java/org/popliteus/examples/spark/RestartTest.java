package org.popliteus.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done again gives the same rows, once each. */
class RestartTest {
  private static final long ROWS = 300;

  @TempDir private Path folder;

  @AfterEach
  void heal() {
    FlakyFileSystem.GOOD_ONES.set(-1);
  }

  private List<Row> untroubled(Path in) {
    LocalSpark.assess(in, folder.resolve("untroubled"));
    return withoutFile(folder.resolve("untroubled"));
  }

  /** The file is named with its file system, which differs here. */
  private static List<Row> withoutFile(Path out) {
    return LocalSpark.session()
        .read()
        .parquet(out.toString())
        .drop("file")
        .orderBy("id")
        .collectAsList();
  }

  @Test
  void aTaskThatFailsIsTriedAgainAndTheCountsAddUp() {
    Path in = folder.resolve("in");
    LocalSpark.invent(ROWS, InventedRows.Format.ndjson, in);
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int parts = LocalSpark.assess(in, folder.resolve("out")).input().partitions();
    // each part is opened once to be counted; then the first but one fails while it is assessed
    FlakyFileSystem.GOOD_ONES.set(parts + 1);

    AssessJob.Done done =
        LocalSpark.assess(
            "flaky://" + in,
            folder.resolve("troubled").toString(),
            new PrintStream(err, true, StandardCharsets.UTF_8));

    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("a task failed and is tried again: java.io.IOException")
        .doesNotContain("the disk could not be read");
    assertThat(done.input().rows()).isEqualTo(ROWS);
    assertThat(done.written().rows()).isEqualTo(ROWS);
    assertThat(withoutFile(folder.resolve("troubled"))).isEqualTo(untroubled(in));
  }

  @Test
  void aFolderThatHoldsAnUnfinishedRunIsWrittenAnewWhenAsked() throws Exception {
    Path in = folder.resolve("in");
    Path out = folder.resolve("out");
    LocalSpark.invent(ROWS, InventedRows.Format.ndjson, in);
    Files.createDirectories(out.resolve("_temporary/0/task_1"));
    Files.writeString(out.resolve("_temporary/0/task_1/part-00000"), "half");

    assertThatThrownBy(() -> LocalSpark.assess(in, out))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("holds a run that did not end, or has not yet ended")
        .hasMessageContaining("Maybe it was stopped; then run it again with --overwrite.");
    new AssessJob(LocalSpark.session(), LocalSpark.silent())
        .run(LocalSpark.ADVISOR, in.toString(), out.toString(), true);

    assertThat(withoutFile(out)).hasSize((int) ROWS).isEqualTo(untroubled(in));
  }

  @Test
  void anInputThatChangesWhileItIsReadIsAFault() throws Exception {
    String good = "{\"findings\": {\"CALF_SWELLING\": true}}\n";
    Path in = Files.writeString(folder.resolve("in.ndjson"), good + good);
    Files.writeString(
        folder.resolve("in.ndjson.later"), good + " ".repeat(good.length() - 1) + "\n");
    // opened once to see what it is, and once to be counted
    FlakyFileSystem.GOOD_ONES.set(2);

    assertThatThrownBy(
            () ->
                LocalSpark.assess(
                    "flaky://" + in, folder.resolve("out").toString(), LocalSpark.silent()))
        .isInstanceOf(Incomplete.class)
        .hasMessage(
            folder.resolve("out")
                + " holds 1 rows, and the input 2\n"
                + "  Maybe the input was changed while it was read; run it again with --overwrite.");
  }

  @Test
  void allThreadsOfAProcessShareOneAdvisor() throws Exception {
    Knowledge knowledge = Knowledge.of(LocalSpark.ADVISOR);
    List<Knowledge.Shared> seen = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Knowledge.Shared> ask = knowledge::shared;
      for (var answer : threads.invokeAll(Collections.nCopies(64, ask))) {
        seen.add(answer.get());
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(seen).hasSize(64).allMatch(shared -> shared.advisor() == LocalSpark.ADVISOR);
  }
}
