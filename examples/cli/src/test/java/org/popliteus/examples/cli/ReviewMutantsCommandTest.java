package org.popliteus.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reviewer sees of changes that no scenario notices, on the small knowledge base. */
class ReviewMutantsCommandTest {
  @TempDir private Path folder;

  @BeforeEach
  void copy() throws IOException {
    SmallKnowledgeBase.copyTo(folder);
    Files.writeString(
        folder.resolve("causes/dvt.scenarios.yaml"),
        """
        - name: a swollen calf
          given: {CALF_SWELLING: present}
          expect: {fires: [DVT-01], says: {DVT-01: moderate for}}
        """);
  }

  private Run mutants(String... more) {
    String[] arguments = new String[3 + more.length];
    arguments[0] = "review";
    arguments[1] = "mutants";
    arguments[2] = folder.toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return Run.of(arguments);
  }

  @Test
  void whatNobodyWouldNoticeIsListedWithItsPlaceAndTheNextStep() {
    Run run = mutants();
    assertThat(run.status()).isEqualTo(ExitStatus.FAULT);
    assertThat(run.lines().get(0))
        .startsWith("escalations/calf.drl:")
        .contains(": escalation: RF-");
    assertThat(run.lines().get(1)).startsWith("  Maybe ");
    assertThat(run.out())
        .contains("DVT-01 would no longer ask whether CALF_SWELLING is present")
        .containsPattern("\ndrop-rule +\\d+ +\\d+ +[0-9.]+\n")
        .containsPattern("\nall +\\d+ +\\d+ +[0-9.]+\n")
        .endsWith("needed: all of escalations and contraindications, 85 % of all\n");
  }

  @Test
  void rulesAndKindsCanBePicked() {
    Run run = mutants("--only", "DVT-01", "--kind", "drop-rule,change-weight");
    assertThat(run.status()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out())
        .containsPattern("\nchange-weight +2 +2 +100.0\n")
        .doesNotContain("drop-condition", "would");
  }

  @Test
  void whatCannotBePickedIsBadInput() {
    assertThat(mutants("--only", "ZZZ").err()).contains("nothing to change").contains("Maybe");
    Run run = mutants("--kind", "drop-rules");
    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run.err()).contains("no kind of change drop-rules").contains("drop-rule");
  }

  @Test
  void aScenarioThatFailsAlreadyIsSaidInsteadOfAReview() throws IOException {
    Files.writeString(
        folder.resolve("causes/overuse.scenarios.yaml"),
        "- name: nothing\n  given: {}\n  expect: {urgency: emergency}\n");
    Run run = mutants();
    assertThat(run.status()).isEqualTo(ExitStatus.FAULT);
    assertThat(run.out()).contains("FAILED: nothing").contains("nothing was changed");
  }
}
