package org.popliteus.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Cause;
import org.popliteus.engine.ContributingFactor;
import org.popliteus.engine.DataNote;
import org.popliteus.engine.Escalation;
import org.popliteus.engine.Evidence;
import org.popliteus.engine.KnowledgeBaseVersion;
import org.popliteus.engine.Likelihood;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.Provenance;
import org.popliteus.engine.Recommendation;
import org.popliteus.engine.Score;
import org.popliteus.engine.Urgency;
import org.popliteus.engine.Withheld;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.KnowledgeFiles;
import picocli.CommandLine.Help.Ansi;

class AssessmentTextTest {
  private static final KnowledgeBase SMALL =
      KnowledgeBase.read(KnowledgeFiles.read(Path.of(Run.SMALL)));

  private static final Presentation PRESENTATION =
      Presentation.builder()
          .measured("AGE_YEARS", 34)
          .chosen("SEX_AT_BIRTH", "female")
          .present("CALF_SWELLING")
          .absent("EXAM_TENDER")
          .build();

  @Test
  void putsWhatIsUrgentFirstAndWhereItComesFromLast() {
    assertThat(text("case-1", false, Ansi.OFF)).isEqualTo(resource("same-day.txt"));
  }

  @Test
  void showsEveryCauseOnRequest() {
    assertThat(text("case-1", true, Ansi.OFF))
        .contains("  6  Cause 6\n")
        .doesNotContain("--all-causes");
  }

  @Test
  void saysTheSameInColour() {
    String coloured = text(null, false, Ansi.ON);

    assertThat(coloured).contains("\u001b[");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(text(null, false, Ansi.OFF));
  }

  @Test
  void marksSelfCareWithOpenQuestionsAsProvisional() {
    Assessment quiet = selfCare(true, "Look after it; open: chest pain.");

    assertThat(text(quiet))
        .contains("┃  SELF-CARE, PROVISIONAL  ")
        .contains("┃  Look after it; open: chest pain.  ")
        .doesNotContain("Not answered, so not excluded");
  }

  @Test
  void claimsNoMissingReviewOnceTheKnowledgeBaseIsReviewed() {
    Assessment reviewed = selfCare(false, "Look after it.");

    assertThat(text(reviewed))
        .endsWith("\nsmall 1.0, reviewed, 0123456789ab: not a medical device\n");
  }

  private static String text(@Nullable String id, boolean allCauses, Ansi ansi) {
    Page page = new Page(80, ansi);
    AssessmentText.write(SMALL, id, PRESENTATION, sameDay(), allCauses, page);
    return page.toString();
  }

  private static String text(Assessment assessment) {
    Page page = new Page(80, Ansi.OFF);
    AssessmentText.write(SMALL, null, PRESENTATION, assessment, false, page);
    return page.toString();
  }

  private static Assessment selfCare(boolean provisional, String summary) {
    return new Assessment(
        Urgency.SELF_CARE,
        provisional,
        summary,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        provisional ? List.of("CHEST_PAIN") : List.of(),
        List.of(),
        new KnowledgeBaseVersion("small", "1.0", "reviewed", "0123456789abcdef", "0.1.0"),
        List.of());
  }

  private static Assessment sameDay() {
    List<Escalation> escalations = new ArrayList<>();
    escalations.add(
        new Escalation(
            rule("RF-01", "A swollen calf may hide a clot."),
            Urgency.SAME_DAY,
            "CLOT_CLINIC",
            Duration.ofHours(24),
            List.of("AGE_YEARS", "CALF_SWELLING"),
            List.of("DVT")));
    for (int i = 1; i <= 6; i++) {
      escalations.add(
          new Escalation(
              rule("RF-1" + i, "Reason " + i + " for a look within two weeks."),
              Urgency.SOON,
              "SEE_DOCTOR",
              Duration.ofDays(14),
              i == 1 ? List.of() : List.of("SEX_AT_BIRTH"),
              i == 6 ? List.of("OVERUSE") : List.of()));
    }
    return new Assessment(
        Urgency.SAME_DAY,
        false,
        "Be seen today.",
        escalations,
        causes(),
        recommendations(),
        withheld(),
        List.of(
            new ContributingFactor(
                "SUDDEN_LOAD",
                "Much more running at once",
                rule("TRN-01", "The load rose faster than the tissue could follow."),
                List.of("WORSE_RUNNING"),
                List.of("Add a little each week.", "Put in an easy week now and then."))),
        List.of(
            new Score(
                "WELLS",
                "A score for clots",
                -1,
                List.of(
                    new Score.Item(
                        rule("WEL-01", "The calf is swollen."), 1, List.of("CALF_SWELLING")),
                    new Score.Item(
                        rule("WEL-02", "Something else is as likely."),
                        -2,
                        List.of("WORSE_RUNNING"))),
                2,
                "A clot is less likely, and not excluded.",
                List.of("CHEST_PAIN"))),
        List.of("Call an ambulance if you become short of breath."),
        List.of("CHEST_PAIN"),
        List.of(
            new DataNote(
                List.of("CALF_SWELLING", "EXAM_TENDER"), "A swollen calf is mostly tender.")),
        new KnowledgeBaseVersion("small", "1.0", "draft", "0123456789abcdef", "0.1.0"),
        List.of());
  }

  private static List<Cause> causes() {
    List<Cause> causes = new ArrayList<>();
    causes.add(
        new Cause(
            "DVT",
            "Blood clot in a leg vein",
            1,
            Likelihood.LIKELY,
            0.7,
            true,
            List.of("OVERUSE"),
            List.of(
                evidence("DVT-01", "A weak hint.", 1.8, true),
                evidence("DVT-02", "The same in other words.", 1.5, false),
                evidence("DVT-03", "Something that speaks against it.", 0.5, true),
                evidence("DVT-04", "A strong hint.", 10, true)),
            "An ultrasound scan",
            "A clinic"));
    causes.add(cause("OVERUSE", "Overuse", 2, Likelihood.POSSIBLE, 0.2, false));
    for (int rank = 3; rank <= 6; rank++) {
      causes.add(cause("CAUSE_" + rank, "Cause " + rank, rank, Likelihood.UNLIKELY, 0.025, false));
    }
    causes.add(
        cause(
            "RARE",
            "A rare cause with such a long name that it needs more than the one line",
            7,
            Likelihood.UNLIKELY,
            0.0001,
            true));
    return causes;
  }

  private static Cause cause(
      String code,
      String display,
      int rank,
      Likelihood likelihood,
      double share,
      boolean mustExclude) {
    return new Cause(
        code,
        display,
        rank,
        likelihood,
        share,
        mustExclude,
        List.of(),
        List.of(),
        "A look at it",
        "A doctor");
  }

  private static List<Recommendation> recommendations() {
    return List.of(
        new Recommendation(
            "CLOT_CLINIC",
            1,
            "Go to a clot clinic today.",
            "Wells score, then a scan.",
            Map.of(),
            1,
            List.of("DVT"),
            rule("RF-01", "A swollen calf may hide a clot."),
            List.of("RF-02", "RF-03")),
        new Recommendation(
            "EASE_OFF",
            2,
            "Run half as far for a week.",
            "Relative rest.",
            Map.of("percentLess", "50"),
            1,
            List.of("OVERUSE"),
            rule("SC-01", "Less load lets it settle."),
            List.of()));
  }

  private static List<Withheld> withheld() {
    Provenance rubbing = rule("HOLD-01", "Rubbing can loosen a clot.");
    return List.of(
        new Withheld(
            "CYCLING",
            rule("RF-01", "You need to be seen first. A swollen calf may hide a clot."),
            List.of("CALF_SWELLING"),
            List.of()),
        new Withheld("ROLLING", rubbing, List.of("CALF_SWELLING"), List.of()),
        new Withheld("RUBBING", rubbing, List.of("CALF_SWELLING"), List.of()),
        new Withheld("RUBBING", rule("HOLD-02", "It hurts."), List.of("CALF_SWELLING"), List.of()),
        new Withheld(
            "HOT_BATH",
            rule("requires:HOT_BATH", "Only when every question for it is answered."),
            List.of("SEX_AT_BIRTH"),
            List.of()),
        new Withheld(
            "TABLETS",
            rule("requires:TABLETS", "Only when every question for it is answered."),
            List.of(),
            List.of("CI_KIDNEY")));
  }

  private static Evidence evidence(String rule, String because, double ratio, boolean counted) {
    return new Evidence(
        rule(rule, because), ratio, counted, "leg-swelling", List.of("CALF_SWELLING"));
  }

  private static Provenance rule(String id, String because) {
    return new Provenance(id, "some.drl", 1, because, List.of("nobody"), "expert", "draft");
  }

  private static String resource(String name) {
    try (InputStream stream =
        Objects.requireNonNull(AssessmentTextTest.class.getResourceAsStream(name), name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
