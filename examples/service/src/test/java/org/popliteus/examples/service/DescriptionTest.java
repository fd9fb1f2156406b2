package org.popliteus.examples.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.popliteus.engine.Advisor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service says about itself. */
@ServiceTest
class DescriptionTest {
  @Autowired private MockMvcTester http;
  @Autowired private Advisor advisor;
  @Autowired private JsonMapper json;

  @Test
  void listsEveryFindingOfTheKnowledgeBase() throws Exception {
    JsonNode vocabulary = get("/vocabulary");

    assertThat(vocabulary.get("findings"))
        .extracting(finding -> finding.get("code").asString())
        .containsExactlyElementsOf(advisor.knowledge().findingCodes());
    assertThat(vocabulary.at("/knowledgeBase/sha256").asString())
        .isEqualTo(advisor.version().sha256());
  }

  @Test
  void listsAFindingAsTheCommandLineDoes() throws Exception {
    assertThat(get("/vocabulary").get("findings").get(0))
        .isEqualTo(
            json.readTree(
                """
                {"code": "AGE_YEARS", "display": "Age", "question": "How old are you?",
                 "kind": "numeric", "unit": "years", "least": 0, "most": 110, "group": "person",
                 "core": true, "screen": false, "redFlag": false, "examination": false,
                 "contradicts": [], "loinc": "30525-0"}"""));
  }

  @Test
  void describesItsInterface() throws Exception {
    JsonNode openApi = get("/v3/api-docs");

    assertThat(openApi.get("openapi").asString()).startsWith("3.1");
    assertThat(openApi.get("paths").propertyNames()).contains("/assessments", "/vocabulary");
    assertThat(openApi.at("/components/schemas/Presentation/required/0").asString())
        .isEqualTo("findings");
  }

  @Test
  void everyReferenceInTheDescriptionLeadsSomewhere() throws Exception {
    JsonNode openApi = get("/v3/api-docs");

    assertThat(openApi.findValuesAsString("$ref"))
        .hasSizeGreaterThan(20)
        .allSatisfy(
            ref -> assertThat(openApi.at(ref.substring(1)).isMissingNode()).as(ref).isFalse());
  }

  @Test
  void showsTheDescriptionAsAPage() {
    assertThat(http.get().uri("/swagger-ui/index.html")).hasStatusOk().bodyText().contains("html");
  }

  @Test
  void saysThatItIsHealthyAndWhichKnowledgeAnswers() throws Exception {
    assertThat(get("/actuator/health").get("status").asString()).isEqualTo("UP");
    assertThat(get("/actuator/info").at("/knowledgeBase/sha256").asString())
        .isEqualTo(advisor.version().sha256());
  }

  @Test
  void countsAssessmentsByDoorAndOutcomeAlone() throws Exception {
    http.post()
        .uri("/assessments")
        .contentType(APPLICATION_JSON)
        .content("{\"findings\": {\"AGE_YEARS\": 67, \"CALF_SWELLING\": \"present\"}}")
        .exchange();

    JsonNode metric = get("/actuator/metrics/popliteus.assessments");

    assertThat(metric.at("/measurements/0/value").asInt()).isPositive();
    assertThat(metric.get("availableTags"))
        .extracting(tag -> tag.get("tag").asString())
        .containsExactlyInAnyOrder("door", "outcome");
    assertThat(http.get().uri("/actuator/prometheus"))
        .hasStatusOk()
        .bodyText()
        .contains("popliteus_assessments_seconds_count{door=\"json\",outcome=\"assessed\"}")
        .doesNotContain("CALF_SWELLING");
  }

  private JsonNode get(String uri) throws Exception {
    MvcTestResult result = http.get().uri(uri).exchange();
    assertThat(result).hasStatusOk();
    return Objects.requireNonNull(
        json.readTree(result.getResponse().getContentAsByteArray()), "a body");
  }
}
