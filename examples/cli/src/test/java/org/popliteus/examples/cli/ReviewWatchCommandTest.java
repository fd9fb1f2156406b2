package org.popliteus.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reviewer sees while the files of a folder are being saved. */
class ReviewWatchCommandTest {

  /**
   * Far beyond what it takes: a slow machine must not fail, and a verdict that never comes must.
   */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private static final String SCENARIOS =
      "- {name: a swollen calf, given: {CALF_SWELLING: present}, expect: {urgency: same-day}}\n";

  private final Path folder;
  private final Path rules;
  private final StringWriter out = new StringWriter();
  private final PipedOutputStream in = new PipedOutputStream();
  private final CompletableFuture<Run> watching;
  private int seen;

  ReviewWatchCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.rules = folder.resolve("escalations/calf.drl");
    SmallKnowledgeBase.copyTo(folder);
    Files.writeString(folder.resolve("escalations/calf.scenarios.yaml"), SCENARIOS);
    PipedInputStream piped = new PipedInputStream(in);
    this.watching =
        CompletableFuture.supplyAsync(
            () -> Run.on(piped, out, false, false, "review", "watch", folder.toString()));
  }

  @BeforeEach
  void isBegun() throws InterruptedException {
    assertThat(verdict()).contains(": 1 scenario of 1, none failed (");
  }

  @AfterEach
  void endsWithTheInput() throws Exception {
    in.close();
    assertThat(watching.get(60, TimeUnit.SECONDS).status()).isZero();
  }

  /** What is written next, up to a line's end. */
  private String verdict() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() - end < 0) {
      String all = out.toString();
      if (all.length() > seen && all.endsWith("\n")) {
        String next = all.substring(seen);
        seen = all.length();
        return next;
      }
      Thread.sleep(20);
    }
    throw new AssertionError("no verdict after " + out);
  }

  private void save(Path file, String old, String now) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(old);
    Files.writeString(file, text.replace(old, now));
  }

  @Test
  void aBrokenFileAndThenAMendedOneGetAVerdictEach() throws Exception {
    save(rules, "conclude.sameDay", "conclude.today");
    assertThat(verdict())
        .contains("  escalations/calf.drl: 1 mistake (")
        .contains("escalations/calf.drl:15:")
        .contains("  Maybe ");
    save(rules, "conclude.today", "conclude.sameDay");
    assertThat(verdict()).contains("  escalations/calf.drl: 1 scenario of 1, none failed (");
  }

  @Test
  void aScenarioThatFailsIsToldInWordsUntilItHolds() throws Exception {
    save(rules, "conclude.sameDay", "conclude.soon");
    assertThat(verdict())
        .contains("escalations/calf.drl: 1 scenario of 1, 1 FAILED (")
        .contains("expected urgency same-day, and got soon");
    save(folder.resolve("causes/overuse.drl"), "\"OVERUSE\", 2", "\"OVERUSE\", 3");
    assertThat(verdict()).contains("causes/overuse.drl: 1 scenario of 1, 1 FAILED (");
    save(rules, "conclude.soon", "conclude.sameDay");
    assertThat(verdict()).contains("none failed");
  }

  @Test
  void whatAnEditDoesNotTouchIsNotRun() throws Exception {
    save(folder.resolve("causes/overuse.drl"), "\"OVERUSE\", 2", "\"OVERUSE\", 3");
    assertThat(verdict()).contains("causes/overuse.drl: 0 scenarios of 1, none failed (");
    save(folder.resolve("kb.yaml"), "common: 8", "common: 9");
    assertThat(verdict()).contains("kb.yaml: 1 scenario of 1, none failed (");
  }

  @Test
  void anEditorThatSavesByRenamingAndLeavesFilesOfItsOwnIsUnderstood() throws Exception {
    Path draft = folder.resolve("escalations/.#calf.drl");
    Files.writeString(draft, "not a rule");
    Files.writeString(folder.resolve("escalations/calf.drl~"), "not a rule");
    Files.writeString(draft, Files.readString(rules).replace("conclude.sameDay", "conclude.soon"));
    Files.move(draft, rules, StandardCopyOption.REPLACE_EXISTING);
    assertThat(verdict()).contains("  escalations/calf.drl: 1 scenario of 1, 1 FAILED (");
  }

  @Test
  void aFolderThatIsMadeMeanwhileIsWatchedToo() throws Exception {
    Files.createDirectories(folder.resolve("scores"));
    Path file = folder.resolve("scores/calf.scenarios.yaml");
    Files.writeString(file, SCENARIOS);
    assertThat(verdict())
        .contains("scores/calf.scenarios.yaml: 1 mistake (")
        .contains("there is no rule file scores/calf.drl");
    Files.delete(file);
    assertThat(verdict()).contains("scores/calf.scenarios.yaml: ", "none failed (");
  }
}
