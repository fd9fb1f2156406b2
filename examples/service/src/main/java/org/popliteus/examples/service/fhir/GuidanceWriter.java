package org.popliteus.examples.service.fhir;

import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueStatus;
import org.hl7.fhir.r4.model.GuidanceResponse;
import org.hl7.fhir.r4.model.GuidanceResponse.GuidanceResponseStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Cause;
import org.popliteus.engine.Evidence;
import org.popliteus.engine.Recommendation;
import org.popliteus.engine.Withheld;
import org.popliteus.engine.knowledge.AdviceDefinition;
import org.popliteus.examples.service.assessments.Assessing.Answer;
import org.springframework.stereotype.Component;

/** An assessment as FHIR resources. */
@Component
class GuidanceWriter {
  private final Advisor advisor;
  private final Terms terms;

  GuidanceWriter(Advisor advisor, Terms terms) {
    this.advisor = advisor;
    this.terms = terms;
  }

  /** A bundle that begins with the GuidanceResponse; what was not read comes with it. */
  Bundle write(Answer answer, @Nullable String patient, List<Issue> issues, Date now) {
    Reference subject =
        patient == null
            ? new Reference().setDisplay("the person who was asked about")
            : new Reference("Patient/" + patient);
    Assessment assessment = answer.assessment();
    Bundle bundle = new Bundle();
    bundle.setType(BundleType.COLLECTION);
    GuidanceResponse guidance = guidance(answer, subject, now);
    add(bundle, guidance);
    guidance.setOutputParameters(add(bundle, parameters(assessment)));
    guidance.setResult(add(bundle, carePlan(assessment, subject, now)));
    if (!issues.isEmpty()) {
      guidance.addEvaluationMessage(add(bundle, Outcomes.of(issues)));
    }
    if (!assessment.causes().isEmpty()) {
      add(bundle, risk(assessment, subject, now));
    }
    for (Withheld withheld : assessment.withheld()) {
      add(bundle, detected(withheld, subject, now));
    }
    return bundle;
  }

  private static Reference add(Bundle bundle, Resource resource) {
    String id = UUID.randomUUID().toString();
    resource.setId(id);
    bundle.addEntry().setFullUrl("urn:uuid:" + id).setResource(resource);
    return new Reference("urn:uuid:" + id);
  }

  private GuidanceResponse guidance(Answer answer, Reference subject, Date now) {
    Assessment assessment = answer.assessment();
    GuidanceResponse guidance = new GuidanceResponse();
    guidance.addIdentifier().setSystem("urn:ietf:rfc:3986").setValue("urn:uuid:" + answer.id());
    guidance.setModule(new UriType(terms.system()));
    guidance.setStatus(GuidanceResponseStatus.SUCCESS);
    guidance.setSubject(subject);
    guidance.setOccurrenceDateTime(now);
    guidance.addNote(note(assessment.summary()));
    assessment.safetyNet().forEach(text -> guidance.addNote(note(text)));
    assessment.dataNotes().forEach(text -> guidance.addNote(note(text.text())));
    for (String code : assessment.notExcluded()) {
      guidance
          .addDataRequirement()
          .setType("Observation")
          .addCodeFilter()
          .setPath("code")
          .addCode()
          .setSystem(terms.system())
          .setCode(code);
    }
    return guidance;
  }

  private static Parameters parameters(Assessment assessment) {
    Parameters parameters = new Parameters();
    parameters.addParameter().setName("urgency").setValue(new CodeType(word(assessment.urgency())));
    parameters
        .addParameter()
        .setName("provisional")
        .setValue(new BooleanType(assessment.provisional()));
    parameters
        .addParameter()
        .setName("knowledgeBaseVersion")
        .setValue(new StringType(assessment.knowledgeBase().version()));
    parameters
        .addParameter()
        .setName("knowledgeBaseSha256")
        .setValue(new StringType(assessment.knowledgeBase().sha256()));
    return parameters;
  }

  private CarePlan carePlan(Assessment assessment, Reference subject, Date now) {
    CarePlan plan = new CarePlan();
    plan.setStatus(CarePlanStatus.DRAFT);
    plan.setIntent(CarePlanIntent.PROPOSAL);
    plan.setSubject(subject);
    plan.setCreated(now);
    plan.setDescription(assessment.summary());
    for (Recommendation recommendation : assessment.recommendations()) {
      CarePlanActivityDetailComponent detail = plan.addActivity().getDetail();
      detail.setStatus(CarePlanActivityStatus.NOTSTARTED);
      detail.setCode(advice(recommendation.code()));
      detail.setDescription(recommendation.clinicianText());
      detail.addReasonCode().setText(recommendation.provenance().because());
      assessment.escalations().stream()
          .filter(escalation -> escalation.action().equals(recommendation.code()))
          .findFirst()
          .ifPresent(
              escalation -> detail.setScheduled(new StringType("within " + escalation.within())));
    }
    return plan;
  }

  /**
   * Likelihoods are words. A share is a ranking aid, and is no probability that FHIR could hold.
   */
  private RiskAssessment risk(Assessment assessment, Reference subject, Date now) {
    RiskAssessment risk = new RiskAssessment();
    risk.setStatus(RiskAssessmentStatus.FINAL);
    risk.setSubject(subject);
    risk.setOccurrence(new DateTimeType(now));
    for (Cause cause : assessment.causes()) {
      CodeableConcept likelihood = new CodeableConcept();
      likelihood.setText(
          word(cause.likelihood()) + (cause.mustExclude() ? ", to be excluded" : ""));
      likelihood.addCoding().setSystem(terms.system()).setCode(word(cause.likelihood()));
      StringBuilder rationale = new StringBuilder();
      for (Evidence evidence : cause.evidence()) {
        rationale.append(rationale.isEmpty() ? "" : "\n").append(evidence.provenance().rule());
        rationale.append(": ").append(evidence.provenance().because());
      }
      var prediction = risk.addPrediction();
      prediction.setOutcome(concept(cause.code(), cause.display()));
      prediction.setQualitativeRisk(likelihood);
      if (!rationale.isEmpty()) {
        prediction.setRationale(rationale.toString());
      }
    }
    return risk;
  }

  private DetectedIssue detected(Withheld withheld, Reference subject, Date now) {
    DetectedIssue issue = new DetectedIssue();
    issue.setStatus(DetectedIssueStatus.FINAL);
    issue.setPatient(subject);
    issue.setIdentified(new DateTimeType(now));
    issue.setCode(advice(withheld.code()));
    issue.setDetail("Withheld: " + withheld.provenance().because());
    for (String code : withheld.findings()) {
      issue.addEvidence().addCode(concept(code, null));
    }
    for (String code : withheld.unanswered()) {
      issue.addEvidence().addCode(concept(code, null).setText("not answered"));
    }
    return issue;
  }

  private CodeableConcept advice(String code) {
    AdviceDefinition advice = advisor.knowledge().advice(code);
    return concept(code, advice == null ? null : advice.display());
  }

  private CodeableConcept concept(String code, @Nullable String text) {
    CodeableConcept concept = new CodeableConcept();
    concept.addCoding().setSystem(terms.system()).setCode(code);
    if (text != null) {
      concept.setText(text);
    }
    return concept;
  }

  private static Annotation note(String text) {
    return new Annotation().setText(text);
  }

  private static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
