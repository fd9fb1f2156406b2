package org.popliteus.examples.service.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.popliteus.engine.InvalidPresentationException;
import org.popliteus.engine.Problem;

/** What is wrong, as an OperationOutcome. */
final class Outcomes {
  private Outcomes() {}

  static OperationOutcome of(List<Issue> issues) {
    OperationOutcome outcome = new OperationOutcome();
    for (Issue issue : issues) {
      boolean warning = issue.severity() == Issue.Severity.WARNING;
      outcome
          .addIssue()
          .setSeverity(
              switch (issue.severity()) {
                case FATAL -> IssueSeverity.FATAL;
                case ERROR -> IssueSeverity.ERROR;
                case WARNING -> IssueSeverity.WARNING;
              })
          .setCode(warning ? IssueType.NOTSUPPORTED : IssueType.VALUE)
          .setDiagnostics(issue.where() + ": " + issue.text() + "\n  " + issue.maybe());
    }
    return outcome;
  }

  static OperationOutcome of(InvalidPresentationException e) {
    OperationOutcome outcome = new OperationOutcome();
    for (Problem problem : e.problems()) {
      outcome
          .addIssue()
          .setSeverity(IssueSeverity.ERROR)
          .setCode(IssueType.VALUE)
          .setDiagnostics(problem.message() + "\n  " + problem.maybe());
    }
    return outcome;
  }

  static OperationOutcome of(IssueType type, String wrong, String maybe) {
    OperationOutcome outcome = new OperationOutcome();
    outcome
        .addIssue()
        .setSeverity(IssueSeverity.FATAL)
        .setCode(type)
        .setDiagnostics(wrong + "\n  " + maybe);
    return outcome;
  }
}
