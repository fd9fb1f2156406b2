package org.popliteus.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page as a person uses it: by tapping, by the keyboard, on a phone, without scripts. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1",
      "popliteus.access.open=true"
    })
class PageInBrowserTest {
  private static final int DESKTOP = 1280;
  private static final int SMALL_PHONE = 360;

  /** More questions than there are. */
  private static final int MOST_QUESTIONS = 200;

  private static Browser browser;

  @LocalServerPort private int port;

  @BeforeAll
  static void open() {
    browser = Browser.open(true);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void start() {
    browser.screen(SMALL_PHONE, "light");
    browser.show(home());
  }

  private String home() {
    return "http://127.0.0.1:" + port + "/";
  }

  @Test
  void theWholeWayFromATapToTheSheetForTheDoctor() {
    browser.requests();
    browser.complaints();
    browser.tap("[data-code=PAIN_POSTERIOR_KNEE]");
    assertThat(browser.first("#place-PAIN_POSTERIOR_KNEE").isSelected()).isTrue();
    browser.press("[value=begin]");
    assertThat(browser.first(".banner").getText()).contains("So far", "Not settled yet");

    answerToTheEnd(browser);

    assertThat(browser.heading()).isEqualTo("Self-care");
    assertThat(browser.first(".cause .evidence").isDisplayed()).isFalse();
    browser.tap("details.cause > summary");
    assertThat(browser.first(".cause .evidence").isDisplayed()).isTrue();
    browser.tap(".unlisted > summary");
    browser.tap(".unlisted details.cause > summary");
    assertThat(browser.first(".unlisted .evidence").isDisplayed()).isTrue();
    browser.press("[value=summary]");
    assertThat(browser.first(".paper").getText())
        .contains("Pain in the hollow behind the knee", "SHA-256", "OVU-01");
    assertThat(browser.first("[data-print]").isDisplayed()).isTrue();

    assertThat(browser.address()).isEqualTo(home());
    assertThat(browser.cookies()).isZero();
    assertThat(browser.run("return localStorage.length + sessionStorage.length")).isEqualTo(0L);
    assertThat(browser.requests()).isNotEmpty().allMatch(url -> url.startsWith(home()));
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void theWholeWayByTheKeyboardAlone() {
    browser.screen(DESKTOP, "light");
    browser.tabTo(stop -> "PAIN_CALF".equals(stop.getDomAttribute("data-code")));
    browser.focused().sendKeys(Keys.SPACE);
    assertThat(browser.focused().getDomAttribute("aria-checked")).isEqualTo("true");
    assertThat(browser.first(".pointed").getText()).isEqualTo("Does the calf hurt?");
    browser.tabTo(stop -> "begin".equals(stop.getDomAttribute("value")));
    browser.enter();
    assertThat(browser.focused().getTagName()).isEqualTo("h1");

    for (int i = 0; i < MOST_QUESTIONS && !browser.heading().contains("chest pain"); i++) {
      browser.tabTo(stop -> "absent".equals(stop.getDomAttribute("value")));
      browser.enter();
    }
    browser.tabTo(stop -> "present".equals(stop.getDomAttribute("value")));
    browser.enter();

    assertThat(browser.focused().getText()).isEqualTo("Emergency");
    browser.tabTo(stop -> stop.getTagName().equals("summary") && inside(stop, "cause"));
    browser.focused().sendKeys(Keys.ENTER);
    assertThat(browser.first(".cause .inside").isDisplayed()).isTrue();
    browser.tabTo(stop -> "summary".equals(stop.getDomAttribute("value")));
    browser.enter();
    assertThat(browser.heading()).isEqualTo("Summary for the doctor");
  }

  private static boolean inside(WebElement stop, String name) {
    return Objects.equals(
        browser.run(
            "return arguments[0].parentElement.classList.contains(arguments[1])", stop, name),
        true);
  }

  @Test
  void theWholeWayWithoutScripts() {
    try (Browser plain = Browser.open(false)) {
      plain.screen(SMALL_PHONE, "light");
      plain.show(home());
      assertThat(plain.has("html.js")).isFalse();
      plain.tap("#place-PAIN_POSTERIOR_KNEE");
      plain.press("[value=begin]");

      answerToTheEnd(plain);

      assertThat(plain.heading()).isEqualTo("Self-care");
      plain.tap("details.cause > summary");
      assertThat(plain.first(".cause .evidence").isDisplayed()).isTrue();
      plain.press("[value=summary]");
      assertThat(plain.first(".paper").getText()).contains("SHA-256");
      assertThat(plain.first("[data-print]").isDisplayed()).isFalse();
      assertThat(plain.first(".no-script").isDisplayed()).isTrue();
    }
  }

  /** No to all that is asked with yes or no, and nothing known of the rest. */
  private static void answerToTheEnd(Browser browser) {
    for (int i = 0; i < MOST_QUESTIONS && !browser.has("main[data-done]"); i++) {
      browser.press(browser.has("[value=absent]") ? "[value=absent]" : "[value=unknown]");
    }
    assertThat(browser.has("main[data-done]")).isTrue();
  }

  @Test
  void aTapOnTheDrawingAndATickInTheListAreTheSame() {
    browser.tap("#place-PAIN_CALF");
    WebElement region = browser.first("[data-code=PAIN_CALF]");
    assertThat(region.getDomAttribute("aria-checked")).isEqualTo("true");
    browser.tap("[data-code=PAIN_CALF]");
    assertThat(browser.first("#place-PAIN_CALF").isSelected()).isFalse();
    assertThat(region.getDomAttribute("aria-label")).isEqualTo("Does the calf hurt?");
  }

  @Test
  void theDrawingOfTheLeftLegIsTheMirrorImage() {
    Object before = centre("PAIN_LATERAL_KNEE");
    browser.tap("#side-left");
    assertThat(centre("PAIN_LATERAL_KNEE")).isNotEqualTo(before);
    assertThat(
            browser.run(
                "const [inner, outer] = document.querySelectorAll('.sides span');"
                    + "return outer.getBoundingClientRect().left < inner.getBoundingClientRect().left"))
        .isEqualTo(true);
  }

  private static Object centre(String code) {
    return Objects.requireNonNull(
        browser.run(
            "const box = document.querySelector(arguments[0]).getBoundingClientRect();"
                + "return Math.round(box.left + box.width / 2)",
            "[data-code=" + code + "]"),
        "a place");
  }

  @Test
  void everyRegionIsLargeEnoughForAFinger() {
    assertThat(
            browser.run(
                """
                return [...document.querySelectorAll("[data-code]")].filter((region) => {
                  const box = region.getBoundingClientRect();
                  return box.width < 24 || box.height < 24;
                }).map((region) => region.dataset.code)"""))
        .isEqualTo(List.of());
  }

  @Test
  void theBrowsersBackTakesTheLastAnswerBack() {
    browser.press("[value=begin]");
    String first = browser.heading();
    browser.press("[value=absent]");
    assertThat(browser.heading()).isNotEqualTo(first);
    WebElement main = browser.first("main");
    browser.back();
    browser.await("main");
    assertThat(main).isNotEqualTo(browser.first("main"));
    assertThat(browser.heading()).isEqualTo(first);
    assertThat(browser.has("[name=said]")).isFalse();
  }

  @Test
  void losesNothingWhereTheServiceCannotBeReached() {
    browser.press("[value=begin]");
    String question = browser.heading();
    browser.offline(true);
    browser.tap("[value=absent]");
    browser.await(".lost");
    assertThat(browser.heading()).isEqualTo(question);
    browser.offline(false);
    browser.press("[value=absent]");
    assertThat(browser.heading()).isNotEqualTo(question);
    assertThat(browser.has(".lost")).isFalse();
  }

  @Test
  void saysTheReasonForAQuestion() {
    browser.press("[value=begin]");
    assertThat(browser.first(".why p").isDisplayed()).isFalse();
    browser.tap(".why summary");
    assertThat(browser.first(".why p").getText()).startsWith("Asked first, as a sign of danger");
  }

  @Test
  void leadsToTheFieldThatIsWrong() {
    browser.tap("[name=rest]");
    browser.press("[value=begin]");
    for (int i = 0; i < MOST_QUESTIONS && !browser.has("#number"); i++) {
      browser.press(browser.has("[value=absent]") ? "[value=absent]" : "[value=unknown]");
    }
    browser.first("#number").sendKeys("many");
    browser.press("[value=number]");
    assertThat(browser.focused().getDomAttribute("id")).isEqualTo("number");
    assertThat(browser.focused().getDomProperty("value")).isEqualTo("many");
    assertThat(browser.first("#wrong").getText()).contains("no number");
  }

  @Test
  void onlyTheSheetIsPrinted() {
    answer("CALF_SWELLING=present", "summary");
    browser.media("print", "light");
    assertThat(browser.first(".paper").isDisplayed()).isTrue();
    assertThat(browser.first(".paper-notice").getText()).contains("Not a medical device");
    assertThat(browser.first(".no-print").isDisplayed()).isFalse();
    assertThat(browser.first(".foot").isDisplayed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1280, light", "1280, dark", "360, light", "360, dark"})
  void axeFindsNothingAndNothingScrollsSideways(int width, String scheme) throws Exception {
    browser.screen(width, scheme);
    browser.show(home());
    browser.tap("[data-code=PAIN_CALF]");
    lookAt("start", width);
    browser.press("[value=begin]");
    lookAt("question", width);
    for (String state :
        List.of(
            "FEVER=unknown question=AGE_YEARS do=change",
            "FEVER=unknown question=SEX_AT_BIRTH do=change",
            "PAIN_CALF=present CHEST_PAIN=present do=stop",
            "CALF_SWELLING=present PAIN_CALF=present do=stop",
            "PAIN_NIGHT_WAKING=present FEVER=absent do=stop",
            "PAIN_POSTERIOR_KNEE=present FEVER=absent do=stop",
            "CALF_SWELLING=present AGE_YEARS=34 do=summary",
            "NOTHING=present do=on")) {
      browser.show(home());
      send(state);
      lookAt(state, width);
    }
  }

  private void lookAt(String state, int width) throws Exception {
    browser.run("for (const one of document.querySelectorAll('details')) one.open = true");
    // what is made alike is looked at once
    browser.run(
        "for (const one of [...document.querySelectorAll('.unlisted > .cause')].slice(1)) one.remove()");
    assertThat(browser.violations()).as(state).isEmpty();
    assertThat(browser.run("return document.documentElement.scrollWidth <= arguments[0]", width))
        .as(state)
        .isEqualTo(true);
  }

  private void answer(String said, String act) {
    send(said + " do=" + act);
  }

  /** Sends what a form with these fields would; a code in capitals is an answer. */
  private static void send(String fields) {
    WebElement page = browser.first("main");
    browser.run(
        """
        const form = document.createElement("form");
        form.method = "post";
        form.action = "/";
        for (const field of arguments[0].split(" ")) {
          const answer = /^[A-Z]/.test(field);
          const input = document.createElement("input");
          input.name = answer ? "said" : field.split("=")[0];
          input.value = answer ? field : field.split("=")[1];
          form.append(input);
        }
        document.body.append(form);
        HTMLFormElement.prototype.submit.call(form);
        """,
        fields);
    browser.waitForAnother(page);
  }
}
