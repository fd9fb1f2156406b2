package org.popliteus.examples.service.fhir;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.popliteus.engine.fact.Unknown;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.springframework.stereotype.Component;

/** A QuestionnaireResponse to the Questionnaire of the vocabulary: its linkIds are the codes. */
@Component
class ResponseReader {
  private static final String DATA_ABSENT =
      "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

  private final Terms terms;
  private final Values values;
  private final Recency recency;

  ResponseReader(Terms terms, Values values, Recency recency) {
    this.terms = terms;
    this.values = values;
    this.recency = recency;
  }

  void read(QuestionnaireResponse response, Gathered gathered) {
    String where = FindingsReader.where(response);
    if (response.getStatus() == QuestionnaireResponseStatus.ENTEREDINERROR) {
      gathered.warning(where, "it was entered in error, and does not count", "Maybe leave it out.");
      return;
    }
    String url = terms.system() + ":questionnaire";
    if (response.hasQuestionnaire()
        && !response.getQuestionnaire().split("\\|", 2)[0].equals(url)) {
      gathered.warning(
          where, "it answers another Questionnaire than " + url, "Maybe ask with that one.");
      return;
    }
    recency
        .of(response.getAuthored(), where, gathered)
        .ifPresent(at -> items(response.getItem(), at, where, gathered));
  }

  private void items(
      List<QuestionnaireResponseItemComponent> items, Instant at, String in, Gathered gathered) {
    for (QuestionnaireResponseItemComponent item : items) {
      String where = in + ".item(" + item.getLinkId() + ")";
      Optional<FindingDefinition> finding = terms.finding(item.getLinkId());
      if (finding.isPresent()) {
        answers(item, finding.get(), at, where, gathered);
      } else if (item.hasAnswer()) {
        gathered.warning(
            where, "the vocabulary has no such code", "Maybe use the codes of GET /vocabulary.");
      }
      items(item.getItem(), at, in, gathered);
    }
  }

  private void answers(
      QuestionnaireResponseItemComponent item,
      FindingDefinition finding,
      Instant at,
      String where,
      Gathered gathered) {
    if (item.hasExtension(DATA_ABSENT)) {
      gathered.add(new Unknown(finding.code()), at, where);
    }
    for (QuestionnaireResponseItemAnswerComponent answer : item.getAnswer()) {
      if (answer.hasExtension(DATA_ABSENT)
          || (answer.hasValue() && answer.getValue().hasExtension(DATA_ABSENT))) {
        gathered.add(new Unknown(finding.code()), at, where);
      } else if (answer.hasValue()) {
        values
            .read(finding, answer.getValue(), where, gathered.issues())
            .ifPresent(value -> gathered.add(value, at, where));
      }
      items(answer.getItem(), at, where, gathered);
    }
  }
}
