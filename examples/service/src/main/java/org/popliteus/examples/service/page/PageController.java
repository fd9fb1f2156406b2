package org.popliteus.examples.service.page;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.popliteus.examples.service.access.AccessSettings;
import org.popliteus.examples.service.http.WithoutMessages;
import org.popliteus.examples.service.page.Form.Field;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page. Answers come in the body of a form, so that none of them stands in an address, in a
 * history or in an access log; there is no session and no cookie.
 */
@Hidden
@Controller
class PageController {
  private static final Logger LOG = LoggerFactory.getLogger(PageController.class);
  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  /** Nothing from elsewhere, and nothing that stands in the page itself, runs or is loaded. */
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final Walk walk;
  private final Pages pages;
  private final AccessSettings access;

  PageController(Walk walk, Pages pages, AccessSettings access) {
    this.walk = walk;
    this.pages = pages;
    this.access = access;
  }

  @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<byte[]> start(HttpServletRequest request, Locale locale) {
    Words words = Words.in(locale);
    boolean mayAsk = access.open() || access.page() || request.getUserPrincipal() != null;
    return html(mayAsk ? walk.start(words) : pages.closed(words));
  }

  @PostMapping(
      path = "/",
      consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
      produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<byte[]> step(@RequestParam MultiValueMap<String, String> sent, Locale locale) {
    return html(walk.after(Form.of(sent), Words.in(locale)));
  }

  /** As everywhere, the log says nothing about a person; here the reply keeps what was sent. */
  @ExceptionHandler
  ResponseEntity<byte[]> unexpected(Exception e, HttpServletRequest request, Locale locale) {
    LOG.error("a page failed", WithoutMessages.of(e));
    List<Field> sent = new ArrayList<>();
    for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
      for (String value : parameter.getValue()) {
        sent.add(new Field(parameter.getKey(), value));
      }
    }
    return html(pages.failure(sent, Words.in(locale)));
  }

  private static ResponseEntity<byte[]> html(Reply reply) {
    return ResponseEntity.status(reply.status())
        .contentType(HTML)
        .header(HttpHeaders.CONTENT_LANGUAGE, reply.language().toLanguageTag())
        .header("Content-Security-Policy", POLICY)
        // not no-referrer, with which a browser would call its own forms foreign
        .header("Referrer-Policy", "same-origin")
        .body(reply.html().getBytes(StandardCharsets.UTF_8));
  }
}
