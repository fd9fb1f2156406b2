package org.popliteus.examples.service.fhir;

import java.util.List;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.fact.Unknown;

/**
 * What FHIR resources say about a person.
 *
 * @param presentation what could be mapped
 * @param issues all that could not
 */
public record Reading(Presentation presentation, List<Issue> issues) {

  /** Whether any issue is at least as bad. */
  public boolean has(Issue.Severity severity) {
    return issues.stream().anyMatch(issue -> issue.severity().compareTo(severity) <= 0);
  }

  /** Whether anything is known. */
  public boolean saysAnything() {
    return presentation.findings().stream().anyMatch(finding -> !(finding instanceof Unknown));
  }
}
