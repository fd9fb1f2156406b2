package org.popliteus.examples.service.cdshooks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.InvalidPresentationException;
import org.popliteus.engine.json.JsonCodec;
import org.popliteus.examples.service.assessments.PresentationProblems;
import org.popliteus.examples.service.http.Refusal;
import org.popliteus.examples.service.http.Utf8;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The addresses of CDS Hooks 2.0. */
@RestController
@RequestMapping(path = "/cds-services", produces = MediaType.APPLICATION_JSON_VALUE)
class CdsHooksController {
  private final Discovery discovery;
  private final PatientView patientView;
  private final Feedback feedback;
  private final JsonCodec codec;
  private final PresentationProblems problems;
  private final JsonMapper json;

  CdsHooksController(
      Discovery discovery,
      PatientView patientView,
      Feedback feedback,
      JsonCodec codec,
      PresentationProblems problems,
      JsonMapper json) {
    this.discovery = discovery;
    this.patientView = patientView;
    this.feedback = feedback;
    this.codec = codec;
    this.problems = problems;
    this.json = json;
  }

  record Cards(List<Card> cards) {}

  @Operation(summary = "What is offered to an electronic health record")
  @GetMapping
  Discovery.Services services() {
    return discovery.services();
  }

  @Operation(
      summary = "Cards for the patient whose record is open",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content = @Content(schema = @Schema(type = "object"))))
  @PostMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  Cards cards(@PathVariable String id, @RequestBody(required = false) byte @Nullable [] body) {
    known(id);
    HookRequest request = HookRequest.read(tree(body), discovery.service().hook());
    try {
      return new Cards(patientView.cards(request));
    } catch (InvalidPresentationException e) {
      throw problems.refusal(
          codec.writeProblems(request.hookInstance().toString(), e.problems()), e);
    }
  }

  @Operation(
      summary = "What was done with cards",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content = @Content(schema = @Schema(type = "object"))))
  @PostMapping(path = "/{id}/feedback", consumes = MediaType.APPLICATION_JSON_VALUE)
  void feedback(@PathVariable String id, @RequestBody(required = false) byte @Nullable [] body) {
    known(id);
    feedback.keep(tree(body));
  }

  private void known(String id) {
    if (!id.equals(discovery.service().id())) {
      throw Refusal.of(
          HttpStatus.NOT_FOUND,
          "there is no service of this id",
          "Maybe " + discovery.service().id() + "?");
    }
  }

  private JsonNode tree(byte @Nullable [] body) {
    try {
      JsonNode tree = json.readTree(Utf8.text(body));
      if (tree.isObject()) {
        return tree;
      }
    } catch (JacksonException e) {
      // said below
    }
    throw Refusal.of(
        HttpStatus.BAD_REQUEST, "the body is no JSON object", "Maybe a bracket is missing.");
  }
}
