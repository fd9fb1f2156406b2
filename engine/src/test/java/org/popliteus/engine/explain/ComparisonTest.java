package org.popliteus.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.explain.Change.Kind;
import org.popliteus.engine.fact.Absent;
import org.popliteus.engine.fact.Present;

/** What changes for a dragon when an answer changes. */
class ComparisonTest {
  private static final Advisor ADVISOR = Advisor.load(Path.of("src/test/resources/tiny"));

  private static Explanation sore() {
    return Explanation.of(
        ADVISOR,
        Presentation.builder()
            .absent("TAIL_COLD", "SMOKE_FROM_TAIL")
            .present("PAIN_AT_TIP")
            .build());
  }

  @Test
  void theSameAnswerChangesNothing() {
    assertThat(sore().whatIf(new Present("PAIN_AT_TIP"))).isEmpty();
  }

  @Test
  void theUrgencyIsToldFirst() {
    List<Change> changes = sore().whatIf(new Present("TAIL_SWOLLEN"));
    assertThat(changes.get(0))
        .isEqualTo(new Change(Kind.URGENCY, "", "More urgent: same-day instead of self-care."));
    assertThat(changes).extracting(Change::kind).isSorted();
    assertThat(changes)
        .extracting(Change::text)
        .contains(
            "A reason to be seen, same-day: A swollen tail may hold a clot. (RF-02)",
            "Clot of cold fire in the tail is listed, and possible.",
            "No longer advised: Stretch the tail.",
            "Withheld: Stretch the tail. Stretching may loosen a clot.",
            "Clot score of the tail: 1. A clot is unlikely; the keeper decides on the warm-stone test.");
  }

  @Test
  void itIsToldWhichCauseComesFirstInstead() {
    List<Change> changes = sore().whatIf(new Absent("PAIN_AT_TIP"), new Present("PAIN_AT_ROOT"));
    assertThat(changes)
        .extracting(Change::text)
        .contains(
            "Sprained root of the tail comes first, instead of Strained tip of the tail.",
            "Strained tip of the tail is no longer listed.");
  }

  @Test
  void theWayBackTellsTheOpposite() {
    Presentation sore = Presentation.builder().absent("TAIL_COLD").present("PAIN_AT_TIP").build();
    Presentation cold = Presentation.builder().present("TAIL_COLD", "PAIN_AT_TIP").build();
    List<Change> changes =
        Comparison.of(ADVISOR.assess(cold), ADVISOR.assess(sore), ADVISOR.knowledge());
    assertThat(changes)
        .extracting(Change::text)
        .contains(
            "Less urgent: self-care instead of soon.",
            "The answer is provisional, because safety questions are open.",
            "No longer a reason to be seen: Every red flag is worth a visit. (RF-03)",
            "No longer advised: See the keeper within two weeks.");
  }
}
