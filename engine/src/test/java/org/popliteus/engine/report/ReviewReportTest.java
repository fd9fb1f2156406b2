package org.popliteus.engine.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.popliteus.engine.knowledge.KnowledgeBaseException;

/** What a reviewer reads, on a small knowledge base. */
class ReviewReportTest {
  @TempDir private Path folder;
  private final Map<String, String> files = Kitchen.files();

  private String html = "";

  @BeforeEach
  void write() throws IOException {
    html = written();
  }

  private String written() throws IOException {
    Kitchen.write(folder, files);
    return ReviewReport.of(folder).html();
  }

  private void change(String file, String from, String to) {
    String before = files.getOrDefault(file, "");
    assertThat(before).contains(from);
    files.put(file, before.replace(from, to));
  }

  /** The text of one element as a reader sees it, without tags. */
  private String text(String id) {
    Matcher begin = Pattern.compile("<(\\w+)[^>]* id=\"" + id + "\"[^>]*>").matcher(html);
    assertThat(begin.find()).as("no place %s", id).isTrue();
    int end = html.indexOf("</" + begin.group(1) + ">", begin.end());
    return html.substring(begin.end(), end)
        .replaceAll("<[^>]*>", " ")
        .replaceAll("\\s+([,;:.])", "$1")
        .replaceAll("\\s+", " ")
        .strip();
  }

  @Test
  void aRuleIsASentenceWithItsConditionsInWords() {
    assertThat(text("r-BU-02"))
        .isEqualTo(
            "BU-02 A small blister in an adult ×1.8 slight, for A burn blisters."
                + " When present: Blister or Hot pan; and measured: Width of the blister at least 2"
                + " and less than 20 mm; and chosen: Hand left or right"
                + " grade expert sources cookbook draft causes/burn.drl:23"
                + " fires in 1 scenario, silent in 0");
  }

  @Test
  void aSignedRuleNamesWhoSignedItAndWhatItsAuthorsNoted() {
    assertThat(text("r-BU-01"))
        .contains("×5 moderate, for")
        .contains("group heat")
        .contains("sources cookbook, hearsay")
        .contains("reviewed, 2026-03-01, A. Cook")
        .endsWith("Authors’ note One of the two sources says the opposite.");
  }

  @Test
  void whatTheAuthorsNotedOfAllRulesStandsWithTheirCause() {
    assertThat(text("c-BURN"))
        .contains(
            "Authors’ note Nobody has counted burns in kitchens, so the numbers are guessed.");
  }

  @Test
  void whatSpeaksAgainstACauseIsSaidToDoSo() {
    assertThat(text("r-BU-03")).contains("×0.2 moderate, against").contains("absent: Blister");
  }

  @Test
  void anEscalationSaysTriggerActionTimeAndWhatItExcludesAndWithholds() {
    assertThat(text("r-RF-01"))
        .startsWith(
            "RF-01 Charred skin emergency Go to hospital, within 1 hour Black skin is dead."
                + " When present: Charred skin Must exclude A burn Withholds Cool it");
  }

  @Test
  void theRulesThatNoFileHoldsStandWithTheEscalations() {
    assertThat(text("r-RF-19"))
        .contains("None of the questions asked first is answered")
        .contains("soon See someone, within 14 days");
  }

  @Test
  void adviceSaysToWhomItIsGivenAndWhatTakesItAway() {
    assertThat(text("a-COOL"))
        .contains("To the runner Hold it under water. To a clinician Cooling.")
        .contains("Numbers minutes 20")
        .contains("Only if Width of the blister is from 0 to 30 mm Charred skin is absent")
        .contains("Recommended by 1 AD-01 Cool a burn")
        .contains("Withheld by 1 RF-01 Charred skin");
  }

  @Test
  void aRuleOnAdviceSaysWhatItWaitsFor() {
    assertThat(text("r-AD-01"))
        .contains(
            "When suspected: A burn as likely or possible; and urgency settled as self care"
                + " Recommends Cool it");
  }

  @Test
  void theHeatMapHasTheStrongestRatioOfEachAnswer() {
    assertThat(html)
        .contains(
            "<a href=\"#f-HOT_PAN\">Hot pan</a> <b>yes</b></th><td class=\"p4\"><a href=\"#r-BU-01\""
                + " title=\"BU-01: ×5, and 1 more\">5</a></td>")
        .contains(
            "<a href=\"#f-BLISTER\">Blister</a> <b>no</b></th><td class=\"n4\">"
                + "<a href=\"#r-BU-03\" title=\"BU-03: ×0.2\">0.2</a></td>")
        .contains("title=\"BU-02: ×1.8 with other answers\">1.8+</a>");
    assertThat(text("heat-end")).contains("weigh for no cause").endsWith("Charred skin.");
  }

  @Test
  void factorsScoresAndFindingsStandWithTheirRules() {
    assertThat(text("k-HASTE")).contains("Take your time. grade lay hearsay").contains("HA-01");
    assertThat(text("p-PAN")).contains("From it on Hot.").contains("Counts for Pan score, 1 point");
    assertThat(text("f-BLISTER_MM"))
        .contains("How wide is it? 0 to 90 mm asked after Blister is present");
    assertThat(text("f-CHARRED")).contains("yes or no red flag asked first");
    assertThat(text("f-HAND")).contains("one of: left, right, both-hands");
  }

  @Test
  void aSourceSaysHowMuchOfItWasReadAndWhatCitesIt() {
    assertThat(text("s-hearsay"))
        .contains("read not yet")
        .contains("Rules BU-01, HA-01")
        .contains("Haste");
    assertThat(html).contains("<a href=\"https://example.org/cookbook\"");
  }

  @Test
  void conflictsStandApartFromFacts() {
    assertThat(text("t-C-01"))
        .isEqualTo("C-01 Whether butter helps Carried by nothing. It does not.");
    assertThat(text("t-S0-01")).isEqualTo("S0-01 Pans are hot BU-01, HOT_PAN");
    assertThat(html.indexOf("id=\"t-C-01\"")).isLessThan(html.indexOf("id=\"t-S0-01\""));
  }

  @Test
  void aScenarioIsAPersonInWords() {
    assertThat(text("n-1-1"))
        .isEqualTo(
            "1 a cook with a blister Hot pan; Blister; Width of the blister 4 mm; Hand: left;"
                + " 1 more answered with no fires BU-01, BU-02 silent BU-03 first BURN");
    assertThat(text("v-BU-01")).isEqualTo("BU-01 1 none");
  }

  @Test
  void whatIsDraftAndWhatIsOpenIsSaid() {
    assertThat(text("summary"))
        .contains("Not fully reviewed by clinicians. Of its 7 rules 1 is signed")
        .contains("It is not a medical device.");
    assertThat(html)
        .contains("6 rules of 7.")
        .contains("<li>BU-01: no scenario of its file expects it not to fire</li>");
  }

  @Test
  void withoutASignatureItSaysThatNoClinicianReviewedIt() throws IOException {
    change("causes/burn.drl", "\"reviewed\"", "\"draft\"");
    change("causes/burn.drl", "    @reviewed( \"2026-03-01, A. Cook\" )\n", "");
    html = written();
    assertThat(text("summary"))
        .contains("Not reviewed by clinicians. None of its 7 rules is signed");
  }

  @Test
  void markupInARuleIsText() throws IOException {
    String markup = "<img src=x onerror=alert(1)> & </script>";
    change("causes/burn.drl", "What is hot burns.", markup);
    change("findings.yaml", "display: Hot pan", "display: \"<b>Hot</b> 'pan'\"");
    html = written();
    assertThat(html)
        .contains("&lt;img src=x onerror=alert(1)&gt; &amp; &lt;/script&gt;")
        .contains("&lt;b&gt;Hot&lt;/b&gt; &#39;pan&#39;")
        .doesNotContain("<img")
        .doesNotContain("<b>Hot");
  }

  @Test
  void everyLinkWithinItHasAPlace() {
    TreeSet<String> missing = new TreeSet<>();
    Matcher link = Pattern.compile("href=\"#([^\"]*)\"").matcher(html);
    while (link.find()) {
      if (!html.contains(" id=\"" + link.group(1) + "\"")) {
        missing.add(link.group(1));
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void noPlaceIsThereTwice() {
    TreeSet<String> seen = new TreeSet<>();
    TreeSet<String> twice = new TreeSet<>();
    Matcher id = Pattern.compile(" id=\"([^\"]*)\"").matcher(html);
    while (id.find()) {
      if (!seen.add(id.group(1))) {
        twice.add(id.group(1));
      }
    }
    assertThat(twice).isEmpty();
  }

  @Test
  void nothingIsLoadedAndNothingForeignRuns() {
    assertThat(html)
        .contains("default-src 'none'; style-src 'sha256-")
        .doesNotContain(" src=")
        .doesNotContain("<link")
        .doesNotContain("@import")
        .doesNotContain("url(");
  }

  @Test
  void theSameFolderGivesTheSameBytes() throws IOException {
    assertThat(written()).isEqualTo(html);
  }

  @Test
  void aKnowledgeBaseWithoutTracesFactorsOrScenariosIsReadable() throws IOException {
    assertThat(folder.resolve("traceability.yaml").toFile().delete()).isTrue();
    assertThat(folder.resolve("causes/burn.scenarios.yaml").toFile().delete()).isTrue();
    html = ReviewReport.of(folder).html();
    assertThat(html).doesNotContain("id=\"traces\"");
    assertThat(text("v-BU-01")).isEqualTo("BU-01 none none");
  }

  @Test
  void aScenarioFileWithAMistakeIsNamed() {
    change("causes/burn.scenarios.yaml", "HOT_PAN", "HOT_PANS");
    assertThatThrownBy(this::written)
        .isInstanceOf(KnowledgeBaseException.class)
        .hasMessageContaining("causes/burn.scenarios.yaml:2")
        .hasMessageContaining("Maybe");
  }
}
