package org.popliteus.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.popliteus.engine.InvalidPresentationException;
import org.popliteus.engine.Presentation;

class ReadingTest {

  private static Presentation presentation(String json) {
    return Dragon.CODEC.read(json).presentation();
  }

  @Test
  void everyKindOfAnswerIsRead() {
    assertThat(
            presentation(
                """
                {"id": "case-1",
                 "findings": {"AGE_YEARS": 340, "SCALE_COLOUR": "red", "TAIL_COLD": "absent",
                              "TAIL_SWOLLEN": "present", "MOULTING": "unknown", "GIRTH_DIFF_CM": 2.5}}
                """))
        .isEqualTo(
            Presentation.builder()
                .measured("AGE_YEARS", 340)
                .chosen("SCALE_COLOUR", "red")
                .absent("TAIL_COLD")
                .present("TAIL_SWOLLEN")
                .unknown("MOULTING")
                .measured("GIRTH_DIFF_CM", 2.5)
                .build());
  }

  @Test
  void trueIsPresentAndFalseIsAbsent() {
    assertThat(presentation("{\"findings\": {\"TAIL_COLD\": true, \"PAIN_AT_TIP\": false}}"))
        .isEqualTo(Presentation.builder().present("TAIL_COLD").absent("PAIN_AT_TIP").build());
  }

  @Test
  void theIdIsKept() {
    assertThat(Dragon.CODEC.read("{\"id\": \"å/1\", \"findings\": {}}").id()).isEqualTo("å/1");
  }

  @Test
  void theIdMayBeMissing() {
    assertThat(Dragon.CODEC.read("{\"findings\": {}}").id()).isNull();
  }

  @Test
  void theIdMayStandBehindTheFindings() {
    assertThat(Dragon.CODEC.read("{\"findings\": {}, \"id\": \"late\"}").id()).isEqualTo("late");
  }

  @Test
  void findingsMayBeEmpty() {
    assertThat(presentation("{\"findings\": {}}")).isEqualTo(Presentation.builder().build());
  }

  @Test
  void theSameAnswerMayBeGivenTwice() {
    assertThat(
            presentation(
                "{\"findings\": {\"TAIL_COLD\": true, \"TAIL_COLD\": \"present\","
                    + " \"AGE_YEARS\": 34, \"AGE_YEARS\": 34.0}}"))
        .isEqualTo(Presentation.builder().present("TAIL_COLD").measured("AGE_YEARS", 34).build());
  }

  @Test
  void zeroHasNoSign() {
    assertThat(presentation("{\"findings\": {\"AGE_YEARS\": -0.0}}"))
        .isEqualTo(Presentation.builder().measured("AGE_YEARS", 0).build());
  }

  @Test
  void aNumberMayHaveAnExponent() {
    assertThat(presentation("{\"findings\": {\"AGE_YEARS\": 3.4E2}}"))
        .isEqualTo(Presentation.builder().measured("AGE_YEARS", 340).build());
  }

  @Test
  void aByteOrderMarkIsSkipped() {
    assertThat(presentation("\uFEFF{\"findings\": {}}")).isEqualTo(Presentation.builder().build());
  }

  @Test
  void problemsAreThrownAllAtOnceAndInTheirOrder() {
    assertThatExceptionOfType(InvalidPresentationException.class)
        .isThrownBy(
            () ->
                Dragon.CODEC.read(
                    "{\"id\": 7, \"findings\": {\"AGE_YEARS\": 1000, \"AAA\": true,"
                        + " \"SCALE_COLOUR\": \"blue\", \"TAIL_COLD\": 1}, \"more\": 1}"))
        .satisfies(
            e ->
                assertThat(e.problems())
                    .extracting(problem -> problem.kind() + " " + problem.column())
                    .containsExactly(
                        "WRONG_SHAPE 8",
                        "OUT_OF_RANGE 37",
                        "UNKNOWN_CODE 50",
                        "UNKNOWN_OPTION 72",
                        "WRONG_KIND 93",
                        "WRONG_SHAPE 97"));
  }

  @Test
  void theExceptionSaysNothingThatAPersonAnswered() {
    assertThatExceptionOfType(InvalidPresentationException.class)
        .isThrownBy(() -> Dragon.CODEC.read("{\"findings\": {\"AGE_YEARS\": 12345}}"))
        .satisfies(e -> assertThat(e.toString()).doesNotContain("12345").doesNotContain("AGE"));
  }

  @Test
  void aPlaceFarBehindIsFound() {
    String space = " ".repeat(100_000);
    assertThatExceptionOfType(InvalidPresentationException.class)
        .isThrownBy(
            () ->
                Dragon.CODEC.read(
                    "{\"findings\":\n" + space + "{\"TAIL_COLD\":" + space + "\"maybe\"}}"))
        .satisfies(
            e -> {
              assertThat(e.problems().get(0).line()).isEqualTo(2);
              assertThat(e.problems().get(0).column()).isEqualTo(200_014);
            });
  }
}
