package org.popliteus.examples.service.cdshooks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.springframework.stereotype.Component;

/** What the service offers to an electronic health record, and what it wants to be given. */
@Component
class Discovery {
  private final Service service;

  record Services(List<Service> services) {}

  record Service(
      String hook, String title, String description, String id, Map<String, String> prefetch) {}

  Discovery(Advisor advisor) {
    String knowledge = advisor.knowledge().id();
    String system = "urn:popliteus:" + knowledge;
    StringBuilder codes = new StringBuilder(system + "|");
    for (FindingDefinition finding : advisor.knowledge().findings()) {
      if (finding.loinc() != null) {
        codes.append(",http://loinc.org|").append(finding.loinc());
      }
    }
    Map<String, String> prefetch = new LinkedHashMap<>();
    prefetch.put("patient", "Patient/{{context.patientId}}");
    prefetch.put("conditions", "Condition?patient={{context.patientId}}");
    prefetch.put("observations", "Observation?patient={{context.patientId}}&code=" + codes);
    prefetch.put(
        "answers", "QuestionnaireResponse?patient={{context.patientId}}&_sort=-authored&_count=10");
    this.service =
        new Service(
            "patient-view",
            advisor.knowledge().settings().title(),
            "How urgent it is, what it may be, and what to do. Not a medical device.",
            knowledge + "-patient-view",
            prefetch);
  }

  Services services() {
    return new Services(List.of(service));
  }

  Service service() {
    return service;
  }
}
