package org.popliteus.examples.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
@TestPropertySource(properties = "popliteus.access.origins=https://ehr.example")
class CdsHooksTest {
  @Autowired private MockMvcTester http;
  @Autowired private JsonMapper json;

  @Test
  void saysWhatItOffers() {
    assertThat(http.get().uri("/cds-services"))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"services": [{"hook": "patient-view", "id": "posterior-knee-patient-view",
              "prefetch": {"patient": "Patient/{{context.patientId}}"}}]}""");
  }

  @Test
  void anEmergencyIsACriticalCard() throws Exception {
    JsonNode card = cards(Hooks.all(Hooks.answers("CHEST_PAIN", "BREATHLESSNESS"))).get(0);

    assertThat(card.get("indicator").asString()).isEqualTo("critical");
    assertThat(card.get("summary").asString()).startsWith("Emergency: ");
  }

  @Test
  void whatCanWaitForDaysIsAWarning() throws Exception {
    JsonNode card = cards(Hooks.patientView("\"answers\": " + Hooks.answers("PAIN_CALF"))).get(0);

    assertThat(card.get("indicator").asString()).isEqualTo("warning");
  }

  @Test
  void theRankingFollowsAsInformation() throws Exception {
    List<JsonNode> cards = cards(Hooks.all(Hooks.answers("CALF_SWELLING")));

    assertThat(cards)
        .extracting(card -> card.get("indicator").asString())
        .containsExactly("critical", "info");
    assertThat(cards.get(1).get("detail").asString()).contains("not a probability");
  }

  @Test
  void everyCardIsAsTheSpecificationWantsIt() throws Exception {
    for (JsonNode card : cards(Hooks.all(Hooks.answers("CALF_SWELLING", "CHEST_PAIN", "FEVER")))) {
      assertThat(card.get("summary").asString().length()).isBetween(1, 139);
      assertThat(card.at("/source/label").asString()).startsWith("Popliteus posterior-knee");
      assertThat(card.get("overrideReasons")).isNotEmpty();
      assertThat(card.get("links"))
          .isNotEmpty()
          .allSatisfy(link -> assertThat(link.get("url").asString()).startsWith("https://"));
      assertThat(card.has("suggestions")).isEqualTo(card.has("selectionBehavior"));
    }
  }

  @Test
  void suggestsADraftRequestForEachAction() throws Exception {
    JsonNode card = cards(Hooks.all(Hooks.answers("CALF_SWELLING"))).get(0);

    assertThat(card.get("selectionBehavior").asString()).isEqualTo("any");
    JsonNode resource = card.at("/suggestions/0/actions/0/resource");
    assertThat(resource.get("resourceType").asString()).isEqualTo("ServiceRequest");
    assertThat(resource.get("status").asString()).isEqualTo("draft");
    assertThat(resource.at("/subject/reference").asString()).isEqualTo("Patient/p1");
  }

  @Test
  void aPartialPrefetchIsAnsweredAndSaysWhatIsMissing() throws Exception {
    String partial = Hooks.patientView("\"answers\": " + Hooks.answers("CALF_SWELLING"));

    assertThat(cards(partial).get(0).get("detail").asString())
        .contains("Not given: patient, conditions, observations.");
  }

  @Test
  void nothingUsableIsAFailedPrecondition() {
    assertThat(ask(Hooks.patientView("\"patient\": " + Hooks.PATIENT + ", \"answers\": null")))
        .hasStatus(412)
        .bodyJson()
        .extractingPath("$.detail")
        .isEqualTo("nothing usable was prefetched; missing: conditions, observations, answers");
  }

  @Test
  void aRequestWithoutPrefetchIsAFailedPrecondition() {
    assertThat(
            ask(
                """
                {"hook": "patient-view", "hookInstance": "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
                 "context": {"patientId": "p1"}}"""))
        .hasStatus(412);
  }

  @Test
  void aRecordWithoutAKneeGetsNoCards() throws Exception {
    String other =
        Hooks.patientView(
            "\"patient\": %s, \"conditions\": %s, \"observations\": %s, \"answers\": %s"
                .formatted(Hooks.PATIENT, Hooks.NOTHING, Hooks.NOTHING, Hooks.NOTHING));

    assertThat(cards(other)).isEmpty();
  }

  @Test
  void namesEverythingThatIsWrongWithARequest() {
    assertThat(ask("{\"hook\": \"order-sign\", \"hookInstance\": \"x\", \"prefetch\": []}"))
        .hasStatus(400)
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"problems": [{"at": "/hook"}, {"at": "/hookInstance"}, {"at": "/context/patientId"},
              {"at": "/prefetch"}]}""");
  }

  @Test
  void refusesBrokenJsonAndUnknownServicesAndUnknownResources() {
    assertThat(ask("{")).hasStatus(400);
    assertThat(post("/cds-services/other", Hooks.all(Hooks.NOTHING))).hasStatus(404);
    assertThat(ask(Hooks.patientView("\"patient\": {\"resourceType\": \"Pony\"}"))).hasStatus(400);
  }

  @Test
  void refusesResourcesOfAnotherPatient() {
    String other = Hooks.answers("CALF_SWELLING").replace("Patient/p1", "Patient/p2");

    assertThat(ask(Hooks.all(other)))
        .hasStatus(422)
        .bodyText()
        .contains("about 2 different people");
  }

  @Test
  void refusesABirthDateInTheFuture() {
    String request = Hooks.all(Hooks.answers("CALF_SWELLING")).replace("1990-05-17", "2990-05-17");

    assertThat(ask(request)).hasStatus(422).bodyText().contains("in the future");
  }

  @Test
  void markupInARecordStaysText() throws Exception {
    String observation =
        """
        {"resourceType": "Observation", "id": "o1", "status": "final",
         "subject": {"reference": "Patient/p1"},
         "code": {"coding": [{"system": "http://loinc.org", "code": "8310-5"}]},
         "valueQuantity": {"value": 38, "unit": "<img src=x>"}}""";
    String request =
        Hooks.patientView(
            "\"observations\": %s, \"answers\": %s"
                .formatted(observation, Hooks.answers("CALF_SWELLING")));

    assertThat(cards(request).get(0).get("detail").asString())
        .contains("&lt;img src=x&gt;")
        .doesNotContain("<img");
  }

  @Test
  void letsOnlyAllowedPagesAsk() {
    assertThat(http.get().uri("/cds-services").header("Origin", "https://ehr.example"))
        .hasStatusOk()
        .hasHeader("Access-Control-Allow-Origin", "https://ehr.example");
    assertThat(http.get().uri("/cds-services").header("Origin", "https://other.example"))
        .hasStatus(403);
  }

  private List<JsonNode> cards(String request) throws Exception {
    MvcTestResult result = ask(request);
    assertThat(result).hasStatusOk();
    JsonNode body = json.readTree(result.getResponse().getContentAsByteArray());
    return body.get("cards").valueStream().toList();
  }

  private MvcTestResult ask(String request) {
    return post(Hooks.SERVICE, request);
  }

  private MvcTestResult post(String uri, String body) {
    return http.post()
        .uri(uri)
        .contentType(APPLICATION_JSON)
        .content(body.getBytes(StandardCharsets.UTF_8))
        .exchange();
  }
}
