package org.popliteus.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.interview.Question;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

/** What the page asks, as a browser without scripts sees it. */
@ServiceTest
class PageTest {
  @Autowired private MockMvcTester http;
  @Autowired private Advisor advisor;
  @Autowired private JdbcClient database;
  private Forms forms;

  @BeforeEach
  void begin() {
    forms = new Forms(http, advisor, database);
  }

  @Test
  void everyRegionOfTheDrawingIsAQuestionOfTheListToo() throws Exception {
    String page = forms.text(forms.start());

    assertThat(forms.found("data-code=\"(\\w+)\"", page))
        .hasSize(10)
        .isSubsetOf(advisor.knowledge().findingCodes())
        .isSubsetOf(forms.found("name=\"place\" value=\"(\\w+)\"", page));
  }

  @Test
  void theListHasEveryQuestionOfTheGroupsThatAreDrawn() throws Exception {
    String page = forms.text(forms.start());

    Set<String> groups =
        forms.found("data-code=\"(\\w+)\"", page).stream()
            .map(code -> forms.finding(code).group())
            .collect(Collectors.toSet());
    assertThat(forms.found("name=\"place\" value=\"(\\w+)\"", page))
        .containsExactlyElementsOf(
            advisor.knowledge().findings().stream()
                .filter(finding -> groups.contains(finding.group()))
                .filter(finding -> !finding.examination())
                .map(FindingDefinition::code)
                .toList());
  }

  @Test
  void asksWhatTheEnginePutsFirst() throws Exception {
    Question first = forms.first("PAIN_CALF");

    String page = forms.text(forms.post("place=PAIN_CALF", "do=begin"));

    assertThat(page)
        .contains("name=\"question\" value=\"" + first.code() + "\"")
        .contains(HtmlUtils.htmlEscape(first.text(), "UTF-8"))
        .contains(HtmlUtils.htmlEscape(first.reason(), "UTF-8"));
  }

  @Test
  void whatIsNotMarkedStaysOpenUnlessThatIsAll() throws Exception {
    assertThat(forms.said(forms.post("place=PAIN_CALF", "do=begin")))
        .containsExactly("PAIN_CALF=present");
    assertThat(forms.said(forms.post("place=PAIN_CALF", "rest=yes", "do=begin")))
        .singleElement()
        .asString()
        .contains("PAIN_CALF=present", "PAIN_ANTERIOR_KNEE=absent", "BILATERAL=absent");
  }

  @Test
  void carriesTheAnswersInTheFormAndNowhereElse() throws Exception {
    MvcTestResult page =
        forms.post("said=PAIN_CALF=present", "question=FEVER", "answer=unknown", "side=left");

    assertThat(forms.said(page)).containsExactly("PAIN_CALF=present", "FEVER=unknown");
    assertThat(page).headers().doesNotContainHeaders("Set-Cookie", "Location");
    assertThat(forms.text(page)).contains("name=\"side\" value=\"left\"");
  }

  @Test
  void takesTheLastAnswerBackAndAsksAgain() throws Exception {
    String code = forms.first("PAIN_CALF").code();

    MvcTestResult page =
        forms.post("said=PAIN_CALF=present", "said=" + code + "=absent", "do=back");

    assertThat(forms.said(page)).containsExactly("PAIN_CALF=present");
    assertThat(forms.text(page)).contains("name=\"question\" value=\"" + code + "\"");
  }

  @Test
  void goesBackToTheDrawingWithItsMarks() throws Exception {
    MvcTestResult page =
        forms.post("said=PAIN_CALF=present PAIN_ANTERIOR_KNEE=absent", "side=left", "do=back");

    assertThat(forms.found("id=\"place-(\\w+)\" checked", forms.text(page)))
        .containsExactly("PAIN_CALF");
    assertThat(forms.text(page))
        .contains("class=\"region on\" data-code=\"PAIN_CALF\"")
        .contains("name=\"rest\" value=\"yes\" checked", "id=\"side-left\" checked");
  }

  @Test
  void saysAtTheFieldWhatIsWrongWithANumberAndLosesNothing() throws Exception {
    MvcTestResult page =
        forms.post("said=PAIN_CALF=present", "question=AGE_YEARS", "answer=number", "number=400");

    assertThat(page).hasStatus(422);
    assertThat(forms.said(page)).containsExactly("PAIN_CALF=present");
    assertThat(forms.text(page))
        .contains("value=\"400\"", "aria-describedby=\"range wrong\"", "aria-invalid=\"true\"")
        .contains("Please type a number from 0 to 110 years.");
  }

  @Test
  void takesANumberWithAComma() throws Exception {
    MvcTestResult page =
        forms.post("said=PAIN_CALF=present", "question=TEMP_C", "answer=number", "number= 37,5 ");

    assertThat(forms.text(forms.post("said=" + forms.said(page).get(1), "do=summary")))
        .contains("37.5 °C");
  }

  @Test
  void asksForAnExaminationOnlyWhereSomebodyExamines() throws Exception {
    String examination =
        advisor.knowledge().findings().stream()
            .filter(one -> one.examination() && one.after() == null)
            .findFirst()
            .orElseThrow()
            .code();
    String asked = "name=\"question\" value=\"" + examination + "\"";

    assertThat(
            forms.text(
                forms.post("said=PAIN_CALF=present", "question=" + examination, "do=change")))
        .doesNotContain(asked);
    assertThat(
            forms.text(
                forms.post(
                    "said=PAIN_CALF=present",
                    "clinician=yes",
                    "question=" + examination,
                    "do=change")))
        .contains(asked, "name=\"clinician\" value=\"yes\"");
  }
}
