package org.popliteus.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CausesCommandTest {

  @Test
  void listsHowCommonACauseIsAndWhatConfirmsIt() {
    Run run = Run.watched("", "causes", "--kb", Run.SMALL);

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            DVT                                                                         rare
              Blood clot in a leg vein
              Seldom in runners.
              To confirm: An ultrasound scan. Who: A clinic.

            OVERUSE                                                                   common
              Overuse
              What most runners have.
              To confirm: Nothing needs to be confirmed. Who: The runner.
              Can be there at the same time: DVT
            """);
  }

  @Test
  void writesEverythingAsJson() {
    Run run = Run.of("causes", "--kb", Run.SMALL);

    assertThat(run.status()).isZero();
    assertThat(run.lines()).hasSize(1);
    assertThat(run.out())
        .startsWith("{\"schema\":1,\"causes\":[{\"code\":\"DVT\"")
        .contains("\"baseRate\":\"rare\",\"baseRateBecause\":\"Seldom in runners.\"")
        .contains("\"reviewWhenLikely\":true,\"accompanies\":[]")
        .contains("\"confirm\":\"An ultrasound scan\",\"confirmedBy\":\"A clinic\"");
  }
}
