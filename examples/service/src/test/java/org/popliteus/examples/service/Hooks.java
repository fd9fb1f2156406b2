package org.popliteus.examples.service;

import java.util.ArrayList;
import java.util.List;

/** Requests of CDS Hooks. */
final class Hooks {
  static final String SERVICE = "/cds-services/posterior-knee-patient-view";

  static final String PATIENT =
      """
      {"resourceType": "Patient", "id": "p1", "birthDate": "1990-05-17"}""";

  static final String CONDITIONS =
      """
      {"resourceType": "Bundle", "type": "searchset", "entry": [{"resource":
        {"resourceType": "Condition", "id": "c1", "subject": {"reference": "Patient/p1"},
         "clinicalStatus": {"coding": [{"code": "resolved"}]},
         "code": {"coding": [{"system": "http://snomed.info/sct", "code": "128053003"}]}}}]}""";

  static final String NOTHING =
      """
      {"resourceType": "Bundle", "type": "searchset"}""";

  private Hooks() {}

  static String patientView(String prefetch) {
    return """
        {"hook": "patient-view", "hookInstance": "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
         "context": {"userId": "Practitioner/1", "patientId": "p1"},
         "prefetch": {%s}}"""
        .formatted(prefetch);
  }

  static String all(String answers) {
    return patientView(
        "\"patient\": "
            + PATIENT
            + ", \"conditions\": "
            + CONDITIONS
            + ", \"observations\": "
            + NOTHING
            + ", \"answers\": "
            + answers);
  }

  /** A QuestionnaireResponse of yes and no. */
  static String answers(String... codesOfYes) {
    StringBuilder items = new StringBuilder();
    for (String code : codesOfYes) {
      items.append(items.isEmpty() ? "" : ", ");
      items.append("{\"linkId\": \"" + code + "\", \"answer\": [{\"valueBoolean\": true}]}");
    }
    return "{\"resourceType\": \"QuestionnaireResponse\", \"id\": \"q1\", \"status\":"
        + " \"completed\", \"subject\": {\"reference\": \"Patient/p1\"}, \"item\": ["
        + items
        + "]}";
  }

  /** What was done with cards. */
  static String feedback(String... cards) {
    List<String> all = new ArrayList<>();
    for (String card : cards) {
      all.add(
          """
          {"card": "%s", "outcome": "overridden", "outcomeTimestamp": "2026-01-31T12:00:00Z",
           "overrideReason": {"reason": {"code": "examined"},
             "userComment": "seen '; drop table feedback; -- \\u0000"}}"""
              .formatted(card));
    }
    return "{\"feedback\": [" + String.join(",", all) + "]}";
  }
}
