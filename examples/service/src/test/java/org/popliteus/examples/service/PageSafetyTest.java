package org.popliteus.examples.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_FORM_URLENCODED;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.popliteus.engine.Advisor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What holds for every page: nothing foreign gets in, and nothing is left unsaid. */
@ServiceTest
class PageSafetyTest {
  private static final Path TEXTS =
      Path.of("src/main/resources/org/popliteus/examples/service/page");

  @Autowired private MockMvcTester http;
  @Autowired private Advisor advisor;
  @Autowired private JdbcClient database;
  private Forms forms;

  @BeforeEach
  void begin() {
    forms = new Forms(http, advisor, database);
  }

  @Test
  void showsMarkupAsText() throws Exception {
    String script = "\"><script>alert(1)</script>";

    for (String page :
        List.of(
            forms.text(forms.post("question=AGE_YEARS", "answer=number", "number=" + script)),
            forms.text(forms.post("said=AGE_YEARS=" + script, "do=on")),
            forms.text(forms.post("said=" + script + "=present", "do=on")),
            forms.text(forms.post("question=" + script, "answer=present")),
            forms.text(forms.post("place=" + script, "do=begin")),
            forms.text(forms.post("question=FEVER", "answer=" + script)))) {
      assertThat(page).doesNotContain("<script>alert").contains("&lt;script&gt;alert");
    }
  }

  @Test
  void takesSqlForWhatItIs() throws Exception {
    int before = forms.kept();

    String sql = "'; DROP TABLE assessment; --";
    assertThat(forms.post("question=AGE_YEARS", "answer=number", "number=" + sql)).hasStatus(422);
    assertThat(forms.post("said=AGE_YEARS=" + sql, "do=stop")).hasStatus(422);

    assertThat(forms.kept()).isEqualTo(before);
  }

  @Test
  void namesAnswersThatAreNoneAndKeepsTheOthers() throws Exception {
    MvcTestResult page =
        forms.post("said=PAIN_CALF=present CALF_SWELING=present", "said=AGE_YEARS=400", "do=on");

    assertThat(page).hasStatus(422);
    assertThat(forms.text(page)).contains("Maybe CALF_SWELLING?", "AGE_YEARS");
    assertThat(forms.said(page)).containsExactly("PAIN_CALF=present");
  }

  @Test
  void letsNothingRunOrLoadThatIsNotItsOwn() throws Exception {
    MvcTestResult page = forms.post("said=CALF_SWELLING=present", "do=stop");

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
    assertThat(forms.text(page)).doesNotContain(" style=", " onclick=", "<style", "javascript:");
    assertThat(forms.found("src=\"([^\"]+)\"", forms.text(page))).containsExactly("/page/page.js");
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
  void speaksTheLanguageThatThereIsAndSaysWhich() throws Exception {
    MvcTestResult page = http.get().uri("/").header("Accept-Language", "fi").exchange();

    assertThat(page).headers().hasValue("Content-Language", "en");
    assertThat(forms.text(page)).contains("<html lang=\"en\">");
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
    assertThat(forms.found("say\\(\\s*\"([a-z.]+[a-z])\"", uses.toString()))
        .isNotEmpty()
        .isSubsetOf(texts.stringPropertyNames());
  }

  @Test
  void saysOnEveryPageThatNobodyReviewedIt() throws Exception {
    String notice = "Not reviewed by clinicians. Not a medical device.";

    assertThat(forms.text(forms.start())).contains(notice);
    assertThat(forms.text(forms.post("place=PAIN_CALF", "do=begin"))).contains(notice);
    assertThat(forms.text(forms.post("said=PAIN_CALF=present", "do=stop"))).contains(notice);
    assertThat(forms.text(forms.post("said=PAIN_CALF=present", "do=summary"))).contains(notice);
  }
}
