package org.popliteus.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.popliteus.engine.Advisor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the page answers, and what of it is kept. */
@ServiceTest
class PageAnswerTest {
  @Autowired private MockMvcTester http;
  @Autowired private Advisor advisor;
  @Autowired private JdbcClient database;
  private Forms forms;

  @BeforeEach
  void begin() {
    forms = new Forms(http, advisor, database);
  }

  @Test
  void changesAnAnswerThatWasGivenLongAgo() throws Exception {
    MvcTestResult page =
        forms.post(
            "said=PAIN_CALF=present",
            "said=AGE_YEARS=34",
            "said=FEVER=absent",
            "do=change",
            "question=AGE_YEARS");

    assertThat(forms.said(page)).containsExactly("PAIN_CALF=present", "FEVER=absent");
    assertThat(forms.text(page))
        .contains("name=\"question\" value=\"AGE_YEARS\"", "value=\"34\"", "name=\"once\"");
  }

  @Test
  void showsTheAnswerAgainOnceAnAnswerIsChanged() throws Exception {
    MvcTestResult page =
        forms.post(
            "said=PAIN_CALF=present",
            "once=yes",
            "question=AGE_YEARS",
            "answer=number",
            "number=35");

    assertThat(forms.text(page)).contains("data-done").doesNotContain("name=\"once\"");
    assertThat(forms.said(page)).containsExactly("PAIN_CALF=present", "AGE_YEARS=35");
  }

  @Test
  void keepsNothingWhileItAsksAndTheAnswerOnce() throws Exception {
    int before = forms.kept();
    forms.post("place=PAIN_CALF", "do=begin");
    forms.post("said=PAIN_CALF=present", "question=FEVER", "answer=absent");
    assertThat(forms.kept()).isEqualTo(before);

    String answer = forms.text(forms.post("said=PAIN_CALF=present", "do=stop"));
    assertThat(forms.kept()).isEqualTo(before + 1);

    String id = forms.found("name=\"kept\" value=\"([-\\w]+)\"", answer).iterator().next();
    forms.post("said=PAIN_CALF=present", "kept=" + id, "do=summary");
    forms.post("said=PAIN_CALF=present", "kept=" + id, "do=again");
    assertThat(forms.kept()).isEqualTo(before + 1);
    assertThat(http.get().uri("/assessments/" + id))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.door")
        .isEqualTo("page");
  }

  @Test
  void answersAnEmergencyAtOnceAndKeepsIt() throws Exception {
    int before = forms.kept();

    String page =
        forms.text(forms.post("said=PAIN_CALF=present", "question=CHEST_PAIN", "answer=present"));

    assertThat(page)
        .contains("banner EMERGENCY", "role=\"alert\"", "Call your local emergency number")
        .contains("name=\"seen\" value=\"EMERGENCY\"");
    assertThat(forms.kept()).isEqualTo(before + 1);
  }

  @Test
  void goesOnAskingAfterAnEmergencyWasShown() throws Exception {
    String[] shown = {"said=PAIN_CALF=present CHEST_PAIN=present", "seen=EMERGENCY"};

    assertThat(forms.text(forms.post(shown[0], shown[1], "do=on")))
        .contains("banner small EMERGENCY");
    assertThat(forms.text(forms.post(shown[0], shown[1], "question=FEVER", "answer=absent")))
        .contains("banner small EMERGENCY");
  }

  @Test
  void showsAnEmergencyThatComesAfterAnotherAnswer() throws Exception {
    assertThat(
            forms.text(
                forms.post(
                    "said=PAIN_CALF=present",
                    "seen=SELF_CARE",
                    "question=CHEST_PAIN",
                    "answer=present")))
        .contains("banner EMERGENCY");
  }

  @Test
  void doesNotCalmAnybodyWhileQuestionsAreOpen() throws Exception {
    assertThat(forms.text(forms.post("said=PAIN_CALF=present", "said=FEVER=absent", "do=on")))
        .contains("banner small PROVISIONAL");
    assertThat(forms.text(forms.post("said=PAIN_CALF=present", "said=FEVER=absent", "do=stop")))
        .contains("banner PROVISIONAL", "what they ask about is not excluded.")
        .contains(forms.finding("CHEST_PAIN").question());
  }

  @Test
  void saysWhyACauseCameAndWhyAnotherDidNot() throws Exception {
    String page = forms.text(forms.post("said=CALF_SWELLING=present PAIN_CALF=present", "do=stop"));

    assertThat(page)
        .contains("id=\"cause-DVT\"", "What speaks for it", "DVT-01", "Before any answer")
        .contains("id=\"cause-CECS\"", "What else would speak for it", "It would come");
  }

  @Test
  void doesNotSpeakAgainstARestraintThatOnlyWaits() throws Exception {
    String page = forms.text(forms.post("said=PAIN_CALF=present CHEST_PAIN=present", "do=stop"));

    String dont = page.substring(page.indexOf("class=\"dont\""));
    String against = dont.substring(0, dont.indexOf("</section>"));
    String restraint = "Stop running for now";
    assertThat(against).contains("Not now:", "Foam rolling").doesNotContain(restraint);
    assertThat(page).contains("Held back until you have been seen", "<li>" + restraint + "</li>");
  }

  @Test
  void namesNoLegThatNobodyNamed() throws Exception {
    assertThat(forms.text(forms.post("said=CALF_SWELLING=present", "do=summary")))
        .doesNotContain("Left leg", "Right leg");
  }

  @Test
  void sumsItUpForTheDoctor() throws Exception {
    String page =
        forms.text(
            forms.post(
                "said=CALF_SWELLING=present AGE_YEARS=34 FEVER=unknown",
                "side=left",
                "do=summary"));

    assertThat(page)
        .contains("<dt>Age</dt><dd>34 years</dd>", "<dt>Fever</dt><dd>not known</dd>", "Left leg")
        .contains("RF-07a, nice-ng158", "Not answered, so not excluded", "Chest pain")
        .contains(advisor.version().sha256(), advisor.version().engineVersion());
  }
}
