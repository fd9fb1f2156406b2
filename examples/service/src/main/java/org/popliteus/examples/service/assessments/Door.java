package org.popliteus.examples.service.assessments;

/** The interface by which a presentation came in. */
public enum Door {
  /** The JSON of the command line. */
  JSON("json"),
  /** CDS Hooks. */
  CDS_HOOKS("cds-hooks"),
  /** FHIR. */
  FHIR("fhir"),
  /** The page. */
  PAGE("page");

  private final String word;

  Door(String word) {
    this.word = word;
  }

  /** How it is called in the metrics. */
  public String word() {
    return word;
  }
}
