package org.popliteus.examples.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_FORM_URLENCODED;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.interview.Interview;
import org.popliteus.engine.interview.Question;
import org.popliteus.engine.interview.Setting;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

/** The page at /, as a browser without scripts uses it. */
@ServiceTest
class PageTest {
  private static final Path TEXTS =
      Path.of("src/main/resources/org/popliteus/examples/service/page");

  @Autowired private MockMvcTester http;
  @Autowired private Advisor advisor;
  @Autowired private JdbcClient database;

  @Test
  void everyRegionOfTheDrawingIsAQuestionOfTheListToo() throws Exception {
    String page = text(http.get().uri("/").exchange());

    assertThat(found("data-code=\"(\\w+)\"", page))
        .hasSize(10)
        .isSubsetOf(advisor.knowledge().findingCodes())
        .isSubsetOf(found("name=\"place\" value=\"(\\w+)\"", page));
  }

  @Test
  void theListHasEveryQuestionOfTheGroupsThatAreDrawn() throws Exception {
    String page = text(http.get().uri("/").exchange());

    Set<String> groups =
        found("data-code=\"(\\w+)\"", page).stream()
            .map(code -> finding(code).group())
            .collect(Collectors.toSet());
    assertThat(found("name=\"place\" value=\"(\\w+)\"", page))
        .containsExactlyElementsOf(
            advisor.knowledge().findings().stream()
                .filter(finding -> groups.contains(finding.group()))
                .filter(finding -> !finding.examination())
                .map(FindingDefinition::code)
                .toList());
  }

  @Test
  void saysOnEveryPageThatNobodyReviewedIt() throws Exception {
    String notice = "Not reviewed by clinicians. Not a medical device.";

    assertThat(text(http.get().uri("/").exchange())).contains(notice);
    assertThat(text(post("place=PAIN_CALF", "do=begin"))).contains(notice);
    assertThat(text(post("said=PAIN_CALF=present", "do=stop"))).contains(notice);
    assertThat(text(post("said=PAIN_CALF=present", "do=summary"))).contains(notice);
  }

  @Test
  void asksWhatTheEnginePutsFirst() throws Exception {
    Question first = first("PAIN_CALF");

    String page = text(post("place=PAIN_CALF", "do=begin"));

    assertThat(page)
        .contains("name=\"question\" value=\"" + first.code() + "\"")
        .contains(HtmlUtils.htmlEscape(first.text(), "UTF-8"))
        .contains(HtmlUtils.htmlEscape(first.reason(), "UTF-8"));
  }

  @Test
  void whatIsNotMarkedStaysOpenUnlessThatIsAll() throws Exception {
    assertThat(said(post("place=PAIN_CALF", "do=begin"))).containsExactly("PAIN_CALF=present");
    assertThat(said(post("place=PAIN_CALF", "rest=yes", "do=begin")))
        .singleElement()
        .asString()
        .contains("PAIN_CALF=present", "PAIN_ANTERIOR_KNEE=absent", "BILATERAL=absent");
  }

  @Test
  void carriesTheAnswersInTheFormAndNowhereElse() throws Exception {
    MvcTestResult page =
        post("said=PAIN_CALF=present", "question=FEVER", "answer=unknown", "side=left");

    assertThat(said(page)).containsExactly("PAIN_CALF=present", "FEVER=unknown");
    assertThat(page).headers().doesNotContainHeaders("Set-Cookie", "Location");
    assertThat(text(page)).contains("name=\"side\" value=\"left\"");
  }

  @Test
  void takesTheLastAnswerBackAndAsksAgain() throws Exception {
    String code = first("PAIN_CALF").code();

    MvcTestResult page = post("said=PAIN_CALF=present", "said=" + code + "=absent", "do=back");

    assertThat(said(page)).containsExactly("PAIN_CALF=present");
    assertThat(text(page)).contains("name=\"question\" value=\"" + code + "\"");
  }

  @Test
  void goesBackToTheDrawingWithItsMarks() throws Exception {
    MvcTestResult page = post("said=PAIN_CALF=present PAIN_ANTERIOR_KNEE=absent", "do=back");

    assertThat(found("id=\"place-(\\w+)\" checked", text(page))).containsExactly("PAIN_CALF");
    assertThat(text(page)).contains("class=\"region on\" data-code=\"PAIN_CALF\"");
  }

  @Test
  void changesAnAnswerThatWasGivenLongAgo() throws Exception {
    MvcTestResult page =
        post(
            "said=PAIN_CALF=present",
            "said=AGE_YEARS=34",
            "said=FEVER=absent",
            "do=change",
            "question=AGE_YEARS");

    assertThat(said(page)).containsExactly("PAIN_CALF=present", "FEVER=absent");
    assertThat(text(page))
        .contains("name=\"question\" value=\"AGE_YEARS\"", "value=\"34\"", "name=\"once\"");
  }

  @Test
  void showsTheAnswerAgainOnceAnAnswerIsChanged() throws Exception {
    MvcTestResult page =
        post(
            "said=PAIN_CALF=present",
            "once=yes",
            "question=AGE_YEARS",
            "answer=number",
            "number=35");

    assertThat(text(page)).contains("data-done").doesNotContain("name=\"once\"");
    assertThat(said(page)).containsExactly("PAIN_CALF=present", "AGE_YEARS=35");
  }

  @Test
  void speaksTheLanguageThatThereIsAndSaysWhich() throws Exception {
    MvcTestResult page = http.get().uri("/").header("Accept-Language", "fi").exchange();

    assertThat(page).headers().hasValue("Content-Language", "en");
    assertThat(text(page)).contains("<html lang=\"en\">");
  }

  @Test
  void keepsNothingWhileItAsksAndTheAnswerOnce() throws Exception {
    int before = kept();
    post("place=PAIN_CALF", "do=begin");
    post("said=PAIN_CALF=present", "question=FEVER", "answer=absent");
    assertThat(kept()).isEqualTo(before);

    String answer = text(post("said=PAIN_CALF=present", "do=stop"));
    assertThat(kept()).isEqualTo(before + 1);

    String id = found("name=\"kept\" value=\"([-\\w]+)\"", answer).iterator().next();
    post("said=PAIN_CALF=present", "kept=" + id, "do=summary");
    post("said=PAIN_CALF=present", "kept=" + id, "do=again");
    assertThat(kept()).isEqualTo(before + 1);
    assertThat(http.get().uri("/assessments/" + id))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.door")
        .isEqualTo("page");
  }

  @Test
  void answersAnEmergencyAtOnceAndKeepsIt() throws Exception {
    int before = kept();

    String page = text(post("said=PAIN_CALF=present", "question=CHEST_PAIN", "answer=present"));

    assertThat(page)
        .contains("banner EMERGENCY", "role=\"alert\"", "Call your local emergency number")
        .contains("name=\"seen\" value=\"EMERGENCY\"");
    assertThat(kept()).isEqualTo(before + 1);
  }

  @Test
  void goesOnAskingAfterAnEmergencyWasShown() throws Exception {
    String[] shown = {"said=PAIN_CALF=present CHEST_PAIN=present", "seen=EMERGENCY"};

    assertThat(text(post(shown[0], shown[1], "do=on"))).contains("banner small EMERGENCY");
    assertThat(text(post(shown[0], shown[1], "question=FEVER", "answer=absent")))
        .contains("banner small EMERGENCY");
  }

  @Test
  void showsAnEmergencyThatComesAfterAnotherAnswer() throws Exception {
    assertThat(
            text(
                post(
                    "said=PAIN_CALF=present",
                    "seen=SELF_CARE",
                    "question=CHEST_PAIN",
                    "answer=present")))
        .contains("banner EMERGENCY");
  }

  @Test
  void doesNotCalmAnybodyWhileQuestionsAreOpen() throws Exception {
    assertThat(text(post("said=PAIN_CALF=present", "said=FEVER=absent", "do=on")))
        .contains("banner small PROVISIONAL");
    assertThat(text(post("said=PAIN_CALF=present", "said=FEVER=absent", "do=stop")))
        .contains("banner PROVISIONAL", "what they ask about is not excluded.")
        .contains(finding("CHEST_PAIN").question());
  }

  @Test
  void saysAtTheFieldWhatIsWrongWithANumberAndLosesNothing() throws Exception {
    MvcTestResult page =
        post("said=PAIN_CALF=present", "question=AGE_YEARS", "answer=number", "number=400");

    assertThat(page).hasStatus(422);
    assertThat(said(page)).containsExactly("PAIN_CALF=present");
    assertThat(text(page))
        .contains("value=\"400\"", "aria-describedby=\"range wrong\"", "aria-invalid=\"true\"")
        .contains("Please type a number from 0 to 110 years.");
  }

  @Test
  void takesANumberWithAComma() throws Exception {
    MvcTestResult page =
        post("said=PAIN_CALF=present", "question=TEMP_C", "answer=number", "number= 37,5 ");

    assertThat(text(post("said=" + said(page).get(1), "do=summary"))).contains("37.5 °C");
  }

  @Test
  void showsMarkupAsText() throws Exception {
    String script = "\"><script>alert(1)</script>";

    for (String page :
        List.of(
            text(post("question=AGE_YEARS", "answer=number", "number=" + script)),
            text(post("said=AGE_YEARS=" + script, "do=on")),
            text(post("said=" + script + "=present", "do=on")),
            text(post("question=" + script, "answer=present")),
            text(post("place=" + script, "do=begin")),
            text(post("question=FEVER", "answer=" + script)))) {
      assertThat(page).doesNotContain("<script>alert").contains("&lt;script&gt;alert");
    }
  }

  @Test
  void takesSqlForWhatItIs() throws Exception {
    int before = kept();

    String sql = "'; DROP TABLE assessment; --";
    assertThat(post("question=AGE_YEARS", "answer=number", "number=" + sql)).hasStatus(422);
    assertThat(post("said=AGE_YEARS=" + sql, "do=stop")).hasStatus(422);

    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void namesAnswersThatAreNoneAndKeepsTheOthers() throws Exception {
    MvcTestResult page =
        post("said=PAIN_CALF=present CALF_SWELING=present", "said=AGE_YEARS=400", "do=on");

    assertThat(page).hasStatus(422);
    assertThat(text(page)).contains("Maybe CALF_SWELLING?", "AGE_YEARS");
    assertThat(said(page)).containsExactly("PAIN_CALF=present");
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

    assertThat(text(post("said=PAIN_CALF=present", "question=" + examination, "do=change")))
        .doesNotContain(asked);
    assertThat(
            text(
                post(
                    "said=PAIN_CALF=present",
                    "clinician=yes",
                    "question=" + examination,
                    "do=change")))
        .contains(asked, "name=\"clinician\" value=\"yes\"");
  }

  @Test
  void saysWhyACauseCameAndWhyAnotherDidNot() throws Exception {
    String page = text(post("said=CALF_SWELLING=present PAIN_CALF=present", "do=stop"));

    assertThat(page)
        .contains("id=\"cause-DVT\"", "What speaks for it", "DVT-01", "Before any answer")
        .contains("id=\"cause-CECS\"", "What else would speak for it", "It would come");
  }

  @Test
  void sumsItUpForTheDoctor() throws Exception {
    String page =
        text(
            post(
                "said=CALF_SWELLING=present AGE_YEARS=34 FEVER=unknown",
                "side=left",
                "do=summary"));

    assertThat(page)
        .contains("<dt>Age</dt><dd>34 years</dd>", "<dt>Fever</dt><dd>not known</dd>", "Left leg")
        .contains("RF-07a, nice-ng158", "Not answered, so not excluded", "Chest pain")
        .contains(advisor.version().sha256(), advisor.version().engineVersion());
  }

  @Test
  void letsNothingRunOrLoadThatIsNotItsOwn() throws Exception {
    MvcTestResult page = post("said=CALF_SWELLING=present", "do=stop");

    assertThat(page)
        .headers()
        .hasHeaderSatisfying(
            "Content-Security-Policy",
            policies ->
                assertThat(policies)
                    .singleElement()
                    .asString()
                    .contains("default-src 'none'")
                    .doesNotContain("unsafe"));
    assertThat(text(page)).doesNotContain(" style=", " onclick=", "<style", "javascript:");
    assertThat(found("src=\"([^\"]+)\"", text(page))).containsExactly("/page/page.js");
  }

  @Test
  void refusesAFormOfAnotherSite() {
    assertThat(
            http.post()
                .uri("/")
                .header("Origin", "https://evil.example")
                .contentType(APPLICATION_FORM_URLENCODED)
                .content("do=stop"))
        .hasStatus(403);
  }

  @Test
  void everyTextOfThePageIsUsedAndEveryTextUsedIsThere() throws Exception {
    Properties texts = new Properties();
    try (var reader = Files.newBufferedReader(TEXTS.resolve("messages.properties"))) {
      texts.load(reader);
    }
    StringBuilder uses = new StringBuilder();
    try (Stream<Path> templates = Files.list(TEXTS);
        Stream<Path> classes =
            Files.list(Path.of("src/main/java/org/popliteus/examples/service/page"))) {
      for (Path file : Stream.concat(templates, classes).toList()) {
        if (!file.toString().endsWith(".properties")) {
          uses.append(Files.readString(file));
        }
      }
    }
    assertThat(texts.stringPropertyNames())
        .allSatisfy(
            key ->
                assertThat(
                        uses.indexOf("\"" + key + "\"") >= 0
                            || uses.indexOf("\"" + key.replaceFirst("[^.]+$", "") + "\"") >= 0)
                    .as(key)
                    .isTrue());
    assertThat(found("say\\(\\s*\"([a-z.]+[a-z])\"", uses.toString()))
        .isNotEmpty()
        .isSubsetOf(texts.stringPropertyNames());
  }

  private MvcTestResult post(String... fields) {
    var request = http.post().uri("/").contentType(APPLICATION_FORM_URLENCODED);
    for (String field : fields) {
      int sign = field.indexOf('=');
      request.param(field.substring(0, sign), field.substring(sign + 1));
    }
    return request.exchange();
  }

  /** What the engine asks first of somebody who answered yes to one question. */
  private Question first(String code) {
    return Interview.with(advisor, Setting.LAY)
        .next(advisor.presentation(Map.of(code, "present")))
        .questions()
        .get(0);
  }

  private FindingDefinition finding(String code) {
    return Objects.requireNonNull(advisor.knowledge().finding(code), code);
  }

  private int kept() {
    return database.sql("select count(*) from assessment").query(Integer.class).single();
  }

  /** What the first form of a page carries on; the others carry the same. */
  private static List<String> said(MvcTestResult page) throws IOException {
    String text = text(page);
    return Pattern.compile("name=\"said\" value=\"([^\"]*)\"")
        .matcher(text.substring(0, text.indexOf("</form>")))
        .results()
        .map((MatchResult field) -> field.group(1))
        .toList();
  }

  private static Set<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult one) -> one.group(1))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String text(MvcTestResult page) throws UnsupportedEncodingException {
    return page.getResponse().getContentAsString();
  }
}
