package org.popliteus.examples.service.assessments;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.InvalidPresentationException;
import org.popliteus.engine.json.JsonCodec;
import org.popliteus.engine.json.JsonCodec.Request;
import org.popliteus.examples.service.assessments.Assessing.Answer;
import org.popliteus.examples.service.http.Utf8;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** One presentation in, one answer out, both in the JSON of the command line. */
@RestController
class AssessmentsController {
  private final JsonCodec codec;
  private final Assessing assessing;
  private final PresentationProblems problems;

  AssessmentsController(JsonCodec codec, Assessing assessing, PresentationProblems problems) {
    this.codec = codec;
    this.assessing = assessing;
    this.problems = problems;
  }

  @Operation(
      summary = "Assess a presentation",
      description = "How urgent it is, what it may be, and what to do; or every problem at once.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(ref = "#/components/schemas/Presentation"),
                      examples =
                          @ExampleObject(
                              """
                              {"id": "case-1", "findings": {"AGE_YEARS": 34, \
                              "CALF_SWELLING": "present", "CHEST_PAIN": "absent"}}"""))))
  @ApiResponse(
      responseCode = "201",
      description = "The assessment; Location says where it is kept",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(ref = "#/components/schemas/Assessment")))
  @PostMapping(
      path = "/assessments",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> assess(@RequestBody(required = false) byte @Nullable [] body) {
    String json = Utf8.text(body);
    try {
      Request request = codec.read(json);
      Answer answer = assessing.assess(request.id(), request.presentation(), Door.JSON);
      return ResponseEntity.created(URI.create("/assessments/" + answer.id()))
          .body(answer.json().getBytes(StandardCharsets.UTF_8));
    } catch (InvalidPresentationException e) {
      throw problems.refusal(codec.answer(json), e);
    }
  }
}
