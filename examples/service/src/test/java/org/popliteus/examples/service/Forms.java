package org.popliteus.examples.service;

import static org.springframework.http.MediaType.APPLICATION_FORM_URLENCODED;

import java.io.UnsupportedEncodingException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.interview.Interview;
import org.popliteus.engine.interview.Question;
import org.popliteus.engine.interview.Setting;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The forms of the page, sent and read as a browser without scripts does. */
final class Forms {
  private final MockMvcTester http;
  private final Advisor advisor;
  private final JdbcClient database;

  Forms(MockMvcTester http, Advisor advisor, JdbcClient database) {
    this.http = http;
    this.advisor = advisor;
    this.database = database;
  }

  MvcTestResult start() {
    return http.get().uri("/").exchange();
  }

  MvcTestResult post(String... fields) {
    var request = http.post().uri("/").contentType(APPLICATION_FORM_URLENCODED);
    for (String field : fields) {
      int sign = field.indexOf('=');
      request.param(field.substring(0, sign), field.substring(sign + 1));
    }
    return request.exchange();
  }

  /** What the engine asks first of somebody who answered yes to one question. */
  Question first(String code) {
    return Interview.with(advisor, Setting.LAY)
        .next(advisor.presentation(Map.of(code, "present")))
        .questions()
        .get(0);
  }

  FindingDefinition finding(String code) {
    return Objects.requireNonNull(advisor.knowledge().finding(code), code);
  }

  int kept() {
    return database.sql("select count(*) from assessment").query(Integer.class).single();
  }

  /** What the first form of a page carries on; the others carry the same. */
  List<String> said(MvcTestResult page) throws UnsupportedEncodingException {
    String text = text(page);
    return Pattern.compile("name=\"said\" value=\"([^\"]*)\"")
        .matcher(text.substring(0, text.indexOf("</form>")))
        .results()
        .map((MatchResult field) -> field.group(1))
        .toList();
  }

  Set<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult one) -> one.group(1))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  String text(MvcTestResult page) throws UnsupportedEncodingException {
    return page.getResponse().getContentAsString();
  }
}
