package org.popliteus.examples.service.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.popliteus.engine.json.JsonCodec;
import org.popliteus.examples.service.http.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was assessed before. */
@RestController
@RequestMapping("/assessments/{id}")
class AuditController {
  private final AuditTrail trail;
  private final JsonCodec codec;
  private final JsonMapper json;

  AuditController(AuditTrail trail, JsonCodec codec, JsonMapper json) {
    this.trail = trail;
    this.codec = codec;
    this.json = json;
  }

  record Kept(
      UUID id,
      Instant assessedAt,
      String door,
      @Schema(ref = "#/components/schemas/Presentation") JsonNode presentation,
      @Schema(ref = "#/components/schemas/Assessment") JsonNode answer,
      List<JsonNode> feedback) {}

  @Operation(summary = "An assessment as it was given")
  @GetMapping
  Kept find(@PathVariable UUID id) {
    AuditEntry entry = entry(id);
    return new Kept(
        id,
        entry.assessedAt(),
        entry.door(),
        json.readTree(entry.presentation()),
        json.readTree(entry.answer()),
        trail.feedback(id).stream().map(json::readTree).toList());
  }

  @Operation(
      summary = "Assess the same presentation again",
      description = "Says that the answer is the same, or names what changed; stores nothing.")
  @PostMapping("/replay")
  Replay replay(@PathVariable UUID id) {
    AuditEntry entry = entry(id);
    String now = codec.answer(entry.presentation());
    return Replay.of(id, json.readTree(entry.answer()), json.readTree(now));
  }

  @Operation(summary = "Forget an assessment, and all that hangs on it")
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Transactional
  void delete(@PathVariable UUID id) {
    if (!trail.delete(id)) {
      throw notKept(id);
    }
  }

  private AuditEntry entry(UUID id) {
    return trail.find(id).orElseThrow(() -> notKept(id));
  }

  private static ErrorResponseException notKept(UUID id) {
    return Refusal.of(
        HttpStatus.NOT_FOUND,
        "there is no assessment " + id,
        "Maybe it was deleted, or kept for as long as the service keeps them.");
  }
}
