package org.popliteus.examples.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** What the audit does, on whatever database. */
abstract class AuditContract {
  private static final String SWOLLEN_CALF =
      "{\"id\": \"case-1\", \"findings\": {\"AGE_YEARS\": 34.5, \"CALF_SWELLING\": \"present\","
          + " \"SEX_AT_BIRTH\": \"female\", \"FEVER\": \"unknown\", \"CHEST_PAIN\": false}}";

  @Autowired private MockMvcTester http;
  @Autowired private JdbcClient jdbc;
  @Autowired private ScheduledTaskHolder scheduled;

  @Test
  void keepsWhatWasSaidAndAnswered() {
    String kept = assess(SWOLLEN_CALF);

    assertThat(http.get().uri(kept))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"door": "json",
             "presentation": {"id": "case-1", "findings": {"AGE_YEARS": 34.5, "FEVER": "unknown",
               "CALF_SWELLING": "present", "CHEST_PAIN": "absent", "SEX_AT_BIRTH": "female"}},
             "answer": {"id": "case-1", "urgency": "same-day"}}""");
  }

  @Test
  void replaysToTheSameAnswer() {
    String kept = assess(SWOLLEN_CALF);

    assertThat(http.post().uri(kept + "/replay"))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo("{\"same\": true, \"changes\": []}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'; drop table assessment; --",
        "<img src=x onerror=alert(1)>",
        "\\u0000",
        "\\ud83e"
      })
  void keepsAnyIdAsItWasSent(String id) {
    String kept = assess("{\"id\": \"" + id + "\", \"findings\": {}}");

    assertThat(http.post().uri(kept + "/replay"))
        .bodyJson()
        .extractingPath("$.same")
        .isEqualTo(true);
  }

  @Test
  void namesWhatChangedSince() {
    String kept = assess(SWOLLEN_CALF);
    jdbc.sql(
            "update assessment set answer = replace(answer, '\"same-day\"', '\"soon\"') where id = ?")
        .param(id(kept))
        .update();

    assertThat(http.post().uri(kept + "/replay"))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"same": false,
             "changes": [
               {"path": "/urgency", "then": "soon", "now": "same-day"},
               {"path": "/escalations/RF-07a/urgency", "then": "soon", "now": "same-day"}]}""");
  }

  @Test
  void saysWhyAnOldPresentationCanNoLongerBeAssessed() {
    String kept = assess(SWOLLEN_CALF);
    jdbc.sql(
            "update assessment set presentation = replace(presentation, 'FEVER', 'OLD_CODE') where id = ?")
        .param(id(kept))
        .update();

    assertThat(http.post().uri(kept + "/replay"))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"same": false, "problems": [{"kind": "unknown-code", "code": "OLD_CODE"}]}""");
  }

  @Test
  void forgetsWhatIsDeleted() {
    String kept = assess(SWOLLEN_CALF);

    assertThat(http.delete().uri(kept)).hasStatus(204);
    assertThat(http.get().uri(kept)).hasStatus(404);
    assertThat(http.post().uri(kept + "/replay")).hasStatus(404);
    assertThat(http.delete().uri(kept)).hasStatus(404);
  }

  @Test
  void refusesAnIdThatIsNone() {
    assertThat(http.get().uri("/assessments/1' or '1'='1")).hasStatus(400);
  }

  @Test
  void keepsNothingOfWhatItRefuses() {
    long before = count();

    http.post()
        .uri("/assessments")
        .contentType(APPLICATION_JSON)
        .content("{\"findings\": {\"AGE_YEARS\": 34, \"FEVER\": \"perhaps\"}}")
        .exchange();

    assertThat(count()).isEqualTo(before);
  }

  @Test
  void deletesWhatIsOldAndNothingElseOnSchedule() {
    String old = assess(SWOLLEN_CALF);
    String recent = assess(SWOLLEN_CALF);
    age(old, Duration.ofDays(91));
    age(recent, Duration.ofDays(89));

    scheduled.getScheduledTasks().forEach(task -> task.getTask().getRunnable().run());

    assertThat(http.get().uri(old)).hasStatus(404);
    assertThat(http.get().uri(recent)).hasStatusOk();
  }

  @Test
  void keepsWhatWasDoneWithACard() throws Exception {
    String card = card();

    assertThat(post(Hooks.SERVICE + "/feedback", Hooks.feedback(card))).hasStatusOk();

    assertThat(http.get().uri("/assessments/" + assessmentOf(card)))
        .bodyJson()
        .extractingPath("$.feedback[0].overrideReason.userComment")
        .isEqualTo("seen '; drop table feedback; -- \u0000");
  }

  @Test
  void keepsAllFeedbackOfARequestOrNone() throws Exception {
    String card = card();

    assertThat(
            post(
                Hooks.SERVICE + "/feedback",
                Hooks.feedback(card, "00000000-0000-0000-0000-000000000000")))
        .hasStatus(400)
        .bodyText()
        .contains("there is no card");

    assertThat(feedbackOn(card)).isZero();
  }

  @Test
  void forgetsCardsAndFeedbackWithTheirAssessment() throws Exception {
    String card = card();
    post(Hooks.SERVICE + "/feedback", Hooks.feedback(card));
    assertThat(feedbackOn(card)).isOne();

    assertThat(http.delete().uri("/assessments/" + assessmentOf(card))).hasStatus(204);

    assertThat(feedbackOn(card)).isZero();
    assertThat(post(Hooks.SERVICE + "/feedback", Hooks.feedback(card))).hasStatus(400);
  }

  private String card() throws Exception {
    MvcTestResult result = post(Hooks.SERVICE, Hooks.all(Hooks.answers("CALF_SWELLING")));
    assertThat(result).hasStatusOk();
    return new JsonMapper()
        .readTree(result.getResponse().getContentAsByteArray())
        .at("/cards/0/uuid")
        .asString();
  }

  private UUID assessmentOf(String card) {
    return jdbc.sql("select assessment_id from card where id = ?")
        .param(UUID.fromString(card))
        .query(UUID.class)
        .single();
  }

  private long feedbackOn(String card) {
    return jdbc.sql("select count(*) from feedback where card_id = ?")
        .param(UUID.fromString(card))
        .query(Long.class)
        .single();
  }

  private void age(String kept, Duration age) {
    jdbc.sql("update assessment set assessed_at = ? where id = ?")
        .param(Instant.now().minus(age).atOffset(java.time.ZoneOffset.UTC))
        .param(id(kept))
        .update();
  }

  private long count() {
    return jdbc.sql("select count(*) from assessment").query(Long.class).single();
  }

  private static UUID id(String kept) {
    return UUID.fromString(kept.substring(kept.lastIndexOf('/') + 1));
  }

  private String assess(String json) {
    MvcTestResult result = post("/assessments", json);
    assertThat(result).hasStatus(201);
    return Objects.requireNonNull(result.getResponse().getHeader("Location"), "a Location");
  }

  private MvcTestResult post(String uri, String json) {
    return http.post()
        .uri(uri)
        .contentType(APPLICATION_JSON)
        .content(json.getBytes(StandardCharsets.UTF_8))
        .exchange();
  }
}
