package org.popliteus.examples.service.cdshooks;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.popliteus.examples.service.audit.AuditTrail;
import org.popliteus.examples.service.cdshooks.HookRequest.Wrong;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was done with cards. */
@Service
class Feedback {
  private static final Set<String> OUTCOMES = Set.of("accepted", "overridden");

  private final AuditTrail trail;
  private final JsonMapper json;

  Feedback(AuditTrail trail, JsonMapper json) {
    this.trail = trail;
    this.json = json.rebuild().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  }

  /**
   * Keeps all of it, or nothing.
   *
   * @throws org.springframework.web.ErrorResponseException with every problem
   */
  @Transactional
  public void keep(JsonNode request) {
    List<Wrong> wrong = new ArrayList<>();
    JsonNode feedback = request.path("feedback");
    if (!feedback.isArray() || feedback.isEmpty()) {
      wrong.add(new Wrong("/feedback", "there is no list of feedback", "Maybe it is misspelt."));
    }
    int index = 0;
    for (JsonNode one : feedback) {
      keep(one, "/feedback/" + index++, wrong);
    }
    if (!wrong.isEmpty()) {
      throw Wrong.refusal(wrong);
    }
  }

  private void keep(JsonNode one, String at, List<Wrong> wrong) {
    if (!OUTCOMES.contains(one.path("outcome").asString(""))) {
      wrong.add(
          new Wrong(at + "/outcome", "the outcome is unknown", "Maybe accepted or overridden?"));
    }
    Instant told = Instant.EPOCH;
    try {
      told = OffsetDateTime.parse(one.path("outcomeTimestamp").asString("")).toInstant();
    } catch (DateTimeParseException e) {
      wrong.add(
          new Wrong(
              at + "/outcomeTimestamp",
              "the time is not one of ISO 8601 with an offset",
              "Maybe like 2026-01-31T12:00:00Z."));
    }
    try {
      UUID card = UUID.fromString(one.path("card").asString(""));
      if (!trail.addFeedback(card, told, json.writeValueAsString(one))) {
        wrong.add(new Wrong(at + "/card", "there is no card " + card, "Maybe it was deleted."));
      }
    } catch (IllegalArgumentException e) {
      wrong.add(new Wrong(at + "/card", "the card is no UUID", "Maybe it is missing."));
    }
  }
}
