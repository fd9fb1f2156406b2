package org.popliteus.examples.service.cdshooks;

import ca.uhn.fhir.parser.DataFormatException;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.popliteus.examples.service.assessments.Assessing;
import org.popliteus.examples.service.assessments.Assessing.Answer;
import org.popliteus.examples.service.assessments.Door;
import org.popliteus.examples.service.audit.AuditTrail;
import org.popliteus.examples.service.cdshooks.HookRequest.Wrong;
import org.popliteus.examples.service.fhir.FhirJson;
import org.popliteus.examples.service.fhir.FindingsReader;
import org.popliteus.examples.service.fhir.Issue;
import org.popliteus.examples.service.fhir.Issue.Severity;
import org.popliteus.examples.service.fhir.Reading;
import org.popliteus.examples.service.http.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/** Answers who opens a patient's record. */
@Service
class PatientView {
  private final Discovery discovery;
  private final FhirJson fhir;
  private final FindingsReader reader;
  private final Assessing assessing;
  private final CardWriter writer;
  private final AuditTrail trail;

  PatientView(
      Discovery discovery,
      FhirJson fhir,
      FindingsReader reader,
      Assessing assessing,
      CardWriter writer,
      AuditTrail trail) {
    this.discovery = discovery;
    this.fhir = fhir;
    this.reader = reader;
    this.assessing = assessing;
    this.writer = writer;
    this.trail = trail;
  }

  /** The assessment and its cards are kept together, or neither. */
  @Transactional
  public List<Card> cards(HookRequest request) {
    List<String> missing = new ArrayList<>();
    List<Resource> resources = resources(request, missing);
    Reading reading = reader.read(resources, request.patient());
    if (reading.has(Severity.FATAL)) {
      throw unusable(reading);
    }
    List<Resource> complaints =
        resources.stream().filter(resource -> !(resource instanceof Patient)).toList();
    if (!reader.read(complaints, null).saysAnything()) {
      if (missing.isEmpty()) {
        return List.of();
      }
      throw Refusal.of(
          HttpStatus.PRECONDITION_FAILED,
          "nothing usable was prefetched; missing: " + String.join(", ", missing),
          "Maybe send prefetch; GET /cds-services says which. This service fetches nothing itself.");
    }
    Answer answer =
        assessing.assess(request.hookInstance().toString(), reading.presentation(), Door.CDS_HOOKS);
    List<Card> cards =
        writer.write(answer.assessment(), request.patient(), notes(reading, missing));
    cards.forEach(card -> trail.addCard(card.uuid(), answer.id()));
    return cards;
  }

  private List<Resource> resources(HookRequest request, List<String> missing) {
    List<Resource> resources = new ArrayList<>();
    List<Wrong> wrong = new ArrayList<>();
    for (String key : discovery.service().prefetch().keySet()) {
      JsonNode node = request.prefetch().path(key);
      if (node.isMissingNode() || node.isNull()) {
        missing.add(key);
        continue;
      }
      try {
        Resource resource = fhir.parse(node.toString());
        if (resource instanceof OperationOutcome) {
          missing.add(key);
        } else {
          resources.addAll(FhirJson.content(resource));
        }
      } catch (DataFormatException e) {
        wrong.add(
            new Wrong(
                "/prefetch/" + key,
                "no FHIR R4 resource: " + e.getMessage(),
                "Maybe the server speaks another version of FHIR."));
      }
    }
    if (!wrong.isEmpty()) {
      throw Wrong.refusal(wrong);
    }
    return resources;
  }

  /** Cards are Markdown, and may be shown as HTML. */
  private static List<String> notes(Reading reading, List<String> missing) {
    List<String> notes = new ArrayList<>();
    if (!missing.isEmpty()) {
      notes.add("Not given: " + String.join(", ", missing) + ".");
    }
    for (Issue issue : reading.issues()) {
      if (issue.severity() == Severity.ERROR) {
        notes.add("Not read: " + HtmlUtils.htmlEscape(issue.where() + ": " + issue.text()) + ".");
      }
    }
    long others =
        reading.issues().stream().filter(issue -> issue.severity() == Severity.WARNING).count();
    if (others > 0) {
      notes.add(others + " other entries of the record do not count here.");
    }
    return notes;
  }

  private static RuntimeException unusable(Reading reading) {
    ProblemDetail detail =
        Refusal.detail(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "what was prefetched cannot be assessed",
            "Maybe look at problems: each says what is wrong and what to do.");
    detail.setProperty("problems", reading.issues());
    return Refusal.of(detail);
  }
}
