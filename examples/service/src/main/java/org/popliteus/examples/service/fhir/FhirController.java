package org.popliteus.examples.service.fhir;

import ca.uhn.fhir.parser.DataFormatException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.InvalidPresentationException;
import org.popliteus.examples.service.assessments.Assessing;
import org.popliteus.examples.service.assessments.Assessing.Answer;
import org.popliteus.examples.service.assessments.Door;
import org.popliteus.examples.service.fhir.Issue.Severity;
import org.popliteus.examples.service.http.Utf8;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The questions as a Questionnaire, and an assessment of resources as one operation. */
@RestController
@RequestMapping("/fhir")
class FhirController {
  private final FhirJson fhir;
  private final FindingsReader reader;
  private final Assessing assessing;
  private final GuidanceWriter guidance;
  private final Clock clock;
  private final Questionnaire questionnaire;
  private final String knowledge;

  FhirController(
      FhirJson fhir,
      FindingsReader reader,
      Assessing assessing,
      GuidanceWriter guidance,
      QuestionnaireWriter questionnaires,
      Clock clock,
      Advisor advisor) {
    this.fhir = fhir;
    this.reader = reader;
    this.assessing = assessing;
    this.guidance = guidance;
    this.clock = clock;
    this.questionnaire = questionnaires.write();
    this.knowledge = advisor.knowledge().id();
  }

  @Operation(summary = "The vocabulary as a FHIR R4 Questionnaire")
  @ApiResponse(
      responseCode = "200",
      description = "OK",
      content = @Content(mediaType = FhirJson.MEDIA_TYPE, schema = @Schema(type = "object")))
  @GetMapping(path = "/Questionnaire/{id}", produces = FhirJson.MEDIA_TYPE)
  ResponseEntity<byte[]> questionnaire(@PathVariable String id) {
    if (id.equals(knowledge)) {
      return reply(HttpStatus.OK, questionnaire);
    }
    return reply(
        HttpStatus.NOT_FOUND,
        Outcomes.of(
            IssueType.NOTFOUND, "there is no such Questionnaire", "Maybe " + knowledge + "?"));
  }

  @Operation(
      summary = "Assess FHIR R4 resources about one person",
      description =
          "A Bundle of Patient, Observation, Condition and QuestionnaireResponse, or one of them,"
              + " in; a Bundle that begins with a GuidanceResponse out.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content = @Content(schema = @Schema(type = "object"))))
  @ApiResponse(
      responseCode = "200",
      description = "OK",
      content = @Content(mediaType = FhirJson.MEDIA_TYPE, schema = @Schema(type = "object")))
  @PostMapping(
      path = "/$assess",
      consumes = {FhirJson.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE},
      produces = FhirJson.MEDIA_TYPE)
  ResponseEntity<byte[]> assess(@RequestBody(required = false) byte @Nullable [] body) {
    Resource resource;
    try {
      resource = fhir.parse(Utf8.text(body));
    } catch (DataFormatException e) {
      return reply(
          HttpStatus.BAD_REQUEST,
          Outcomes.of(
              IssueType.STRUCTURE,
              "the body is no FHIR R4 resource: " + e.getMessage(),
              "Maybe it is of another version of FHIR, or cut off."));
    }
    if (!isRead(resource)) {
      return reply(
          HttpStatus.UNPROCESSABLE_CONTENT,
          Outcomes.of(
              IssueType.NOTSUPPORTED,
              "a " + resource.fhirType() + " cannot be assessed",
              "Maybe send a Bundle of Patient, Observation, Condition, QuestionnaireResponse."));
    }
    return assess(FhirJson.content(resource));
  }

  private ResponseEntity<byte[]> assess(List<Resource> resources) {
    Reading reading = reader.read(resources, null);
    if (reading.has(Severity.ERROR)) {
      return reply(HttpStatus.UNPROCESSABLE_CONTENT, Outcomes.of(reading.issues()));
    }
    try {
      Answer answer = assessing.assess(null, reading.presentation(), Door.FHIR);
      Bundle bundle =
          guidance.write(
              answer,
              FindingsReader.person(resources).orElse(null),
              reading.issues(),
              Date.from(clock.instant()));
      return reply(HttpStatus.OK, bundle);
    } catch (InvalidPresentationException e) {
      return reply(HttpStatus.UNPROCESSABLE_CONTENT, Outcomes.of(e));
    }
  }

  private static boolean isRead(Resource resource) {
    return resource instanceof Bundle
        || resource instanceof QuestionnaireResponse
        || resource instanceof Observation
        || resource instanceof Condition
        || resource instanceof Patient;
  }

  private ResponseEntity<byte[]> reply(HttpStatus status, Resource resource) {
    return ResponseEntity.status(status)
        .contentType(MediaType.parseMediaType(FhirJson.MEDIA_TYPE))
        .body(fhir.encode(resource).getBytes(StandardCharsets.UTF_8));
  }
}
