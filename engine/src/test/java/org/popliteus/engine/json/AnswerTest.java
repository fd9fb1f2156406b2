package org.popliteus.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnswerTest {
  private static final Path FILES = Path.of("src/test/resources/org/popliteus/engine/json");

  private static String file(String name) throws Exception {
    return Files.readString(FILES.resolve(name), StandardCharsets.UTF_8).stripTrailing();
  }

  /** Byte by byte, but for the two versions that change with any edit or release. */
  @Test
  void theWholeAnswerIsAsRecorded() throws Exception {
    assertThat(Dragon.CODEC.answer(file("question.json")))
        .isEqualTo(
            file("answer.json")
                .replace("${sha256}", Dragon.ADVISOR.version().sha256())
                .replace("${engineVersion}", Dragon.ADVISOR.version().engineVersion()));
  }

  @Test
  void theOrderOfTheFindingsChangesNoByte() {
    List<String> answers = new ArrayList<>();
    List<String> findings =
        new ArrayList<>(
            List.of(
                "\"AGE_YEARS\": 300",
                "\"TAIL_SWOLLEN\": true",
                "\"LONG_HOARD_WATCH\": true",
                "\"PAIN_AT_TIP\": true",
                "\"ONSET_SUDDEN\": true",
                "\"ONSET_GRADUAL\": true",
                "\"FLEW_FURTHER\": true",
                "\"GIRTH_DIFF_CM\": 4"));
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(findings, new Random(i));
      answers.add(Dragon.CODEC.answer("{\"findings\": {" + String.join(",", findings) + "}}"));
    }
    assertThat(answers).containsOnly(answers.get(0));
  }

  @Test
  void anAnswerIsTheOneThatTheAdvisorGives() {
    JsonCodec.Request request =
        Dragon.CODEC.read("{\"id\": \"1\", \"findings\": {\"TAIL_SWOLLEN\": true}}");
    assertThat(Dragon.CODEC.write(request.id(), Dragon.ADVISOR.assess(request.presentation())))
        .isEqualTo(
            Dragon.CODEC.answer("{\"findings\": {\"TAIL_SWOLLEN\": \"present\"}, \"id\": \"1\"}"))
        .contains("\"urgency\":\"same-day\"");
  }

  @Test
  void noIdIsNull() {
    assertThat(Dragon.CODEC.answer("{\"findings\": {}}")).startsWith("{\"schema\":1,\"id\":null,");
  }

  @Test
  void aPresentationWithProblemsIsAnsweredWithThem() {
    assertThat(Dragon.CODEC.answer("{\"id\": \"7\", \"findings\": {\"TAIL_COLDD\": true}}"))
        .isEqualTo(
            "{\"schema\":1,\"id\":\"7\",\"error\":{\"problems\":[{\"kind\":\"unknown-code\","
                + "\"code\":\"TAIL_COLDD\",\"value\":null,"
                + "\"message\":\"there is no finding TAIL_COLDD\",\"maybe\":\"Maybe TAIL_COLD?\","
                + "\"line\":1,\"column\":40}]}}");
  }

  @Test
  void theIdOfBrokenJsonIsRepeatedWhereItStoodBefore() {
    assertThat(Dragon.CODEC.answer("{\"id\": \"7\", \"findings\": {"))
        .startsWith("{\"schema\":1,\"id\":\"7\",\"error\"");
  }

  @Test
  void theIdOfBrokenJsonIsNullWhereItStandsBehind() {
    assertThat(Dragon.CODEC.answer("{\"findings\": {,}, \"id\": \"7\"}"))
        .startsWith("{\"schema\":1,\"id\":null,\"error\"");
  }

  @Test
  void theIdIsRepeatedWhereItStandsBehindAProblem() {
    assertThat(Dragon.CODEC.answer("{\"findings\": {\"TAIL_COLD\": [1]}, \"id\": \"7\"}"))
        .startsWith("{\"schema\":1,\"id\":\"7\",\"error\"");
  }

  @Test
  void ofTwoIdsNeitherIsRepeated() {
    assertThat(Dragon.CODEC.answer("{\"id\": \"7\", \"id\": \"8\", \"findings\": {}}"))
        .startsWith("{\"schema\":1,\"id\":null,\"error\"");
  }

  @Test
  void halfACharacterDoesNotReachTheOutput() {
    assertThat(Dragon.CODEC.answer("{\"id\": \"\\ud83d-\\ud83d\\ude00\", \"findings\": {}}"))
        .startsWith("{\"schema\":1,\"id\":\"\uFFFD-\uD83D\uDE00\",");
  }

  @Test
  void anAnswerStandsOnOneLine() {
    assertThat(Dragon.CODEC.answer("{\"id\": \"a\\nb\\r\", \"findings\": {}}"))
        .doesNotContain("\n", "\r")
        .contains("\"id\":\"a\\nb\\r\"");
  }
}
