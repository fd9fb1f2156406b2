package org.popliteus.examples.service.fhir;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.fact.Absent;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Present;
import org.popliteus.engine.fact.Unknown;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.springframework.stereotype.Component;

/** Codes of FHIR resources, and what the vocabulary calls them. */
@Component
class Terms {
  static final String SNOMED = "http://snomed.info/sct";
  static final String LOINC = "http://loinc.org";

  private static final String YES_NO = "http://terminology.hl7.org/CodeSystem/v2-0136";
  private static final Set<String> YES =
      Set.of(SNOMED + "|373066001", SNOMED + "|52101004", LOINC + "|LA33-6", YES_NO + "|Y");
  private static final Set<String> NO =
      Set.of(SNOMED + "|373067005", SNOMED + "|2667000", LOINC + "|LA32-8", YES_NO + "|N");
  private static final Set<String> NOT_KNOWN = Set.of(SNOMED + "|261665006", LOINC + "|LA12688-0");

  private final String system;
  private final Map<String, FindingDefinition> findings = new HashMap<>();

  Terms(Advisor advisor) {
    this.system = "urn:popliteus:" + advisor.knowledge().id();
    for (FindingDefinition finding : advisor.knowledge().findings()) {
      findings.put(system + "|" + finding.code(), finding);
      if (finding.snomed() != null) {
        findings.put(SNOMED + "|" + finding.snomed(), finding);
      }
      if (finding.loinc() != null) {
        findings.put(LOINC + "|" + finding.loinc(), finding);
      }
    }
  }

  /** The code system of the knowledge base's own codes. */
  String system() {
    return system;
  }

  /** The finding that one of these codes means. */
  Optional<FindingDefinition> finding(List<Coding> codings) {
    return codings.stream()
        .flatMap(coding -> Stream.ofNullable(findings.get(key(coding))))
        .findFirst();
  }

  Optional<FindingDefinition> finding(@Nullable String code) {
    return Optional.ofNullable(findings.get(system + "|" + code));
  }

  /** A yes, a no, or not known; empty where the code says none of them. */
  Optional<Finding> answer(FindingDefinition finding, Coding coding) {
    String key = key(coding);
    if (YES.contains(key) || key.equals(system + "|present")) {
      return Optional.of(new Present(finding.code()));
    }
    if (NO.contains(key) || key.equals(system + "|absent")) {
      return Optional.of(new Absent(finding.code()));
    }
    if (NOT_KNOWN.contains(key) || key.equals(system + "|unknown")) {
      return Optional.of(new Unknown(finding.code()));
    }
    return Optional.empty();
  }

  private static String key(Coding coding) {
    return coding.getSystem() + "|" + coding.getCode();
  }
}
