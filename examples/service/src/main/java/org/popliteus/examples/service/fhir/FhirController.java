package org.popliteus.examples.service.fhir;

import ca.uhn.fhir.parser.DataFormatException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
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
  private final CapabilityWriter capabilities;
  private final Questionnaire questionnaire;
  private final String knowledge;

  FhirController(
      FhirJson fhir,
      FindingsReader reader,
      Assessing assessing,
      GuidanceWriter guidance,
      QuestionnaireWriter questionnaires,
      CapabilityWriter capabilities,
      Clock clock,
      Advisor advisor) {
    this.fhir = fhir;
    this.reader = reader;
    this.assessing = assessing;
    this.guidance = guidance;
    this.clock = clock;
    this.capabilities = capabilities;
    this.questionnaire = questionnaires.write();
    this.knowledge = advisor.knowledge().id();
  }

  @Operation(summary = "What this server can do, as a FHIR R4 CapabilityStatement")
  @ApiResponse(
      responseCode = "200",
      description = "OK",
      content = @Content(mediaType = FhirJson.MEDIA_TYPE, schema = @Schema(type = "object")))
  @GetMapping(path = "/metadata", produces = FhirJson.MEDIA_TYPE)
  ResponseEntity<byte[]> metadata() {
    return reply(HttpStatus.OK, capabilities.statement());
  }

  @Operation(summary = "What $assess takes and gives, as a FHIR R4 OperationDefinition")
  @ApiResponse(
      responseCode = "200",
      description = "OK",
      content = @Content(mediaType = FhirJson.MEDIA_TYPE, schema = @Schema(type = "object")))
  @GetMapping(path = "/OperationDefinition/{id}", produces = FhirJson.MEDIA_TYPE)
  ResponseEntity<byte[]> operation(@PathVariable String id) {
    return id.equals(CapabilityWriter.OPERATION)
        ? reply(HttpStatus.OK, capabilities.operation())
        : missing("OperationDefinition", CapabilityWriter.OPERATION);
  }

  @Operation(summary = "The vocabulary as a FHIR R4 Questionnaire")
  @ApiResponse(
      responseCode = "200",
      description = "OK",
      content = @Content(mediaType = FhirJson.MEDIA_TYPE, schema = @Schema(type = "object")))
  @GetMapping(path = "/Questionnaire/{id}", produces = FhirJson.MEDIA_TYPE)
  ResponseEntity<byte[]> questionnaire(@PathVariable String id) {
    return id.equals(knowledge)
        ? reply(HttpStatus.OK, questionnaire)
        : missing("Questionnaire", knowledge);
  }

  private ResponseEntity<byte[]> missing(String type, String only) {
    return reply(
        HttpStatus.NOT_FOUND,
        Outcomes.of(IssueType.NOTFOUND, "there is no such " + type, "Maybe " + only + "?"));
  }

  @Operation(
      summary = "Assess FHIR R4 resources about one person",
      description =
          "Patient, Observation, Condition and QuestionnaireResponse in, as a Bundle, as Parameters"
              + " or one alone; a Bundle that begins with a GuidanceResponse out.",
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
    List<Issue> odd = withoutResource(resource);
    return odd.isEmpty()
        ? assess(FhirJson.content(resource))
        : reply(HttpStatus.UNPROCESSABLE_CONTENT, Outcomes.of(odd));
  }

  /** The parameters that hold something else. */
  private static List<Issue> withoutResource(Resource resource) {
    List<Issue> issues = new ArrayList<>();
    if (resource instanceof Parameters parameters) {
      int place = 0;
      for (ParametersParameterComponent parameter : parameters.getParameter()) {
        if (!parameter.hasResource()) {
          issues.add(
              new Issue(
                  Severity.ERROR,
                  "Parameters.parameter[" + place + "]",
                  "this parameter holds no resource",
                  "Maybe send each resource as a parameter named resource."));
        }
        place++;
      }
    }
    return issues;
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
        || resource instanceof Parameters
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
