package org.popliteus.examples.service.fhir;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.fact.Finding;
import org.popliteus.examples.service.fhir.Issue.Severity;

/** Findings and issues while resources are read. The newest of several for a code counts. */
final class Gathered {
  private record Dated(Finding finding, Instant at, String where) {}

  private final Map<String, List<Dated>> findings = new LinkedHashMap<>();
  private final List<Issue> issues = new ArrayList<>();
  private final Instant now;

  Gathered(Instant now) {
    this.now = now;
  }

  /** The one moment at which all is read; what has no time of its own was said now. */
  Instant now() {
    return now;
  }

  List<Issue> issues() {
    return issues;
  }

  void add(Finding finding, Instant at, String where) {
    findings
        .computeIfAbsent(finding.code(), code -> new ArrayList<>())
        .add(new Dated(finding, at, where));
  }

  void fatal(String where, String text, String maybe) {
    issues.add(new Issue(Severity.FATAL, where, text, maybe));
  }

  void error(String where, String text, String maybe) {
    issues.add(new Issue(Severity.ERROR, where, text, maybe));
  }

  void warning(String where, String text, String maybe) {
    issues.add(new Issue(Severity.WARNING, where, text, maybe));
  }

  /** Answers of the same moment all stand, so that a contradiction is found. */
  Reading reading() {
    Presentation.Builder presentation = Presentation.builder();
    for (List<Dated> several : findings.values()) {
      Instant newest = several.stream().map(Dated::at).max(Instant::compareTo).orElseThrow();
      for (Dated dated : several) {
        if (dated.at().equals(newest)) {
          presentation.add(dated.finding());
        } else {
          warning(
              dated.where(),
              dated.finding().code() + " was said again later, and this one does not count",
              "Maybe send the newest alone.");
        }
      }
    }
    return new Reading(presentation.build(), List.copyOf(issues));
  }
}
