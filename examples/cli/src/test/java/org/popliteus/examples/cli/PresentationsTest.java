package org.popliteus.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresentationsTest {

  @ParameterizedTest
  @CsvSource({
    "swollen-calf-after-a-flight, same-day",
    "hot-swollen-knee-with-fever, emergency",
    "calf-cramp-at-the-same-distance, soon",
    "ache-after-more-kilometres, self-care"
  })
  void isAsUrgentAsItLooks(String presentation, String urgency) {
    Run run = Run.of("assess", "presentations/" + presentation + ".json");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .startsWith(
            "{\"schema\":1,\"id\":\"%s\",\"urgency\":\"%s\"".formatted(presentation, urgency));
  }
}
