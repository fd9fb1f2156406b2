package org.popliteus.kb.posteriorknee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Cause;
import org.popliteus.engine.Escalation;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.Urgency;
import org.popliteus.engine.Withheld;
import org.popliteus.engine.fact.Absent;
import org.popliteus.engine.fact.Chosen;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Measured;
import org.popliteus.engine.fact.Present;
import org.popliteus.engine.fact.Unknown;
import org.popliteus.engine.knowledge.AdviceDefinition;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.review.GeneratedPresentations;

/** What holds for every person, over generated ones. */
class InvariantsTest {
  private static final int PEOPLE = 10_000;
  private static final Advisor ADVISOR = Advisor.create();
  private static final List<FindingDefinition> VOCABULARY =
      List.copyOf(ADVISOR.knowledge().findings());

  private interface Check {
    void hold(Presentation presentation, Assessment assessment, Random random);
  }

  private static void forEveryone(long seed, Check check) {
    GeneratedPresentations people = new GeneratedPresentations(ADVISOR.knowledge(), seed);
    Random random = new Random(seed);
    for (int i = 0; i < PEOPLE; i++) {
      Presentation presentation = people.next();
      check.hold(presentation, ADVISOR.assess(presentation), random);
    }
  }

  private static Presentation of(Iterable<Finding> findings) {
    Presentation.Builder builder = Presentation.builder();
    findings.forEach(builder::add);
    return builder.build();
  }

  /** One question that is open gets an answer, or one that was answered with no becomes yes. */
  private static Presentation withOneMore(Presentation presentation, Random random) {
    Map<String, Finding> answers = new HashMap<>();
    presentation.findings().forEach(finding -> answers.put(finding.code(), finding));
    FindingDefinition question = VOCABULARY.get(random.nextInt(VOCABULARY.size()));
    Finding before = answers.get(question.code());
    boolean open = before == null || before instanceof Unknown;
    switch (question.kind()) {
      case TRI_STATE -> {
        if (before instanceof Absent || (open && random.nextBoolean())) {
          answers.put(question.code(), new Present(question.code()));
        } else if (open) {
          answers.put(question.code(), new Absent(question.code()));
        }
      }
      case NUMERIC -> {
        double range = question.most() - question.least();
        double value = question.least() + range * random.nextDouble();
        answers.putIfAbsent(question.code(), new Measured(question.code(), value));
      }
      case CHOICE ->
          answers.putIfAbsent(
              question.code(), new Chosen(question.code(), question.options().get(0)));
    }
    return of(answers.values());
  }

  @Test
  void oneMoreAnswerNeverLowersEmergencyOrSameDay() {
    forEveryone(
        1,
        (presentation, assessment, random) -> {
          Urgency after = ADVISOR.assess(withOneMore(presentation, random)).urgency();
          if (assessment.urgency() == Urgency.EMERGENCY
              || assessment.urgency() == Urgency.SAME_DAY) {
            assertThat(after).isLessThanOrEqualTo(assessment.urgency());
          }
        });
  }

  @Test
  void oneMoreAnswerNeverRemovesAnEscalationOfARuleFileNorItsAction() {
    forEveryone(
        2,
        (presentation, assessment, random) -> {
          Assessment after = ADVISOR.assess(withOneMore(presentation, random));
          Set<String> raised = new HashSet<>();
          Set<String> actions = new HashSet<>();
          for (Escalation escalation : assessment.escalations()) {
            if (ADVISOR.knowledge().rule(escalation.provenance().rule()) != null) {
              raised.add(escalation.provenance().rule());
              actions.add(escalation.action());
            }
          }
          assertThat(after.escalations())
              .extracting(escalation -> escalation.provenance().rule())
              .containsAll(raised);
          assertThat(after.recommendations())
              .extracting(recommendation -> recommendation.code())
              .containsAll(actions);
        });
  }

  @Test
  void aRedFlagIsAlwaysAtLeastSoon() {
    forEveryone(
        3,
        (presentation, assessment, random) -> {
          for (Finding finding : presentation.findings()) {
            FindingDefinition definition = ADVISOR.knowledge().finding(finding.code());
            if (finding instanceof Present && definition != null && definition.redFlag()) {
              assertThat(assessment.urgency()).isNotEqualTo(Urgency.SELF_CARE);
            }
          }
        });
  }

  @Test
  void everyUrgencyAboveSelfCareHasAnEscalationThatSaysWhyAndItsActionIsAdvised() {
    forEveryone(
        4,
        (presentation, assessment, random) -> {
          Urgency highest =
              assessment.escalations().isEmpty()
                  ? Urgency.SELF_CARE
                  : assessment.escalations().get(0).urgency();
          assertThat(assessment.urgency()).isEqualTo(highest);
          for (Escalation escalation : assessment.escalations()) {
            assertThat(assessment.recommendations())
                .anyMatch(recommendation -> recommendation.code().equals(escalation.action()));
            assertThat(assessment.causes())
                .filteredOn(Cause::mustExclude)
                .extracting(Cause::code)
                .containsAll(escalation.mustExclude());
          }
        });
  }

  @Test
  void unknownAndUnsaidGiveTheSameAnswer() {
    forEveryone(
        5,
        (presentation, assessment, random) -> {
          List<Finding> said =
              presentation.findings().stream().filter(f -> !(f instanceof Unknown)).toList();
          assertThat(ADVISOR.assess(of(said))).isEqualTo(assessment);
        });
  }

  @Test
  void theOrderOfTheAnswersDoesNotMatter() {
    forEveryone(
        6,
        (presentation, assessment, random) -> {
          List<Finding> shuffled = new ArrayList<>(presentation.findings());
          Collections.shuffle(shuffled, random);
          assertThat(ADVISOR.assess(of(shuffled))).isEqualTo(assessment);
        });
  }

  @Test
  void whatIsWithheldIsNotRecommendedUnlessAnEscalationAsksForIt() {
    forEveryone(
        7,
        (presentation, assessment, random) -> {
          Set<String> actions = new TreeSet<>();
          assessment.escalations().forEach(escalation -> actions.add(escalation.action()));
          Set<String> withheld = new TreeSet<>();
          assessment.withheld().stream().map(Withheld::code).forEach(withheld::add);
          withheld.removeAll(actions);
          assertThat(assessment.recommendations())
              .extracting(recommendation -> recommendation.code())
              .doesNotContainAnyElementsOf(withheld);
        });
  }

  @Test
  void anOralNsaidIsNeverGivenWithoutEveryAnswerThatAllowsIt() {
    int[] given = {0};
    List<String> mustBeAbsent =
        List.of(
            "MED_ANTICOAGULANT",
            "MED_NSAID_CURRENT",
            "MED_INTERACTING",
            "CI_ULCER_GI_BLEED",
            "CI_KIDNEY",
            "CI_LIVER",
            "CI_HEART",
            "CI_NSAID_ASPIRIN_ALLERGY",
            "CI_IBD",
            "CI_CHICKENPOX",
            "CI_DEHYDRATION");
    GeneratedPresentations people = new GeneratedPresentations(ADVISOR.knowledge(), 8);
    Random random = new Random(8);
    for (int i = 0; i < PEOPLE; i++) {
      Map<String, Finding> answers = new HashMap<>();
      for (Finding finding : people.next(random.nextInt(30)).findings()) {
        if (random.nextInt(3) == 0) {
          answers.put(finding.code(), finding);
        }
      }
      answers.put("PAIN_POSTERIOR_KNEE", new Present("PAIN_POSTERIOR_KNEE"));
      answers.put("ONSET_GRADUAL", new Present("ONSET_GRADUAL"));
      answers.put("TRAINING_INCREASE", new Present("TRAINING_INCREASE"));
      for (FindingDefinition question : VOCABULARY) {
        boolean asked = question.screen() || question.group().equals("medicines");
        if (asked && random.nextInt(40) != 0) {
          answers.put(question.code(), new Absent(question.code()));
        }
      }
      answers.put("AGE_YEARS", new Measured("AGE_YEARS", 10 + random.nextInt(70)));
      answers.put(
          "SEX_AT_BIRTH",
          new Chosen("SEX_AT_BIRTH", List.of("female", "male", "intersex").get(random.nextInt(3))));
      answers.put("PREGNANCY_STATUS", new Chosen("PREGNANCY_STATUS", "no"));
      Assessment assessment = ADVISOR.assess(of(answers.values()));
      if (assessment.recommendations().stream().noneMatch(r -> r.code().equals("ORAL_NSAID"))) {
        continue;
      }
      given[0]++;
      for (String code : mustBeAbsent) {
        assertThat(answers.get(code)).as(code).isInstanceOf(Absent.class);
      }
      double age = ((Measured) answers.get("AGE_YEARS")).value();
      assertThat(age).isBetween(16.0, 65.0);
      boolean male = ((Chosen) answers.get("SEX_AT_BIRTH")).option().equals("male");
      assertThat(male || answers.get("TRYING_TO_CONCEIVE") instanceof Absent).isTrue();
      assertThat(assessment.urgency()).isIn(Urgency.SOON, Urgency.SELF_CARE);
    }
    assertThat(given[0]).as("people to whom it was given at all").isGreaterThan(50);
  }

  @Test
  void noMedicineOutsideTheAgesFrom16To90() {
    forEveryone(
        9,
        (presentation, assessment, random) -> {
          for (Finding finding : presentation.findings()) {
            if (finding instanceof Measured measured
                && measured.code().equals("AGE_YEARS")
                && (measured.value() < 16 || measured.value() > 90)) {
              assertThat(assessment.urgency()).isNotEqualTo(Urgency.SELF_CARE);
              assertThat(assessment.dataNotes())
                  .anyMatch(note -> note.findings().contains("AGE_YEARS"));
              assertThat(assessment.recommendations())
                  .noneMatch(
                      recommendation -> {
                        AdviceDefinition advice =
                            ADVISOR.knowledge().advice(recommendation.code());
                        return advice != null
                            && advice.category() == AdviceDefinition.Category.MEDICINE;
                      });
            }
          }
        });
  }

  @Test
  void sharesAddUpToOneAndEveryResultNamesItsRuleAndItsSource() {
    forEveryone(
        10,
        (presentation, assessment, random) -> {
          if (!assessment.causes().isEmpty()) {
            double sum = assessment.causes().stream().mapToDouble(Cause::share).sum();
            assertThat(sum).isBetween(0.99, 1.01);
          }
          assertThat(assessment.escalations())
              .allMatch(e -> !e.provenance().sources().isEmpty() && e.provenance().line() > 0);
          assertThat(assessment.recommendations())
              .allMatch(r -> !r.provenance().sources().isEmpty());
          assertThat(assessment.withheld()).allMatch(w -> !w.provenance().sources().isEmpty());
          assertThat(assessment.causes())
              .allMatch(
                  cause ->
                      cause.mustExclude()
                          || cause.evidence().stream().anyMatch(e -> e.counted() && e.ratio() > 1));
        });
  }
}
