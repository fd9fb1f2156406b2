package org.popliteus.examples.service.fhir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.EnableWhenBehavior;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemEnableWhenComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.springframework.stereotype.Component;

/** The vocabulary as a Questionnaire: a group a part, a linkId a code. */
@Component
class QuestionnaireWriter {
  private static final String EXTENSION = "http://hl7.org/fhir/StructureDefinition/";

  private final KnowledgeBase knowledge;
  private final Terms terms;
  private final Units units;

  QuestionnaireWriter(Advisor advisor, Terms terms, Units units) {
    this.knowledge = advisor.knowledge();
    this.terms = terms;
    this.units = units;
  }

  Questionnaire write() {
    Questionnaire questionnaire = new Questionnaire();
    questionnaire.setId(knowledge.id());
    questionnaire.setUrl(terms.system() + ":questionnaire");
    questionnaire.setVersion(knowledge.version());
    questionnaire.setName("PopliteusQuestionnaire");
    questionnaire.setTitle(knowledge.settings().title());
    questionnaire.setStatus(
        knowledge.status().equals("reviewed") ? PublicationStatus.ACTIVE : PublicationStatus.DRAFT);
    questionnaire.addSubjectType("Patient");
    Map<String, QuestionnaireItemComponent> groups = new LinkedHashMap<>();
    for (FindingDefinition finding : knowledge.findings()) {
      groups
          .computeIfAbsent(finding.group(), group -> group(questionnaire.addItem(), group))
          .addItem(enabled(finding));
    }
    return questionnaire;
  }

  private static QuestionnaireItemComponent group(QuestionnaireItemComponent item, String group) {
    return item.setLinkId("group-" + group)
        .setText(group.replace('-', ' '))
        .setType(QuestionnaireItemType.GROUP);
  }

  /** An item says either all or any of its conditions; groups around it say the rest. */
  private QuestionnaireItemComponent enabled(FindingDefinition finding) {
    QuestionnaireItemComponent item = item(finding);
    if (finding.after() == null) {
      return item;
    }
    List<QuestionnaireItemEnableWhenComponent> all = new ArrayList<>();
    List<List<QuestionnaireItemEnableWhenComponent>> any = new ArrayList<>();
    for (var clause : new Conditions(terms.system()).clauses(finding.after())) {
      if (clause.size() == 1) {
        all.addAll(clause);
      } else {
        any.add(clause);
      }
    }
    if (!all.isEmpty()) {
      when(item, all, EnableWhenBehavior.ALL);
    } else {
      when(item, any.remove(0), EnableWhenBehavior.ANY);
    }
    for (List<QuestionnaireItemEnableWhenComponent> clause : any) {
      String link = "when-" + any.indexOf(clause) + "-" + finding.code();
      QuestionnaireItemComponent around =
          new QuestionnaireItemComponent().setLinkId(link).setType(QuestionnaireItemType.GROUP);
      when(around, clause, EnableWhenBehavior.ANY);
      item = around.addItem(item);
    }
    return item;
  }

  private static void when(
      QuestionnaireItemComponent item,
      List<QuestionnaireItemEnableWhenComponent> conditions,
      EnableWhenBehavior behavior) {
    item.setEnableWhen(new ArrayList<>(conditions));
    if (conditions.size() > 1) {
      item.setEnableBehavior(behavior);
    }
  }

  private QuestionnaireItemComponent item(FindingDefinition finding) {
    QuestionnaireItemComponent item =
        new QuestionnaireItemComponent().setLinkId(finding.code()).setText(finding.question());
    item.addCode(new Coding(terms.system(), finding.code(), finding.display()));
    if (finding.loinc() != null) {
      item.addCode(new Coding(Terms.LOINC, finding.loinc(), null));
    }
    if (finding.snomed() != null) {
      item.addCode(new Coding(Terms.SNOMED, finding.snomed(), null));
    }
    switch (finding.kind()) {
      case TRI_STATE -> choice(item, List.of("present", "absent", "unknown"));
      case CHOICE -> choice(item, finding.options());
      case NUMERIC -> {
        item.setType(QuestionnaireItemType.DECIMAL);
        String unit = finding.unit();
        item.addExtension(
            EXTENSION + "questionnaire-unit", new Coding(Units.SYSTEM, units.code(unit), unit));
        item.addExtension(EXTENSION + "minValue", new DecimalType(finding.least()));
        item.addExtension(EXTENSION + "maxValue", new DecimalType(finding.most()));
      }
    }
    return item;
  }

  private void choice(QuestionnaireItemComponent item, List<String> options) {
    item.setType(QuestionnaireItemType.CHOICE);
    for (String option : options) {
      item.addAnswerOption().setValue(new Coding(terms.system(), option, option.replace('-', ' ')));
    }
  }
}
