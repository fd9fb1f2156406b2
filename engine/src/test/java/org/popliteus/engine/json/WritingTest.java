package org.popliteus.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Cause;
import org.popliteus.engine.Escalation;
import org.popliteus.engine.Evidence;
import org.popliteus.engine.KnowledgeBaseVersion;
import org.popliteus.engine.Likelihood;
import org.popliteus.engine.Problem;
import org.popliteus.engine.Provenance;
import org.popliteus.engine.Recommendation;
import org.popliteus.engine.Urgency;
import org.popliteus.engine.Withheld;

class WritingTest {
  private static final Provenance RULE =
      new Provenance("AA-01", "a/b.drl", 7, "Because.", List.of("s"), "lay", "draft");

  private static String write(
      List<Escalation> escalations,
      List<Cause> causes,
      List<Recommendation> recommendations,
      List<Withheld> withheld) {
    return Dragon.CODEC.write(
        null,
        new Assessment(
            Urgency.SAME_DAY,
            false,
            "Summary.",
            escalations,
            causes,
            recommendations,
            withheld,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new KnowledgeBaseVersion("id", "1", "draft", "0", "0"),
            List.of()));
  }

  private static String write(double share, double ratio, @Nullable String group) {
    Evidence evidence = new Evidence(RULE, ratio, true, group, List.of());
    Cause cause =
        new Cause(
            "A", "a", 1, Likelihood.LIKELY, share, false, List.of(), List.of(evidence), "c", "d");
    return write(List.of(), List.of(cause), List.of(), List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, PT0S",
    "PT1H, PT1H",
    "PT90M, PT1H30M",
    "PT24H, PT24H",
    "P1D, PT24H",
    "PT36H, PT36H",
    "PT48H, P2D",
    "PT60H, PT60H",
    "P14D, P14D",
    "PT336H, P14D"
  })
  void aTimeIsWrittenInDaysFromTwoDaysUp(Duration within, String written) {
    Escalation escalation = new Escalation(RULE, Urgency.SOON, "ACT", within, List.of(), List.of());
    assertThat(write(List.of(escalation), List.of(), List.of(), List.of()))
        .contains("\"within\":\"" + written + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "0.61, 0.61",
    "1.8, 1.8",
    "0, 0",
    "20, 20",
    "0.0001, 0.0001",
    "0.1234, 0.1234"
  })
  void aNumberHasNoNeedlessDecimals(double number, String written) {
    assertThat(write(number, number, null))
        .contains("\"share\":" + written + ",\"mustExclude\"")
        .contains("\"ratio\":" + written + ",\"counted\"");
  }

  @Test
  void evidenceThatStandsAloneHasNoGroup() {
    assertThat(write(1, 2, null)).contains("\"group\":null");
  }

  @Test
  void evidenceOfAGroupNamesIt() {
    assertThat(write(1, 2, "swelling")).contains("\"group\":\"swelling\"");
  }

  @Test
  void parametersAreWrittenByName() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("seconds", "30");
    parameters.put("minutes", "10");
    Recommendation recommendation =
        new Recommendation("A", 1, "t", "c", parameters, 1, List.of(), RULE, List.of());
    assertThat(write(List.of(), List.of(), List.of(recommendation), List.of()))
        .contains("\"parameters\":{\"minutes\":\"10\",\"seconds\":\"30\"}");
  }

  @Test
  void whereNoRuleStandsBehindItTheGradeIsNull() {
    Provenance requirement =
        new Provenance("requires:A", "advice.yaml", 0, "Because.", List.of("s"), "", "draft");
    Withheld withheld = new Withheld("A", requirement, List.of(), List.of());
    assertThat(write(List.of(), List.of(), List.of(), List.of(withheld)))
        .contains("\"status\":\"draft\",\"grade\":null,\"at\":\"advice.yaml\"}");
  }

  @ParameterizedTest
  @EnumSource
  void everyKindOfProblemFitsTheSchema(Problem.Kind kind) {
    String json =
        Dragon.CODEC.writeProblems(
            "1", List.of(new Problem(kind, null, null, "m", "Maybe.", null, null)));
    // "Maybe." alone says no next step
    assertThat(Schemas.mistakesOfAnswer(json)).isNotEmpty();
    assertThat(Schemas.mistakesOfAnswer(json.replace("Maybe.", "Maybe do."))).isEmpty();
    assertThat(json).contains(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
