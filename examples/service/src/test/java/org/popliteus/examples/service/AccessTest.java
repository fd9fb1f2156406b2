package org.popliteus.examples.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON;

import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** With tokens, as it is unless somebody says otherwise. */
@ServiceTest
class AccessTest {
  private static final Issuer ISSUER = new Issuer();

  @Autowired private MockMvcTester http;

  @DynamicPropertySource
  static void allow(DynamicPropertyRegistry settings) {
    settings.add("popliteus.access.open", () -> false);
    settings.add("popliteus.access.base-url", () -> "https://popliteus.example");
    settings.add("popliteus.access.clients[0].issuer", () -> Issuer.NAME);
    settings.add("popliteus.access.clients[0].keys", ISSUER::keys);
  }

  @AfterAll
  static void stop() {
    ISSUER.close();
  }

  @Test
  void takesATokenOfAnAllowedIssuer() {
    assertThat(ask(ISSUER.token(claims -> {}))).hasStatusOk();
  }

  @Test
  void takesATokenOnce() {
    String token = ISSUER.token(claims -> {});

    assertThat(ask(token)).hasStatusOk();
    assertRefused(token);
    assertThat(ask(ISSUER.token(claims -> {}))).hasStatusOk();
  }

  @Test
  void refusesWhoShowsNone() {
    assertThat(http.post().uri(Hooks.SERVICE).contentType(APPLICATION_JSON).content("{}"))
        .hasStatus(401)
        .hasContentType(APPLICATION_PROBLEM_JSON)
        .headers()
        .hasHeaderSatisfying(
            "WWW-Authenticate",
            values -> assertThat(values).singleElement().asString().startsWith("Bearer"));
  }

  @Test
  void refusesAForgedToken() {
    assertRefused(ISSUER.forged());
  }

  @Test
  void refusesATokenWithoutASignature() {
    String[] parts = ISSUER.token(claims -> {}).split("\\.", -1);

    assertRefused("eyJhbGciOiJub25lIn0." + parts[1] + ".");
  }

  @Test
  void refusesWhatIsNoToken() {
    assertRefused("' or '1'='1");
    assertRefused("a.b.c");
  }

  @Test
  void refusesATokenWhoseTimeIsOver() {
    Instant now = Instant.now();

    assertRefused(
        ISSUER.token(
            claims ->
                claims
                    .issueTime(Date.from(now.minusSeconds(300)))
                    .expirationTime(Date.from(now.minusSeconds(60)))));
  }

  @Test
  void refusesATokenThatHoldsForLong() {
    assertRefused(
        ISSUER.token(claims -> claims.expirationTime(Date.from(Instant.now().plusSeconds(3600)))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"exp", "iat", "jti", "aud", "iss"})
  void refusesATokenThatLacks(String claim) {
    assertRefused(ISSUER.token(claims -> claims.claim(claim, null)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://other.example", "https://popliteus.example.evil.example/"})
  void refusesATokenForSomebodyElse(String audience) {
    assertRefused(ISSUER.token(claims -> claims.audience(audience)));
  }

  @Test
  void refusesATokenOfAnotherIssuer() {
    assertRefused(ISSUER.token(claims -> claims.issuer("https://evil.example")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/vocabulary",
        "/cds-services",
        "/fhir/metadata",
        "/actuator/health",
        "/v3/api-docs"
      })
  void needsNoTokenForWhatSaysNothingAboutAnybody(String uri) {
    assertThat(http.get().uri(uri)).hasStatusOk();
  }

  @Test
  void doesNotOpenThePageToEverybody() {
    assertThat(http.get().uri("/")).hasStatusOk().bodyText().contains("This page is not open");
    assertThat(http.post().uri("/").param("do", "stop")).hasStatus(401);
    assertThat(http.get().uri("/page/page.css")).hasStatusOk();
  }

  @Test
  void needsATokenForTheAudit() {
    assertThat(http.get().uri("/assessments/d1577c69-dfbe-44ad-ba6d-3e05e953b2ea")).hasStatus(401);
    assertThat(http.delete().uri("/assessments/d1577c69-dfbe-44ad-ba6d-3e05e953b2ea"))
        .hasStatus(401);
  }

  @Test
  void doesNotStartWithoutAnybodyWhoMayAsk() {
    assertThatThrownBy(
            () ->
                SpringApplication.run(
                    PopliteusService.class, "--spring.datasource.url=jdbc:h2:mem:nobody"))
        .hasRootCauseMessage(
            "nobody may ask: popliteus.access has no clients\n"
                + "  Maybe set popliteus.access.clients[0].issuer and .keys, or, to try it on this"
                + " machine alone, popliteus.access.open=true.");
  }

  private void assertRefused(String token) {
    assertThat(ask(token)).hasStatus(401).hasContentType(APPLICATION_PROBLEM_JSON);
  }

  private MvcTestResult ask(String token) {
    return http.post()
        .uri(Hooks.SERVICE)
        .header("Authorization", "Bearer " + token)
        .contentType(APPLICATION_JSON)
        .content(Hooks.all(Hooks.answers("CALF_SWELLING")))
        .exchange();
  }
}
