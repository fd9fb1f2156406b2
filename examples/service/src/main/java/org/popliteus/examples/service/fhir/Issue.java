package org.popliteus.examples.service.fhir;

/**
 * Something in FHIR resources that is not part of the presentation, and why.
 *
 * @param severity how bad it is
 * @param where the resource and the element
 * @param text what is wrong or left out, with the value
 * @param maybe the next step, beginning with "Maybe"
 */
public record Issue(Severity severity, String where, String text, String maybe) {

  /** How bad it is that something was not read. */
  public enum Severity {
    /** Nothing at all can be said. */
    FATAL,
    /** It is about a finding of the vocabulary and cannot be read. */
    ERROR,
    /** It is about something else, or does not count. */
    WARNING
  }

  /** Names the severity alone, so that an answer cannot reach a log. */
  @Override
  public String toString() {
    return "Issue " + severity;
  }
}
