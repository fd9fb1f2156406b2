package org.popliteus.examples.service.http;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers every failure with problem details (RFC 9457). */
@RestControllerAdvice
class ProblemReplies extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemReplies.class);

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
      HttpMediaTypeNotSupportedException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ProblemDetail detail = e.getBody();
    if (!e.getSupportedMediaTypes().isEmpty()) {
      String supported =
          e.getSupportedMediaTypes().stream()
              .map(MediaType::toString)
              .collect(Collectors.joining(" or "));
      detail.setProperty("maybe", "Maybe send it with Content-Type: " + supported + ".");
    }
    return handleExceptionInternal(e, detail, headers, status, request);
  }

  /** What nobody expected. The reply says nothing about it, and the log nothing about a person. */
  @ExceptionHandler
  ProblemDetail unexpected(Exception e) {
    LOG.error("a request failed", WithoutMessages.of(e));
    return Refusal.detail(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "this should not have happened, and nothing was stored",
        "Maybe try again; the log says where it failed.");
  }
}
