package org.popliteus.examples.service.fhir;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemEnableWhenComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemOperator;
import org.hl7.fhir.r4.model.Type;
import org.popliteus.engine.knowledge.Requirement;

/**
 * A requirement as FHIR's enableWhen can say it: all of several clauses, of each of which one must
 * hold.
 */
final class Conditions {
  private final String system;

  Conditions(String system) {
    this.system = system;
  }

  List<List<QuestionnaireItemEnableWhenComponent>> clauses(Requirement requirement) {
    if (requirement instanceof Requirement.IsPresent is) {
      return List.of(List.of(equal(is.code(), "present")));
    }
    if (requirement instanceof Requirement.IsAbsent is) {
      return List.of(List.of(equal(is.code(), "absent")));
    }
    if (requirement instanceof Requirement.IsOption is) {
      return List.of(is.options().stream().map(option -> equal(is.code(), option)).toList());
    }
    if (requirement instanceof Requirement.IsFromTo is) {
      return List.of(
          List.of(
              when(
                  is.code(),
                  QuestionnaireItemOperator.GREATER_OR_EQUAL,
                  new DecimalType(is.least()))),
          List.of(
              when(
                  is.code(), QuestionnaireItemOperator.LESS_OR_EQUAL, new DecimalType(is.most()))));
    }
    if (requirement instanceof Requirement.All all) {
      return all.parts().stream().flatMap(part -> clauses(part).stream()).toList();
    }
    List<List<QuestionnaireItemEnableWhenComponent>> either = List.of(List.of());
    for (Requirement part : ((Requirement.Any) requirement).parts()) {
      either = or(either, clauses(part));
    }
    return either;
  }

  /** (a and b) or (c and d) is (a or c) and (a or d) and (b or c) and (b or d). */
  private static List<List<QuestionnaireItemEnableWhenComponent>> or(
      List<List<QuestionnaireItemEnableWhenComponent>> one,
      List<List<QuestionnaireItemEnableWhenComponent>> other) {
    List<List<QuestionnaireItemEnableWhenComponent>> both = new ArrayList<>();
    for (List<QuestionnaireItemEnableWhenComponent> left : one) {
      for (List<QuestionnaireItemEnableWhenComponent> right : other) {
        List<QuestionnaireItemEnableWhenComponent> clause = new ArrayList<>(left);
        clause.addAll(right);
        both.add(clause);
      }
    }
    return both;
  }

  private QuestionnaireItemEnableWhenComponent equal(String code, String answer) {
    return when(code, QuestionnaireItemOperator.EQUAL, new Coding(system, answer, null));
  }

  private static QuestionnaireItemEnableWhenComponent when(
      String code, QuestionnaireItemOperator operator, Type answer) {
    return new QuestionnaireItemEnableWhenComponent()
        .setQuestion(code)
        .setOperator(operator)
        .setAnswer(answer);
  }
}
