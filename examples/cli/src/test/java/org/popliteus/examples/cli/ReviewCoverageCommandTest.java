package org.popliteus.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reviewer is told about the reach of the scenarios. */
class ReviewCoverageCommandTest {
  private final String folder;

  ReviewCoverageCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder.toString();
    SmallKnowledgeBase.copyTo(folder);
    Files.writeString(
        folder.resolve("causes/dvt.scenarios.yaml"),
        """
        - name: a swollen calf
          given: {CALF_SWELLING: present, CHEST_PAIN: absent, AGE_YEARS: 40}
          expect: {fires: [DVT-01], first: DVT}
        """);
  }

  @Test
  void aRuleThatNeverFiresFails() {
    Run run = Run.of("review", "coverage", folder);
    assertThat(run.status()).isEqualTo(ExitStatus.FAULT);
    assertThat(run.lines())
        .contains(
            "OVU-01: it fires in no scenario",
            "DVT-01: no scenario of its file expects it not to fire",
            "CHEST_PAIN: this finding is never present, measured or chosen",
            "OVERUSE: this cause is never expected first, likely or excluded")
        .doesNotContain("DVT-01: it fires in no scenario");
    assertThat(run.lines().get(run.lines().size() - 1))
        .isEqualTo(
            "7 rules, 18 cases missing; 7 findings, 5 never said; 2 causes, 1 never expected");
  }

  @Test
  void theDetailsNameTheScenariosOfRuleFindingAndCause() {
    String place = "causes/dvt.scenarios.yaml:1";
    assertThat(Run.of("review", "coverage", folder, "--details").out())
        .contains(
            "rule DVT-01 a swollen calf\n"
                + "    fires in 1: "
                + place
                + "\n    expected to fire, in its file: "
                + place
                + "\n    expected not to fire, in its file: none\n",
            "finding CHEST_PAIN\n    absent in 1: " + place + "\n",
            "finding AGE_YEARS\n    measured in 1: " + place + "\n",
            "cause DVT\n    first in 1: " + place + "\n");
  }

  @Test
  void theDetailsOfOneCodeNameNoOther() {
    assertThat(Run.of("review", "coverage", folder, "--only", "DVT").out())
        .contains("rule DVT-01", "cause DVT")
        .doesNotContain("rule OVU-01", "\nfinding ");
    Run run = Run.of("review", "coverage", folder, "--only", "XYZ");
    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run.err()).contains("holds XYZ in its code\n  Maybe ");
  }
}
