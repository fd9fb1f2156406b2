package org.popliteus.examples.service.cdshooks;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.popliteus.examples.service.http.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.JsonNode;

/**
 * What an electronic health record sends.
 *
 * @param hookInstance its name for this call
 * @param patient the id of the patient whose record is open
 * @param prefetch resources by key; a missing node where none came
 */
record HookRequest(UUID hookInstance, String patient, JsonNode prefetch) {

  /** Counts the resources, so that an answer cannot reach a log. */
  @Override
  public String toString() {
    return "HookRequest with " + prefetch.size() + " resources";
  }

  /**
   * Reads it.
   *
   * @throws org.springframework.web.ErrorResponseException with every problem
   */
  static HookRequest read(JsonNode request, String hook) {
    List<Wrong> wrong = new ArrayList<>();
    String said = request.path("hook").asString("");
    if (!said.equals(hook)) {
      wrong.add(new Wrong("/hook", "the hook is not " + hook, "Maybe GET /cds-services."));
    }
    UUID instance = new UUID(0, 0);
    try {
      instance = UUID.fromString(request.path("hookInstance").asString(""));
    } catch (IllegalArgumentException e) {
      wrong.add(new Wrong("/hookInstance", "hookInstance is no UUID", "Maybe it is missing."));
    }
    String patient = request.path("context").path("patientId").asString("");
    if (patient.isEmpty()) {
      wrong.add(
          new Wrong("/context/patientId", "there is no patientId", "Maybe no record is open."));
    }
    JsonNode prefetch = request.path("prefetch");
    if (!prefetch.isObject() && !prefetch.isNull() && !prefetch.isMissingNode()) {
      wrong.add(new Wrong("/prefetch", "prefetch is no object", "Maybe leave it out."));
    }
    if (!wrong.isEmpty()) {
      throw Wrong.refusal(wrong);
    }
    return new HookRequest(instance, patient, prefetch);
  }

  /** One thing that is wrong with a request. */
  record Wrong(String at, String message, String maybe) {

    static RuntimeException refusal(List<Wrong> wrong) {
      ProblemDetail detail =
          Refusal.detail(
              HttpStatus.BAD_REQUEST,
              "the request is not one of CDS Hooks: "
                  + (wrong.size() == 1 ? "one problem" : wrong.size() + " problems"),
              "Maybe look at problems: each says what is wrong and what to do.");
      detail.setProperty("problems", wrong);
      return Refusal.of(detail);
    }
  }
}
