package org.popliteus.kb.posteriorknee;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.popliteus.engine.report.ReviewReport;

/** The review report as a clinician opens it. */
class ReportInBrowserTest {
  private static final int DESKTOP = 1280;
  private static final int PHONE = 390;

  /**
   * Axe would take minutes for all elements, most of which are made alike. So one entry of each
   * list stays, and everything is opened.
   */
  private static final String SOME_OF_EACH =
      """
      const lists = new Map();
      for (const entry of document.querySelectorAll(
          ".item, details.file, .refs li, .coverage tbody tr, .index tbody tr")) {
        const number = (lists.get(entry.parentElement) || 0) + 1;
        lists.set(entry.parentElement, number);
        if (number > 1) entry.remove();
      }
      for (const details of document.querySelectorAll("details")) details.open = true;
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static Path report;

  @SuppressWarnings("NullAway.Init")
  private static Browser browser;

  @BeforeAll
  static void open() throws Exception {
    browser = Browser.open();
    report = folder.resolve("index.html");
    Files.writeString(report, ReviewReport.of(Path.of("src/main/resources")).html());
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  private static void show() {
    browser.show(report, "", DESKTOP, "light");
  }

  private static void search(String words) {
    browser.element("search").sendKeys(words);
    browser.await(
        """
        const done = arguments[arguments.length - 1];
        const count = document.getElementById("count");
        const look = () => count.textContent ? done() : setTimeout(look, 20);
        look();
        """);
  }

  @Test
  void searchFindsARuleAndSaysHowMuchItFound() {
    show();
    search("DVT-03");
    assertThat(browser.element("r-DVT-03").isDisplayed()).isTrue();
    assertThat(browser.element("r-DVT-04").isDisplayed()).isFalse();
    assertThat(browser.element("count").getText()).startsWith("1 rule, ");
    assertThat(browser.element("count").getDomAttribute("aria-live")).isEqualTo("polite");
  }

  @Test
  void searchFindsARuleByTheCodeOfItsFinding() {
    show();
    search("calf_diff_cm");
    assertThat(browser.element("r-DVT-03").isDisplayed()).isTrue();
    assertThat(browser.element("f-CALF_DIFF_CM").isDisplayed()).isTrue();
  }

  @Test
  void searchSaysWhenNothingMatches() {
    show();
    search("no such words anywhere");
    assertThat(browser.element("count").getText()).isEqualTo("Nothing matches.");
  }

  @Test
  void escapeEndsTheSearchAndShowsEverythingAsBefore() {
    show();
    search("DVT-03");
    browser.press(Keys.ESCAPE);
    assertThat(browser.element("summary").isDisplayed()).isTrue();
    assertThat(browser.element("c-PAES").isDisplayed()).isTrue();
    assertThat(browser.element("c-DVT").getDomAttribute("open")).isNull();
  }

  @Test
  void aSlashLeadsToTheSearch() {
    show();
    browser.first("body").sendKeys("/");
    assertThat(browser.focused().getDomAttribute("id")).isEqualTo("search");
    assertThat(browser.element("search").getDomProperty("value")).isEmpty();
  }

  @Test
  void tabLeadsToSkipLinkSearchAndContents() {
    show();
    browser.press(Keys.TAB);
    assertThat(browser.focused().getText()).isEqualTo("Skip to the content");
    browser.press(Keys.TAB, Keys.TAB);
    assertThat(browser.focused().getDomAttribute("id")).isEqualTo("search");
    browser.press(Keys.TAB, Keys.TAB);
    assertThat(browser.focused().getText()).isEqualTo("Summary");
  }

  @Test
  void theSkipLinkLeadsToTheContent() {
    show();
    browser.press(Keys.TAB, Keys.ENTER);
    assertThat(browser.focused().getDomAttribute("id")).isEqualTo("main");
  }

  @Test
  void theContentsLeadToASection() {
    show();
    browser.first(".contents a[href='#findings']").sendKeys(Keys.ENTER);
    assertThat(top("findings")).isBetween(0L, 200L);
  }

  @Test
  void aLinkToARuleOpensItsCause() {
    browser.show(report, "#r-DVT-03", DESKTOP, "light");
    assertThat(browser.element("r-DVT-03").isDisplayed()).isTrue();
    assertThat(top("r-DVT-03")).isBetween(0L, 200L);
  }

  private static long top(String id) {
    return (long)
        requireNonNull(
            browser.run(
                "return Math.round(document.getElementById(arguments[0]).getBoundingClientRect().top)",
                id));
  }

  @Test
  void theKeyboardOpensACause() {
    show();
    assertThat(browser.element("r-DVT-03").isDisplayed()).isFalse();
    browser.first("#c-DVT > summary").sendKeys(Keys.ENTER);
    assertThat(browser.element("r-DVT-03").isDisplayed()).isTrue();
  }

  @Test
  void arrowKeysMoveInTheHeatMapAndEnterLeadsToTheRule() {
    show();
    browser.first(".heat td a").sendKeys(Keys.ARROW_DOWN);
    String down = browser.focused().getDomAttribute("href");
    browser.press(Keys.ARROW_RIGHT);
    String right = browser.focused().getDomAttribute("href");
    assertThat(down).startsWith("#r-").isNotEqualTo(right);
    browser.press(Keys.ENTER);
    assertThat(browser.element(requireNonNull(right).substring(1)).isDisplayed()).isTrue();
  }

  @Test
  void theHeatMapHasOneStopForTab() {
    show();
    assertThat(browser.run("return document.querySelectorAll('.heat td a[tabindex=\"0\"]').length"))
        .isEqualTo(1L);
  }

  @Test
  void theHeadsOfTheHeatMapStayWhereItScrolls() {
    show();
    Object visible =
        browser.run(
            """
            const frame = document.querySelector(".scroll");
            frame.scrollTo(600, 2000);
            const box = frame.getBoundingClientRect();
            const corner = document.querySelector(".heat .corner").getBoundingClientRect();
            return frame.scrollTop === 2000 && Math.abs(corner.top - box.top) < 3
              && Math.abs(corner.left - box.left) < 3;
            """);
    assertThat(visible).isEqualTo(true);
  }

  @Test
  void nothingIsAskedOfAnyNetwork() {
    browser.requests();
    show();
    search("clot");
    assertThat(browser.requests())
        .contains(report.toUri().toString())
        .allMatch(url -> url.equals(report.toUri().toString()) || url.equals("about:blank"));
  }

  @Test
  void thePhoneScrollsDownwardsOnly() {
    browser.show(report, "", PHONE, "light");
    browser.element("all").click();
    assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo((long) PHONE);
  }

  @Test
  void whatIsClosedIsPrintedToo() {
    show();
    browser.media("print", "light");
    assertThat(
            browser.run(
                "return document.querySelector('#r-DVT-03 .because').getBoundingClientRect().height > 0"))
        .isEqualTo(true);
  }

  @ParameterizedTest
  @CsvSource({"1280, light", "1280, dark", "390, light", "390, dark"})
  void axeFindsNothingSerious(int width, String scheme) throws Exception {
    browser.show(report, "", width, scheme);
    browser.run(SOME_OF_EACH);
    assertThat(browser.run("return document.querySelectorAll('.rule').length")).isNotEqualTo(0L);
    assertThat(violations()).isEmpty();
  }

  /** Rule, impact and first place of each violation that is serious or critical. */
  @SuppressWarnings("unchecked")
  private static List<String> violations() throws Exception {
    try (InputStream axe =
        requireNonNull(ReportInBrowserTest.class.getResourceAsStream("/axe.min.js"))) {
      browser.run(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
    }
    Object found =
        browser.await(
            """
            const done = arguments[arguments.length - 1];
            axe.run(document, {resultTypes: ["violations"]}).then(
              (result) => done(result.violations
                .filter((v) => v.impact === "serious" || v.impact === "critical")
                .map((v) => `${v.id} (${v.impact}): ${v.nodes.length} times, first ${v.nodes[0].html}`
                  + ` ${v.nodes[0].failureSummary}`)),
              (failure) => done(["axe failed: " + failure]));
            """);
    return (List<String>) requireNonNull(found);
  }
}
