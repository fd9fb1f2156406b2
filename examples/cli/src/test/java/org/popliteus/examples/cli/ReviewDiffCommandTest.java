package org.popliteus.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

/** What a reviewer is told of an edit; the older version is a folder or a git revision. */
class ReviewDiffCommandTest {
  private final Path project;
  private final Path folder;
  private final Path flags;

  ReviewDiffCommandTest(@TempDir Path project) throws IOException {
    this.project = project;
    this.folder = project.resolve("kb");
    this.flags = folder.resolve("escalations/calf.drl");
    SmallKnowledgeBase.copyTo(folder);
  }

  private static Run diff(Object older, Object newer, String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("review", "diff", older.toString(), newer.toString()));
    arguments.addAll(List.of("--people", "200"));
    arguments.addAll(List.of(more));
    return Run.of(arguments.toArray(String[]::new));
  }

  private void edit(Path file, String old, String now) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(old);
    Files.writeString(file, text.replace(old, now));
  }

  private void swellingCanWait() throws IOException {
    edit(flags, "conclude.sameDay", "conclude.soon");
  }

  private String git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-C", project.toString()));
    command.addAll(List.of("-c", "user.name=Nobody", "-c", "user.email=nobody@example.org"));
    command.addAll(List.of("-c", "commit.gpgsign=false"));
    command.addAll(List.of(arguments));
    Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as(out).isZero();
    return out;
  }

  private void commit() throws IOException, InterruptedException {
    git("init", "--quiet", "--initial-branch=main");
    git("add", ".");
    git("commit", "--quiet", "--message=As it is");
  }

  @Test
  void aLoweredUrgencyStandsOnTopAndEndsWithOne() throws IOException {
    swellingCanWait();
    Run run = diff(Run.SMALL, folder, "--format", "text");
    assertThat(run.status()).isEqualTo(ExitStatus.FAULT);
    assertThat(run.lines().get(1)).startsWith("┃  URGENCY LOWERED FOR ");
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains(
            " LOWERED: SAME DAY became SOON",
            "as far as it matters: Calf swollen (CALF_SWELLING): yes.",
            "Before: SAME DAY by RF-01",
            "Now: SOON by RF-01",
            "Because rule RF-01 changed: conclusion: to be seen today: CLOT_CLINIC became to be",
            " rule RF-01 changed");
  }

  @Test
  void aLoweredUrgencyIsRedOnATerminal() throws IOException {
    swellingCanWait();
    StringWriter out = new StringWriter();
    Terminal coloured =
        new Terminal(
            InputStream.nullInputStream(),
            out,
            new PrintWriter(new StringWriter()),
            true,
            true,
            80,
            Ansi.ON);
    Popliteus.run(coloured, "review", "diff", Run.SMALL, folder.toString(), "--people", "50");
    assertThat(out.toString()).contains("\u001b[31mLOWERED: ").contains("\u001b[41m");
  }

  @Test
  void whereNobodyIsSeenLaterItEndsWithZero() {
    Run run = diff(Run.SMALL, folder, "--format", "text");
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("NO URGENCY IS LOWERED")
        .contains("Nothing: both say the same.")
        .doesNotContain("\u001b");
  }

  @Test
  void aProgramGetsItInJson() throws IOException {
    swellingCanWait();
    Run run = diff(Run.SMALL, folder);
    assertThat(run.status()).isEqualTo(ExitStatus.FAULT);
    assertThat(run.out())
        .startsWith("{\"schema\":1,\"before\":{\"name\":\"" + Run.SMALL + "\",\"id\":\"small\"")
        .contains("{\"kind\":\"urgency-lowered\",\"scenarios\":0,\"drawn\":")
        .contains("\"findings\":{\"CALF_SWELLING\":\"present\"}")
        .contains("\"because\":[\"rule RF-01 changed\"]")
        .contains("{\"kind\":\"changed\",\"part\":\"rule\",\"name\":\"RF-01\"");
  }

  @Test
  void aGitRevisionNeedsNoCheckout() throws Exception {
    commit();
    swellingCanWait();
    Run run = diff("git:main", folder, "--format", "text");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(ExitStatus.FAULT);
    assertThat(run.out()).contains("From git:main to ").contains("  rule RF-01 changed");
    assertThat(git("status", "--short")).isEqualTo(" M kb/escalations/calf.drl\n");
  }

  @Test
  void aGitRevisionCanNameItsFolder() throws Exception {
    commit();
    git("mv", "kb", "knowledge");
    git("commit", "--quiet", "--message=Moved");
    Run run = diff("git:HEAD~1:kb", project.resolve("knowledge"), "--format", "text");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(diff("git:HEAD~1", project.resolve("knowledge")).status()).isZero();
  }

  @Test
  void theScenariosOfAGitRevisionComeToo() throws Exception {
    Files.writeString(
        folder.resolve("causes/dvt.scenarios.yaml"),
        "- {name: a swollen calf, given: {CALF_SWELLING: present}, expect: {fires: [DVT-01]}}\n");
    commit();
    Files.delete(folder.resolve("causes/dvt.scenarios.yaml"));
    swellingCanWait();
    assertThat(diff("git:main", folder, "--format", "text").out())
        .contains("Asked about 1 scenario and 200 people")
        .contains("The scenario \"a swollen calf\" (causes/dvt.scenarios.yaml:1:3)");
  }

  @Test
  void aRevisionThatIsNotThereIsToldWithNearOnes() throws Exception {
    commit();
    Run run = diff("git:maim", folder);
    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run.err())
        .isEqualTo("popliteus: no revision maim in the git repository\n  Maybe main?\n");
  }

  @Test
  void aRevisionWithoutAKnowledgeBaseIsBadInput() throws Exception {
    git("init", "--quiet", "--initial-branch=main");
    git("commit", "--quiet", "--allow-empty", "--message=Nothing yet");
    Run run = diff("git:main", folder);
    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run.err()).contains("no kb.yaml in git:main").contains("\n  Maybe ");
  }

  @Test
  void aRevisionWithSeveralKnowledgeBasesWantsOneNamed() throws Exception {
    SmallKnowledgeBase.copyTo(project.resolve("other"));
    commit();
    Run run = diff("git:main", project);
    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run.err()).contains("more than one kb.yaml in git:main: [kb/, other/]");
    assertThat(run.err()).contains("  Maybe name one: git:main:kb.");
  }

  @Test
  void theMistakesOfBothVersionsAreToldAtOnce() throws Exception {
    edit(flags, "conclude.emergency", "conclude.urgent");
    commit();
    edit(flags, "conclude.sameDay", "conclude.today");
    Run run = diff("git:main", folder);
    assertThat(run.status()).isEqualTo(ExitStatus.FAULT);
    assertThat(run.err())
        .contains("git:main has a mistake:\nescalations/calf.drl:28:")
        .contains(folder + " has 2 mistakes:\nescalations/calf.drl:15:");
  }

  @Test
  void aQuestionThatOnlyOneVersionHasIsSaidToBeLeftOut() throws IOException {
    Files.writeString(
        folder.resolve("findings.yaml"),
        Files.readString(folder.resolve("findings.yaml"))
            + """

            - code: FEVER
              display: Fever
              question: Do you have a fever?
              kind: tri-state
              tier: core
              group: chest
            """);
    assertThat(diff(Run.SMALL, folder, "--format", "text").out())
        .contains("  finding FEVER added")
        .contains("Answers to FEVER are left out where the older version is asked.");
  }

  @Test
  void fewerThanNobodyIsBadInput() {
    Run run = Run.of("review", "diff", Run.SMALL, Run.SMALL, "--people", "-1");
    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run.err()).contains("--people is -1\n  Maybe 0");
  }
}
