package org.popliteus.examples.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON;
import static org.springframework.http.MediaType.TEXT_PLAIN;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.popliteus.engine.json.JsonCodec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ServiceTest
class AssessmentsTest {
  private static final Path PRESENTATIONS = Path.of("../cli/presentations");

  @Autowired private MockMvcTester http;
  @Autowired private JsonCodec codec;

  @Test
  void answersWhatTheCommandLineAnswers() throws IOException {
    String json = Files.readString(PRESENTATIONS.resolve("swollen-calf-after-a-flight.json"));

    MvcTestResult result = assess(json);

    assertThat(result).hasStatus(201).hasContentType(APPLICATION_JSON);
    assertThat(result).bodyText().isEqualTo(codec.answer(json));
  }

  @Test
  void namesAllProblemsOfAPresentationAtOnce() {
    String json =
        """
        {"id": "case-7", "findings": {"AGE_YEARS": 400, "CALF_SWELING": "present"}}""";

    MvcTestResult result = assess(json);

    assertThat(result).hasStatus(422).hasContentType(APPLICATION_PROBLEM_JSON);
    assertThat(result)
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"status": 422, "id": "case-7", "instance": "/assessments",
             "detail": "the presentation cannot be assessed: 2 problems",
             "problems": [{"kind": "out-of-range", "code": "AGE_YEARS", "line": 1},
                          {"kind": "unknown-code", "code": "CALF_SWELING", "line": 1,
                           "maybe": "Maybe CALF_SWELLING?"}]}""");
  }

  @Test
  void refusesBrokenJson() {
    assertProblem(assess("{\"findings\": {"), 400, "not-json");
  }

  @Test
  void refusesAnEmptyBody() {
    assertProblem(assess(""), 400, "not-json");
  }

  @Test
  void refusesJsonOfAnotherShape() {
    assertProblem(assess("[]"), 422, "wrong-shape");
  }

  @Test
  void refusesMoreCharactersThanTheCodecReads() {
    String json = "{\"findings\": {}}" + " ".repeat(JsonCodec.MOST_CHARACTERS);

    assertProblem(assess(json), 413, "too-long");
  }

  @Test
  void refusesABodyThatIsTooLong() {
    MvcTestResult result = assess(" ".repeat(10_000_000));

    assertThat(result).hasStatus(413).hasContentType(APPLICATION_PROBLEM_JSON);
    assertThat(result)
        .bodyJson()
        .extractingPath("$.detail")
        .isEqualTo("the body is longer than 2097152 bytes");
  }

  @Test
  void refusesABodyThatIsNotInUtf8() {
    MvcTestResult result =
        http.post()
            .uri("/assessments")
            .contentType(APPLICATION_JSON)
            .content("{\"id\": \"ä\"}".getBytes(StandardCharsets.ISO_8859_1))
            .exchange();

    assertThat(result).hasStatus(400);
    assertThat(result).bodyJson().extractingPath("$.maybe").isEqualTo("Maybe encode it in UTF-8.");
  }

  @Test
  void refusesAnotherContentType() {
    MvcTestResult result =
        http.post().uri("/assessments").contentType(TEXT_PLAIN).content("{}").exchange();

    assertThat(result).hasStatus(415).hasContentType(APPLICATION_PROBLEM_JSON);
    assertThat(result)
        .bodyJson()
        .extractingPath("$.maybe")
        .isEqualTo("Maybe send it with Content-Type: application/json.");
  }

  @Test
  void refusesToAnswerInAnotherContentType() {
    MvcTestResult result =
        http.post()
            .uri("/assessments")
            .contentType(APPLICATION_JSON)
            .accept(MediaType.IMAGE_PNG)
            .content("{\"findings\": {}}")
            .exchange();

    assertThat(result).hasStatus(406);
  }

  @Test
  void refusesAnotherMethod() {
    assertThat(http.put().uri("/assessments"))
        .hasStatus(405)
        .hasContentType(APPLICATION_PROBLEM_JSON);
  }

  @Test
  void knowsNoOtherPath() {
    assertThat(http.get().uri("/asessments"))
        .hasStatus(404)
        .hasContentType(APPLICATION_PROBLEM_JSON);
  }

  @Test
  void givesMarkupBackAsJsonAndNothingElse() {
    MvcTestResult result = assess("{\"findings\": {\"<script>alert(1)</script>\": \"present\"}}");

    assertThat(result).hasStatus(422).hasContentType(APPLICATION_PROBLEM_JSON);
    assertThat(result)
        .bodyJson()
        .extractingPath("$.problems[0].code")
        .isEqualTo("<script>alert(1)</script>");
  }

  private MvcTestResult assess(String json) {
    return http.post()
        .uri("/assessments")
        .contentType(APPLICATION_JSON)
        .content(json.getBytes(StandardCharsets.UTF_8))
        .exchange();
  }

  private static void assertProblem(MvcTestResult result, int status, String kind) {
    assertThat(result).hasStatus(status).hasContentType(APPLICATION_PROBLEM_JSON);
    assertThat(result).bodyJson().extractingPath("$.problems[0].kind").isEqualTo(kind);
  }
}
