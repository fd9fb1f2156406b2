package org.popliteus.examples.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_FORM_URLENCODED;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The page without a token, where all else needs one. */
@ServiceTest
@TestPropertySource(
    properties = {
      "popliteus.access.open=false",
      "popliteus.access.page=true",
      "popliteus.access.clients[0].issuer=https://ehr.example",
      "popliteus.access.clients[0].keys=https://ehr.example/keys"
    })
class OpenPageTest {
  @Autowired private MockMvcTester http;

  @Test
  void answersOnThePage() {
    assertThat(http.get().uri("/")).hasStatusOk().bodyText().contains("Where does it hurt?");
    assertThat(
            http.post()
                .uri("/")
                .contentType(APPLICATION_FORM_URLENCODED)
                .param("said", "CHEST_PAIN=present")
                .param("do", "stop"))
        .hasStatusOk()
        .bodyText()
        .contains("banner EMERGENCY");
  }

  @Test
  void answersNobodyElse() {
    assertThat(http.post().uri("/assessments").contentType(APPLICATION_JSON).content("{}"))
        .hasStatus(401);
    assertThat(http.get().uri("/assessments/d1577c69-dfbe-44ad-ba6d-3e05e953b2ea")).hasStatus(401);
  }
}
