package org.popliteus.examples.service.fhir;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.fact.Chosen;
import org.popliteus.engine.fact.Measured;
import org.popliteus.engine.fact.Present;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.springframework.stereotype.Component;

/** Reads what FHIR resources say about one person. */
@Component
public class FindingsReader {
  private static final String AGE = "30525-0";
  private static final String SEX = "SEX_AT_BIRTH";
  private static final String BIRTH_SEX =
      "http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex";
  private static final Set<String> PAST = Set.of("inactive", "remission", "resolved");

  private final Advisor advisor;
  private final Terms terms;
  private final ObservationReader observations;
  private final ResponseReader responses;
  private final Recency recency;
  private final Clock clock;

  FindingsReader(
      Advisor advisor,
      Terms terms,
      ObservationReader observations,
      ResponseReader responses,
      Recency recency,
      Clock clock) {
    this.advisor = advisor;
    this.terms = terms;
    this.observations = observations;
    this.responses = responses;
    this.recency = recency;
    this.clock = clock;
  }

  /**
   * What could be mapped, and everything that could not.
   *
   * @param patient the id of the one patient that all is about; null where it is not known
   */
  public Reading read(List<Resource> resources, @Nullable String patient) {
    Gathered gathered = new Gathered(clock.instant());
    for (Resource resource : resources) {
      if (resource instanceof DomainResource domain && domain.hasModifierExtension()) {
        gathered.error(
            where(resource),
            "a modifierExtension changes its meaning in a way that is not known here",
            "Maybe send it without.");
      } else if (resource instanceof Patient one) {
        patient(one, gathered);
      } else if (resource instanceof Observation observation) {
        observations.read(observation, gathered);
      } else if (resource instanceof Condition condition) {
        condition(condition, gathered);
      } else if (resource instanceof QuestionnaireResponse response) {
        responses.read(response, gathered);
      } else {
        gathered.warning(
            where(resource),
            "a " + resource.fhirType() + " is not read",
            "Maybe send Patient, Observation, Condition or QuestionnaireResponse.");
      }
    }
    Set<String> people = people(resources);
    if (patient != null) {
      people.add(patient);
    }
    if (people.size() > 1) {
      gathered.fatal(
          "Bundle",
          "these resources are about " + people.size() + " different people",
          "Maybe send one person's at a time.");
    }
    return gathered.reading();
  }

  static String where(Resource resource) {
    String id = resource.getIdElement().getIdPart();
    return id == null ? resource.fhirType() : resource.fhirType() + "/" + id;
  }

  /** The id of the one person that resources are about, where they say it. */
  static Optional<String> person(List<Resource> resources) {
    return people(resources).stream().findFirst();
  }

  private static Set<String> people(List<Resource> resources) {
    Set<String> people = new LinkedHashSet<>();
    for (Resource resource : resources) {
      IIdType id =
          resource instanceof Patient patient
              ? patient.getIdElement()
              : resource instanceof Observation observation
                  ? observation.getSubject().getReferenceElement()
                  : resource instanceof Condition condition
                      ? condition.getSubject().getReferenceElement()
                      : resource instanceof QuestionnaireResponse response
                          ? response.getSubject().getReferenceElement()
                          : null;
      if (id != null && id.hasIdPart()) {
        people.add(id.getIdPart());
      }
    }
    return people;
  }

  private void patient(Patient patient, Gathered gathered) {
    age(patient, gathered);
    sex(patient, gathered);
  }

  private void age(Patient patient, Gathered gathered) {
    Optional<FindingDefinition> age =
        advisor.knowledge().findings().stream()
            .filter(finding -> AGE.equals(finding.loinc()))
            .findFirst();
    if (age.isEmpty() || !patient.hasBirthDate()) {
      return;
    }
    String where = where(patient) + ".birthDate";
    if (patient.getBirthDateElement().getPrecision() != TemporalPrecisionEnum.DAY) {
      gathered.warning(
          where,
          "the birth date has no day, so that the age is not certain",
          "Maybe send the age as an Observation with the LOINC code " + AGE + ".");
      return;
    }
    LocalDate born = LocalDate.parse(patient.getBirthDateElement().getValueAsString());
    LocalDate today = LocalDate.now(clock);
    if (born.isAfter(today)) {
      gathered.fatal(
          where, "the birth date " + born + " is in the future", "Maybe the year is mistyped.");
      return;
    }
    int years = Period.between(born, today).getYears();
    gathered.add(new Measured(age.get().code(), years), gathered.now(), where);
  }

  private void sex(Patient patient, Gathered gathered) {
    FindingDefinition sex = advisor.knowledge().finding(SEX);
    if (sex == null) {
      return;
    }
    if (patient.hasExtension(BIRTH_SEX)) {
      String code = patient.getExtensionByUrl(BIRTH_SEX).getValue().primitiveValue();
      String option = "F".equals(code) ? "female" : "M".equals(code) ? "male" : "";
      if (sex.options().contains(option)) {
        gathered.add(new Chosen(SEX, option), gathered.now(), where(patient));
        return;
      }
    }
    if (patient.hasGender()) {
      gathered.warning(
          where(patient) + ".gender",
          "the administrative gender is not the sex at birth",
          "Maybe send the extension " + BIRTH_SEX + ", or " + SEX + " as an Observation.");
    }
  }

  /** A condition of the past counts where the finding asks about the past. */
  private void condition(Condition condition, Gathered gathered) {
    String where = where(condition);
    String verification = condition.getVerificationStatus().getCodingFirstRep().getCode();
    if ("entered-in-error".equals(verification)) {
      gathered.warning(where, "it was entered in error, and does not count", "Maybe leave it out.");
      return;
    }
    Optional<FindingDefinition> finding = terms.finding(condition.getCode().getCoding());
    if (finding.isEmpty() || finding.get().kind() != FindingDefinition.Kind.TRI_STATE) {
      gathered.warning(
          where,
          "the vocabulary has no yes-or-no finding with its code",
          "Maybe GET /vocabulary and look for snomed.");
      return;
    }
    if (verification != null && !"confirmed".equals(verification)) {
      gathered.warning(
          where,
          finding.get().code() + " is " + verification + ", which is neither yes nor no",
          "Maybe ask for it with the Questionnaire.");
      return;
    }
    if (!isLasting(finding.get())
        && recency
            .of(
                condition.hasRecordedDate()
                    ? condition.getRecordedDate()
                    : condition.hasOnsetDateTimeType()
                        ? condition.getOnsetDateTimeType().getValue()
                        : null,
                where,
                gathered)
            .isEmpty()) {
      return;
    }
    boolean past =
        condition.hasAbatement()
            || PAST.contains(
                String.valueOf(condition.getClinicalStatus().getCodingFirstRep().getCode()));
    if (past && !finding.get().group().startsWith("history")) {
      gathered.warning(
          where,
          finding.get().code() + " is over, and the question is about now",
          "Maybe ask for it with the Questionnaire.");
      return;
    }
    gathered.add(new Present(finding.get().code()), gathered.now(), where);
  }

  /** A history, or what speaks against a medicine, holds for longer than a symptom. */
  private static boolean isLasting(FindingDefinition finding) {
    return finding.group().startsWith("history") || finding.group().equals("medicines");
  }
}
