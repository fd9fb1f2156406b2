package org.popliteus.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.junit.jupiter.api.Test;
import org.popliteus.engine.Advisor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The vocabulary as FHIR asks it. */
@ServiceTest
class QuestionnaireTest {
  @Autowired private MockMvcTester http;
  @Autowired private Advisor advisor;

  @Test
  void asksEveryFindingOfTheVocabulary() throws Exception {
    List<QuestionnaireItemComponent> items = items(questionnaire().getItem());

    assertThat(items)
        .extracting(QuestionnaireItemComponent::getLinkId)
        .containsAll(advisor.knowledge().findingCodes())
        .doesNotHaveDuplicates();
  }

  @Test
  void asksOnlyWhatIsSensible() throws Exception {
    QuestionnaireItemComponent pregnancy = item("PREGNANCY_STATUS");
    QuestionnaireItemComponent around = item("when-0-PREGNANCY_STATUS");

    assertThat(pregnancy.getEnableBehavior().toCode()).isEqualTo("all");
    assertThat(pregnancy.getEnableWhen())
        .extracting(
            when ->
                when.getQuestion()
                    + when.getOperator().toCode()
                    + when.getAnswer().primitiveValue())
        .containsExactly("AGE_YEARS>=10.0", "AGE_YEARS<=60.0");
    assertThat(around.getEnableBehavior().toCode()).isEqualTo("any");
    assertThat(around.getEnableWhen())
        .extracting(when -> when.getAnswerCoding().getCode())
        .containsExactly("female", "intersex");
  }

  @Test
  void theQuestionnaireIsValid() throws Exception {
    FhirValidation.assertValid(questionnaire());
  }

  @Test
  void isTheOnlyOne() {
    assertThat(http.get().uri("/fhir/Questionnaire/other"))
        .hasStatus(404)
        .bodyText()
        .contains("OperationOutcome", "Maybe posterior-knee?");
  }

  private Questionnaire questionnaire() throws Exception {
    MvcTestResult result = http.get().uri("/fhir/Questionnaire/posterior-knee").exchange();
    assertThat(result).hasStatusOk();
    return FhirContext.forR4Cached()
        .newJsonParser()
        .parseResource(
            Questionnaire.class, result.getResponse().getContentAsString(StandardCharsets.UTF_8));
  }

  private QuestionnaireItemComponent item(String link) throws Exception {
    return items(questionnaire().getItem()).stream()
        .filter(item -> item.getLinkId().equals(link))
        .findFirst()
        .orElseThrow();
  }

  private static List<QuestionnaireItemComponent> items(List<QuestionnaireItemComponent> items) {
    return items.stream()
        .flatMap(item -> Stream.concat(Stream.of(item), items(item.getItem()).stream()))
        .toList();
  }
}
