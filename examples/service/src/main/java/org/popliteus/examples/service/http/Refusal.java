package org.popliteus.examples.service.http;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What a request is refused with: what is wrong, and the next step. */
public final class Refusal {
  private Refusal() {}

  /**
   * An exception that is answered with problem details.
   *
   * @param maybe the next step, beginning with "Maybe"
   */
  public static ErrorResponseException of(HttpStatus status, String wrong, String maybe) {
    return of(detail(status, wrong, maybe));
  }

  /** An exception that is answered with these. */
  public static ErrorResponseException of(ProblemDetail detail) {
    return new ErrorResponseException(HttpStatus.valueOf(detail.getStatus()), detail, null);
  }

  /** Problem details to which more may be added. */
  public static ProblemDetail detail(HttpStatus status, String wrong, String maybe) {
    ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, wrong);
    detail.setTitle(status.getReasonPhrase());
    detail.setProperty("maybe", maybe);
    return detail;
  }
}
