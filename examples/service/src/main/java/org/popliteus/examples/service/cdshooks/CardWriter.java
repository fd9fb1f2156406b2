package org.popliteus.examples.service.cdshooks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Cause;
import org.popliteus.engine.Escalation;
import org.popliteus.engine.Evidence;
import org.popliteus.engine.Recommendation;
import org.popliteus.engine.Urgency;
import org.popliteus.engine.knowledge.AdviceDefinition;
import org.popliteus.engine.knowledge.CauseDefinition;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.SourceDefinition;
import org.popliteus.examples.service.cdshooks.Card.Action;
import org.popliteus.examples.service.cdshooks.Card.Coding;
import org.popliteus.examples.service.cdshooks.Card.Link;
import org.popliteus.examples.service.cdshooks.Card.Suggestion;
import org.popliteus.examples.service.fhir.FhirJson;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** An assessment as cards: one that says how soon, and one with the ranking. */
@Component
class CardWriter {
  private static final int MOST_CAUSES = 5;
  private static final String REASONS = "urn:popliteus:override-reason";
  private static final List<Coding> OVERRIDE_REASONS =
      List.of(
          new Coding("already-arranged", REASONS, "It is already arranged"),
          new Coding("examined", REASONS, "Examined, and it does not apply"),
          new Coding("answers-wrong", REASONS, "An answer that it rests on is wrong"));

  private final KnowledgeBase knowledge;
  private final Card.Source source;
  private final FhirJson fhir;
  private final JsonMapper json;

  CardWriter(Advisor advisor, FhirJson fhir, JsonMapper json) {
    this.knowledge = advisor.knowledge();
    this.source =
        new Card.Source(
            "Popliteus "
                + knowledge.id()
                + " "
                + knowledge.version()
                + (knowledge.status().equals("draft")
                    ? ", rules not reviewed by a clinician"
                    : ""));
    this.fhir = fhir;
    this.json = json;
  }

  /** No card where there is nothing to say; notes on the data stand in the first. */
  List<Card> write(Assessment assessment, String patient, List<String> notes) {
    List<Card> cards = new ArrayList<>();
    if (!assessment.escalations().isEmpty()) {
      cards.add(escalation(assessment, patient, notes));
    }
    if (!assessment.causes().isEmpty()) {
      cards.add(ranking(assessment, cards.isEmpty() ? notes : List.of()));
    }
    return cards;
  }

  private Card escalation(Assessment assessment, String patient, List<String> notes) {
    StringBuilder detail = new StringBuilder(assessment.summary()).append("\n\n");
    Set<String> sources = new LinkedHashSet<>();
    Map<String, Escalation> actions = new LinkedHashMap<>();
    for (Escalation escalation : assessment.escalations()) {
      actions.putIfAbsent(escalation.action(), escalation);
      sources.addAll(escalation.provenance().sources());
      detail
          .append("- **")
          .append(advice(escalation.action()))
          .append("**: ")
          .append(escalation.provenance().because());
      if (!escalation.findings().isEmpty()) {
        detail.append(" Found: ").append(findings(escalation.findings())).append('.');
      }
      if (!escalation.mustExclude().isEmpty()) {
        detail.append(" To exclude: ").append(causes(escalation.mustExclude())).append('.');
      }
      detail.append(" (").append(escalation.provenance().rule()).append(")\n");
    }
    Escalation first = assessment.escalations().get(0);
    List<Suggestion> suggestions = new ArrayList<>();
    actions.values().forEach(escalation -> suggestions.add(suggestion(escalation, patient)));
    return new Card(
        UUID.randomUUID(),
        word(assessment.urgency()) + ": " + advice(first.action()),
        detail.append(lines(notes)).toString(),
        assessment.urgency() == Urgency.SOON ? "warning" : "critical",
        source,
        suggestions,
        "any",
        OVERRIDE_REASONS,
        links(sources));
  }

  private Card ranking(Assessment assessment, List<String> notes) {
    StringBuilder detail = new StringBuilder(assessment.summary()).append("\n\n");
    Set<String> sources = new LinkedHashSet<>();
    for (Cause cause : assessment.causes()) {
      if (cause.rank() <= MOST_CAUSES || cause.mustExclude()) {
        detail
            .append("- **")
            .append(cause.display())
            .append("**: ")
            .append(cause.likelihood().name().toLowerCase(Locale.ROOT))
            .append(cause.mustExclude() ? ", must be excluded" : "")
            .append(". Confirmed by: ")
            .append(cause.confirm())
            .append('\n');
        for (Evidence evidence : cause.evidence()) {
          sources.addAll(evidence.provenance().sources());
        }
      }
    }
    detail.append("\nThe order is a ranking aid, not a probability.\n");
    for (Recommendation recommendation : assessment.recommendations()) {
      detail.append("\n- ").append(recommendation.clinicianText());
    }
    Cause first = assessment.causes().get(0);
    return new Card(
        UUID.randomUUID(),
        "First in the ranking: " + first.display(),
        detail.append(lines(notes)).toString(),
        "info",
        source,
        List.of(),
        null,
        OVERRIDE_REASONS,
        links(sources));
  }

  private Suggestion suggestion(Escalation escalation, String patient) {
    ServiceRequest request = new ServiceRequest();
    request.setStatus(ServiceRequestStatus.DRAFT);
    request.setIntent(ServiceRequestIntent.PROPOSAL);
    request.setPriority(
        switch (escalation.urgency()) {
          case EMERGENCY -> ServiceRequestPriority.STAT;
          case SAME_DAY -> ServiceRequestPriority.ASAP;
          case SOON, SELF_CARE -> ServiceRequestPriority.URGENT;
        });
    request.getCode().setText(advice(escalation.action()));
    request.setSubject(new Reference("Patient/" + patient));
    request.addReasonCode().setText(escalation.provenance().because());
    String label = advice(escalation.action());
    return new Suggestion(
        label,
        UUID.randomUUID(),
        List.of(new Action("create", label, json.readTree(fhir.encode(request)))));
  }

  private List<Link> links(Set<String> sources) {
    List<Link> links = new ArrayList<>();
    for (String id : sources) {
      SourceDefinition source = knowledge.source(id);
      if (source != null && source.url() != null) {
        links.add(new Link(source.title(), source.url(), "absolute"));
      }
    }
    return links;
  }

  private static String lines(List<String> notes) {
    StringBuilder lines = new StringBuilder();
    notes.forEach(note -> lines.append("\n- ").append(note));
    return lines.toString();
  }

  private static String word(Urgency urgency) {
    return switch (urgency) {
      case EMERGENCY -> "Emergency";
      case SAME_DAY -> "Same day";
      case SOON -> "Within two weeks";
      case SELF_CARE -> "Self-care";
    };
  }

  private String advice(String code) {
    AdviceDefinition advice = knowledge.advice(code);
    return advice == null ? code : advice.display();
  }

  private String findings(List<String> codes) {
    List<String> names = new ArrayList<>();
    for (String code : codes) {
      FindingDefinition finding = knowledge.finding(code);
      names.add(finding == null ? code : finding.display());
    }
    return String.join("; ", names);
  }

  private String causes(List<String> codes) {
    List<String> names = new ArrayList<>();
    for (String code : codes) {
      CauseDefinition cause = knowledge.cause(code);
      names.add(cause == null ? code : cause.display());
    }
    return String.join("; ", names);
  }
}
