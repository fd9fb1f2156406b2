package org.popliteus.examples.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.popliteus.examples.service.audit.AuditTrail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The log, with the program's own loggers at their most talkative. */
@ServiceTest
@TestPropertySource(properties = "logging.level.org.popliteus=trace")
@ExtendWith(OutputCaptureExtension.class)
class PrivacyTest {
  @Autowired private MockMvcTester http;
  @MockitoBean private AuditTrail trail;

  @Test
  void logsNothingThatAPersonAnswered(CapturedOutput log) {
    assess(
        "{\"id\": \"Nightingale\", \"findings\": {\"AGE_YEARS\": 87.654321, \"CALF_SWELLING\": true}}");
    assess(
        "{\"id\": \"Nightingale\", \"findings\": {\"AGE_YEARS\": 878787878, \"Nightingale\": true}}");
    assess("{\"id\": \"Nightingale\", ");

    assertThat(log).doesNotContain("Nightingale", "CALF_SWELLING", "87.654321", "878787878");
  }

  @Test
  void logsNothingThatARecordHolds(CapturedOutput log) {
    String answers = Hooks.answers("CALF_SWELLING").replace("p1", "Nightingale");
    String hook = Hooks.patientView("\"answers\": " + answers).replace("\"p1\"", "\"Nightingale\"");

    assertThat(post(Hooks.SERVICE, "application/json", hook)).hasStatusOk();
    assertThat(post("/fhir/$assess", "application/fhir+json", answers)).hasStatusOk();
    assertThat(post("/fhir/$assess", "application/fhir+json", answers.replace("true", "\"x\"")))
        .hasStatus(400);

    assertThat(log).doesNotContain("Nightingale", "CALF_SWELLING");
  }

  @Test
  void aFailureSaysNothingAboutThePersonToAnybody(CapturedOutput log) {
    doThrow(new DataIntegrityViolationException("row (Nightingale, 87.654321)"))
        .when(trail)
        .add(any());

    MvcTestResult result =
        assess("{\"id\": \"Nightingale\", \"findings\": {\"AGE_YEARS\": 87.654321}}");

    assertThat(result).hasStatus(500).bodyText().doesNotContain("Nightingale", "87.654321");
    assertThat(log)
        .contains("a request failed", DataIntegrityViolationException.class.getName())
        .doesNotContain("Nightingale", "87.654321");
  }

  @Test
  void aPageThatFailsKeepsTheFormAndSaysNothingToTheLog(CapturedOutput log) {
    doThrow(new DataIntegrityViolationException("row (87.654321)")).when(trail).add(any());

    MvcTestResult result =
        http.post()
            .uri("/")
            .param("said", "CALF_SWELLING=present AGE_YEARS=87.654321")
            .param("do", "stop")
            .contentType("application/x-www-form-urlencoded")
            .exchange();

    assertThat(result)
        .hasStatus(500)
        .bodyText()
        .contains("Try again", "value=\"CALF_SWELLING=present AGE_YEARS=87.654321\"");
    assertThat(log).contains("a page failed").doesNotContain("CALF_SWELLING", "87.654321");
  }

  @Test
  void logsNothingThatAFormHolds(CapturedOutput log) {
    for (String act : new String[] {"on", "stop", "summary"}) {
      http.post()
          .uri("/")
          .param("said", "CALF_SWELLING=present AGE_YEARS=87.654321 NIGHTINGALE=present")
          .param("do", act)
          .contentType("application/x-www-form-urlencoded")
          .exchange();
    }

    assertThat(log).doesNotContain("CALF_SWELLING", "87.654321", "NIGHTINGALE");
  }

  private MvcTestResult assess(String json) {
    return post("/assessments", "application/json", json);
  }

  private MvcTestResult post(String uri, String type, String json) {
    return http.post().uri(uri).header("Content-Type", type).content(json).exchange();
  }
}
