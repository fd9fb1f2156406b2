package org.popliteus.examples.service.assessments;

import java.util.List;
import org.popliteus.engine.InvalidPresentationException;
import org.popliteus.engine.Problem;
import org.popliteus.examples.service.http.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns the problems of a presentation into problem details that hold all of them. */
@Component
public class PresentationProblems {
  private final JsonMapper json;

  PresentationProblems(JsonMapper json) {
    this.json = json;
  }

  /** With the id and the problems of the command line's answer, word for word. */
  public ErrorResponseException refusal(String answer, InvalidPresentationException e) {
    int count = e.problems().size();
    ProblemDetail detail =
        Refusal.detail(
            status(e.problems()),
            "the presentation cannot be assessed: "
                + (count == 1 ? "one problem" : count + " problems"),
            "Maybe look at problems: each says what is wrong and what to do.");
    JsonNode error = json.readTree(answer);
    detail.setProperty("id", error.get("id"));
    detail.setProperty("problems", error.get("error").get("problems"));
    return Refusal.of(detail);
  }

  private static HttpStatus status(List<Problem> problems) {
    for (Problem problem : problems) {
      switch (problem.kind()) {
        case NOT_JSON -> {
          return HttpStatus.BAD_REQUEST;
        }
        case TOO_LONG -> {
          return HttpStatus.CONTENT_TOO_LARGE;
        }
        default -> {}
      }
    }
    return HttpStatus.UNPROCESSABLE_CONTENT;
  }
}
