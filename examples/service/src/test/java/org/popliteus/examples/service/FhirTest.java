package org.popliteus.examples.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.GuidanceResponse;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentPredictionComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class FhirTest {
  private static final FhirContext FHIR = FhirContext.forR4Cached();
  private static final String ANSWERS = Hooks.answers("CALF_SWELLING");

  @Autowired private MockMvcTester http;
  @Autowired private JdbcClient jdbc;

  @Test
  void theAnswerIsValid() throws Exception {
    FhirValidation.assertValid(
        answer(bundle(Hooks.PATIENT, Hooks.answers("CALF_SWELLING", "HX_LONG_TRAVEL", "FEVER"))));
  }

  @Test
  void theAnswerAboutNobodyNamedIsValid() throws Exception {
    FhirValidation.assertValid(
        answer(
            Hooks.answers("PAIN_CALF")
                .replace("\"subject\": {\"reference\": \"Patient/p1\"},", "")));
  }

  @Test
  void theSuggestionOfACardIsValid() throws Exception {
    MvcTestResult result =
        post(
            "/cds-services/posterior-knee-patient-view",
            "application/json",
            Hooks.all(Hooks.answers("CALF_SWELLING")));
    String request =
        new JsonMapper()
            .readTree(result.getResponse().getContentAsByteArray())
            .at("/cards/0/suggestions/0/actions/0/resource")
            .toString();

    FhirValidation.assertValid((Resource) FHIR.newJsonParser().parseResource(request));
  }

  @Test
  void answersWithGuidanceAPlanAndRisksInWords() throws Exception {
    Bundle bundle = answer(bundle(Hooks.PATIENT, Hooks.answers("CALF_SWELLING")));

    GuidanceResponse guidance = first(bundle, GuidanceResponse.class);
    assertThat(bundle.getEntryFirstRep().getResource()).isSameAs(guidance);
    assertThat(guidance.getSubject().getReference()).isEqualTo("Patient/p1");
    assertThat(
            first(bundle, CarePlan.class)
                .getActivityFirstRep()
                .getDetail()
                .getCode()
                .getCodingFirstRep()
                .getCode())
        .isEqualTo("DVT_ASSESSMENT");
    assertThat(first(bundle, RiskAssessment.class).getPrediction())
        .isNotEmpty()
        .noneMatch(RiskAssessmentPredictionComponent::hasProbability)
        .allMatch(RiskAssessmentPredictionComponent::hasQualitativeRisk);
    assertThat(first(bundle, DetectedIssue.class).getDetail()).startsWith("Withheld: ");
  }

  @Test
  void keepsTheAuditUnderTheIdentifierOfTheGuidance() throws Exception {
    Bundle bundle = answer(bundle(Hooks.PATIENT, Hooks.answers("CALF_SWELLING")));
    String id =
        first(bundle, GuidanceResponse.class)
            .getIdentifierFirstRep()
            .getValue()
            .substring("urn:uuid:".length());

    assertThat(http.get().uri("/assessments/" + id))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.door")
        .isEqualTo("fhir");
  }

  @ParameterizedTest
  @CsvSource({"38, Cel, 38", "311.15, K, 38", "100.4, [degF], 38"})
  void readsAMeasurementInAnyUnitThatFits(String value, String unit, double expected)
      throws Exception {
    Bundle bundle = answer(temperature("\"valueQuantity\": " + quantity(value, unit)));

    assertThat(kept(bundle, "$.presentation.findings.TEMP_C"))
        .asInstanceOf(type(Number.class))
        .extracting(Number::doubleValue)
        .isEqualTo(expected);
  }

  @Test
  void convertsByUcumWithoutLosingDigits() throws Exception {
    String duration =
        temperature("\"valueQuantity\": " + quantity("3", "wk"))
            .replace("http://loinc.org", "urn:popliteus:posterior-knee")
            .replace("8310-5", "DURATION_DAYS");
    String girth =
        temperature("\"valueQuantity\": " + quantity("1", "[in_i]"))
            .replace("http://loinc.org", "urn:popliteus:posterior-knee")
            .replace("8310-5", "CALF_DIFF_CM");

    Bundle answer = answer(bundle(duration, girth));

    assertThat(kept(answer, "$.presentation.findings.DURATION_DAYS")).isEqualTo(21);
    assertThat(kept(answer, "$.presentation.findings.CALF_DIFF_CM")).isEqualTo(2.54);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kg", "parsecs", "<b>", "' or 1=1"})
  void refusesAUnitThatDoesNotFit(String unit) {
    assertRefused(temperature("\"valueQuantity\": " + quantity("38", unit)), 422, "TEMP_C");
  }

  @Test
  void refusesANumberOutOfRange() {
    assertRefused(temperature("\"valueQuantity\": " + quantity("380", "Cel")), 422, "380");
  }

  @Test
  void aDataAbsentReasonIsUnknown() throws Exception {
    Bundle bundle =
        answer(temperature("\"dataAbsentReason\": {\"coding\": [{\"code\": \"unknown\"}]}"));

    assertThat(kept(bundle, "$.presentation.findings.TEMP_C")).isEqualTo("unknown");
  }

  @Test
  void whatWasEnteredInErrorDoesNotCountAndIsReported() throws Exception {
    String temperature = temperature("\"valueQuantity\": " + quantity("41", "Cel"));
    Bundle bundle = answer(temperature.replace("\"final\"", "\"entered-in-error\""));

    assertThat(kept(bundle, "$.presentation.findings").toString()).isEqualTo("{}");
    assertThat(first(bundle, OperationOutcome.class).getIssueFirstRep().getDiagnostics())
        .startsWith("Observation/o1: it is entered-in-error");
  }

  @Test
  void anOldMeasurementSaysNothingAboutToday() throws Exception {
    String old =
        Instant.now().minus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString();
    Bundle bundle =
        answer(
            temperature(
                "\"effectiveDateTime\": \""
                    + old
                    + "\", \"valueQuantity\": "
                    + quantity("41", "Cel")));

    assertThat(kept(bundle, "$.presentation.findings").toString()).isEqualTo("{}");
    assertThat(first(bundle, OperationOutcome.class).getIssueFirstRep().getDiagnostics())
        .contains("older than 14 days");
  }

  @Test
  void aPastClotIsHistoryAndAPastSymptomIsNot() throws Exception {
    String symptom = Hooks.CONDITIONS.replace("128053003", "267036007");
    Bundle history = answer(Hooks.CONDITIONS);
    Bundle past = answer(symptom);

    assertThat(kept(history, "$.presentation.findings.HX_DVT_PE")).isEqualTo("present");
    assertThat(kept(past, "$.presentation.findings").toString()).isEqualTo("{}");
    assertThat(first(past, OperationOutcome.class).getIssueFirstRep().getDiagnostics())
        .contains("is over");
  }

  @Test
  void anOldSymptomSaysNothingAboutToday() throws Exception {
    Bundle old =
        answer(
            Hooks.CONDITIONS
                .replace("128053003", "267036007")
                .replace("resolved", "active")
                .replace("\"id\": \"c1\",", "\"id\": \"c1\", \"recordedDate\": \"2015-03-01\","));

    assertThat(kept(old, "$.presentation.findings").toString()).isEqualTo("{}");
  }

  @Test
  void refusesAnswersThatContradictEachOther() {
    String yes = Hooks.answers("CALF_SWELLING");
    String no = yes.replace("true", "false").replace("q1", "q2");

    assertRefused(bundle(yes, no), 422, "CALF_SWELLING");
  }

  @Test
  void theAgeIsThatOfTheBirthDateAndTheGenderIsNotTheSexAtBirth() throws Exception {
    String patient = Hooks.PATIENT.replace("\"birthDate\"", "\"gender\": \"male\", \"birthDate\"");
    Bundle bundle = answer(bundle(patient));

    assertThat(kept(bundle, "$.presentation.findings").toString())
        .contains("AGE_YEARS")
        .doesNotContain("SEX");
    assertThat(first(bundle, OperationOutcome.class).getIssueFirstRep().getDiagnostics())
        .contains("the administrative gender is not the sex at birth");
  }

  @Test
  void reportsWhatItDoesNotRead() throws Exception {
    Bundle bundle =
        answer(
            bundle(
                Hooks.answers("CALF_SWELLING", "FAVOURITE_COLOUR"),
                "{\"resourceType\": \"Medication\", \"id\": \"m1\"}"));

    assertThat(first(bundle, OperationOutcome.class).getIssue())
        .extracting(issue -> issue.getDiagnostics().lines().findFirst().orElse(""))
        .containsExactly(
            "QuestionnaireResponse/q1.item(FAVOURITE_COLOUR): the vocabulary has no such code",
            "Medication/m1: a Medication is not read");
  }

  @Test
  void readsParametersAsABundle() throws Exception {
    Bundle bundle = answer(parameters(resource(Hooks.PATIENT), resource(bundle(ANSWERS))));

    assertThat(first(bundle, GuidanceResponse.class).getSubject().getReference())
        .isEqualTo("Patient/p1");
    assertThat(bundle.getEntry()).hasSameSizeAs(answer(bundle(Hooks.PATIENT, ANSWERS)).getEntry());
  }

  @Test
  void refusesParametersThatHoldNoResource() {
    String odd = parameters("{\"name\": \"a\", \"valueString\": \"b\"}", resource(ANSWERS));

    assertRefused(odd, 422, "Parameters.parameter[0]: this parameter holds no resource");
  }

  @Test
  void saysWhatItCanDo() throws Exception {
    FhirValidation.assertValid(read("/fhir/metadata"));
    FhirValidation.assertValid(read("/fhir/OperationDefinition/assess"));
    assertThat(http.get().uri("/fhir/OperationDefinition/guess")).hasStatus(404);
  }

  @Test
  void readsNothingWhoseMeaningIsModified() {
    String modified =
        Hooks.answers("CALF_SWELLING")
            .replace(
                "\"id\":",
                "\"modifierExtension\": [{\"url\": \"urn:not\", \"valueBoolean\": true}], \"id\":");

    assertRefused(modified, 422, "modifierExtension");
  }

  @Test
  void readsNoAnswersToAnotherQuestionnaire() throws Exception {
    Bundle bundle =
        answer(
            Hooks.answers("CALF_SWELLING")
                .replace("\"id\":", "\"questionnaire\": \"urn:other\", \"id\":"));

    assertThat(kept(bundle, "$.presentation.findings").toString()).isEqualTo("{}");
  }

  @Test
  void refusesABirthDateInTheFuture() {
    assertRefused(Hooks.PATIENT.replace("1990", "2990"), 422, "2990-05-17 is in the future");
  }

  @Test
  void refusesSeveralPeople() {
    String other = Hooks.answers("CALF_SWELLING").replace("Patient/p1", "Patient/p2");

    assertRefused(bundle(Hooks.PATIENT, other), 422, "2 different people");
  }

  @Test
  void refusesWhatIsNoFhir() {
    assertRefused("", 400, "no FHIR R4 resource");
    assertRefused("{", 400, "no FHIR R4 resource");
    assertRefused("{\"resourceType\": \"Pony\"}", 400, "Pony");
    assertRefused(
        "{\"resourceType\": \"Patient\", \"birthDate\": \"yesterday\"}", 400, "yesterday");
    assertRefused("{\"resourceType\": \"Medication\"}", 422, "a Medication cannot be assessed");
  }

  @Test
  void refusesOtherContentTypesAndLongBodies() {
    assertThat(post("/fhir/$assess", "application/xml", "<Patient/>")).hasStatus(415);
    assertThat(post("/fhir/$assess", "application/fhir+json", " ".repeat(10_000_000)))
        .hasStatus(413);
  }

  @Test
  void keepsNothingOfWhatItRefuses() {
    long before = jdbc.sql("select count(*) from assessment").query(Long.class).single();

    post("/fhir/$assess", "application/fhir+json", Hooks.PATIENT.replace("1990", "2990"));

    assertThat(jdbc.sql("select count(*) from assessment").query(Long.class).single())
        .isEqualTo(before);
  }

  private Object kept(Bundle answer, String path) {
    String id = first(answer, GuidanceResponse.class).getIdentifierFirstRep().getValue();
    Object[] found = new Object[1];
    assertThat(http.get().uri("/assessments/" + id.substring("urn:uuid:".length())))
        .bodyJson()
        .extractingPath(path)
        .satisfies(value -> found[0] = value);
    return found[0];
  }

  private void assertRefused(String body, int status, String text) {
    MvcTestResult result = post("/fhir/$assess", "application/fhir+json", body);

    assertThat(result)
        .hasStatus(status)
        .hasContentType("application/fhir+json")
        .bodyText()
        .contains("OperationOutcome", text);
  }

  private Bundle answer(String body) throws Exception {
    MvcTestResult result = post("/fhir/$assess", "application/fhir+json", body);
    assertThat(result).hasStatusOk();
    return FHIR.newJsonParser()
        .parseResource(
            Bundle.class, result.getResponse().getContentAsString(StandardCharsets.UTF_8));
  }

  private static <T extends Resource> T first(Bundle bundle, Class<T> type) {
    return bundle.getEntry().stream()
        .map(BundleEntryComponent::getResource)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  private Resource read(String uri) throws Exception {
    return (Resource)
        FHIR.newJsonParser()
            .parseResource(http.get().uri(uri).exchange().getResponse().getContentAsString());
  }

  private static String parameters(String... parameters) {
    return "{\"resourceType\": \"Parameters\", \"parameter\": ["
        + String.join(", ", parameters)
        + "]}";
  }

  private static String resource(String resource) {
    return "{\"name\": \"resource\", \"resource\": " + resource + "}";
  }

  private static String bundle(String... resources) {
    return "{\"resourceType\": \"Bundle\", \"type\": \"collection\", \"entry\": [{\"resource\": "
        + String.join("}, {\"resource\": ", resources)
        + "}]}";
  }

  private static String temperature(String value) {
    return """
        {"resourceType": "Observation", "id": "o1", "status": "final",
         "code": {"coding": [{"system": "http://loinc.org", "code": "8310-5"}]}, %s}"""
        .formatted(value);
  }

  private static String quantity(String value, String unit) {
    return """
        {"value": %s, "system": "http://unitsofmeasure.org", "code": "%s"}"""
        .formatted(value, unit);
  }

  private MvcTestResult post(String uri, String type, String body) {
    return http.post()
        .uri(uri)
        .header("Content-Type", type)
        .content(body.getBytes(StandardCharsets.UTF_8))
        .exchange();
  }
}
