package org.popliteus.kb.posteriorknee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Cause;
import org.popliteus.engine.Escalation;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.Provenance;
import org.popliteus.engine.Recommendation;
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

  /**
   * One person and the answer, with the answers of a variation.
   *
   * @param oneMore after one further question was answered, or a no became a yes
   * @param withoutUnknown with what is unknown left unsaid
   * @param shuffled with the findings said in another order
   */
  private record Person(
      Presentation presentation,
      Assessment answer,
      Assessment oneMore,
      Assessment withoutUnknown,
      Assessment shuffled) {}

  private interface Invariant {
    boolean holds(Person person);
  }

  private static Map<String, Invariant> invariants() {
    Map<String, Invariant> invariants = new LinkedHashMap<>();
    invariants.put(
        "one more answer never lowers emergency or same-day",
        p ->
            !p.answer().urgency().isMoreUrgentThan(Urgency.SOON)
                || !p.answer().urgency().isMoreUrgentThan(p.oneMore().urgency()));
    invariants.put(
        "one more answer never removes an escalation of a rule file",
        p -> raised(p.oneMore()).containsAll(raised(p.answer())));
    invariants.put(
        "every escalation's action is advised, and what it must exclude is listed",
        p ->
            p.answer().escalations().stream()
                .allMatch(
                    escalation ->
                        advised(p.answer()).contains(escalation.action())
                            && mustExclude(p.answer()).containsAll(escalation.mustExclude())));
    invariants.put(
        "the urgency is that of the most urgent escalation, or self-care",
        p ->
            p.answer().urgency()
                == p.answer().escalations().stream()
                    .map(Escalation::urgency)
                    .findFirst()
                    .orElse(Urgency.SELF_CARE));
    invariants.put("a red flag is at least soon", InvariantsTest::redFlagIsAtLeastSoon);
    invariants.put(
        "unknown and unsaid give the same answer", p -> p.answer().equals(p.withoutUnknown()));
    invariants.put("the order does not matter", p -> p.answer().equals(p.shuffled()));
    invariants.put("what is withheld is not recommended", InvariantsTest::withheldIsNotRecommended);
    invariants.put("no medicine outside 16 to 90", InvariantsTest::noMedicineOutsideTheAges);
    invariants.put("shares add up to 1", InvariantsTest::sharesAddUp);
    invariants.put(
        "a listed cause is supported or must be excluded",
        p ->
            p.answer().causes().stream()
                .allMatch(
                    cause ->
                        cause.mustExclude()
                            || cause.evidence().stream()
                                .anyMatch(e -> e.counted() && e.ratio() > 1)));
    invariants.put("every result names its source", InvariantsTest::everyResultNamesItsSource);
    invariants.put(
        "provisional is self-care with an open screen question",
        p ->
            p.answer().provisional()
                == (p.answer().urgency() == Urgency.SELF_CARE
                    && !p.answer().notExcluded().isEmpty()));
    return invariants;
  }

  @TestFactory
  Stream<DynamicTest> invariant() {
    Map<String, Invariant> invariants = invariants();
    Map<String, Integer> broken = new HashMap<>();
    GeneratedPresentations people = new GeneratedPresentations(ADVISOR.knowledge(), 1);
    Random random = new Random(1);
    for (int i = 0; i < PEOPLE; i++) {
      // mostly as many answers as people give, now and then any number
      Person person = person(i % 20 == 0 ? people.next() : people.next(i % 50), random);
      invariants.forEach(
          (name, invariant) -> {
            if (!invariant.holds(person)) {
              broken.merge(name, 1, Integer::sum);
            }
          });
    }
    return invariants.keySet().stream()
        .map(
            name ->
                dynamicTest(
                    name,
                    () ->
                        assertThat(broken.getOrDefault(name, 0))
                            .as("people of %s for whom it does not hold", PEOPLE)
                            .isZero()));
  }

  private static Person person(Presentation presentation, Random random) {
    List<Finding> shuffled = new ArrayList<>(presentation.findings());
    Collections.shuffle(shuffled, random);
    return new Person(
        presentation,
        ADVISOR.assess(presentation),
        ADVISOR.assess(withOneMore(presentation, random)),
        ADVISOR.assess(
            of(presentation.findings().stream().filter(f -> !(f instanceof Unknown)).toList())),
        ADVISOR.assess(of(shuffled)));
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

  private static Set<String> raised(Assessment assessment) {
    Set<String> raised = new HashSet<>();
    for (Escalation escalation : assessment.escalations()) {
      // the two of kb.yaml speak of what is not answered and of what ranks first
      if (ADVISOR.knowledge().rule(escalation.provenance().rule()) != null) {
        raised.add(escalation.provenance().rule() + escalation.action());
      }
    }
    return raised;
  }

  private static Set<String> advised(Assessment assessment) {
    Set<String> advised = new HashSet<>();
    assessment.recommendations().stream().map(Recommendation::code).forEach(advised::add);
    return advised;
  }

  private static Set<String> mustExclude(Assessment assessment) {
    Set<String> causes = new HashSet<>();
    assessment.causes().stream().filter(Cause::mustExclude).map(Cause::code).forEach(causes::add);
    return causes;
  }

  private static boolean redFlagIsAtLeastSoon(Person person) {
    for (Finding finding : person.presentation().findings()) {
      FindingDefinition definition = ADVISOR.knowledge().finding(finding.code());
      if (finding instanceof Present
          && definition != null
          && definition.redFlag()
          && person.answer().urgency() == Urgency.SELF_CARE) {
        return false;
      }
    }
    return true;
  }

  private static boolean withheldIsNotRecommended(Person person) {
    Set<String> withheld = new HashSet<>();
    person.answer().withheld().stream().map(Withheld::code).forEach(withheld::add);
    person.answer().escalations().stream().map(Escalation::action).forEach(withheld::remove);
    return Collections.disjoint(withheld, advised(person.answer()));
  }

  private static boolean noMedicineOutsideTheAges(Person person) {
    for (Finding finding : person.presentation().findings()) {
      if (finding instanceof Measured measured
          && measured.code().equals("AGE_YEARS")
          && (measured.value() < 16 || measured.value() > 90)) {
        boolean noted =
            person.answer().dataNotes().stream()
                .anyMatch(note -> note.findings().contains("AGE_YEARS"));
        boolean medicine =
            advised(person.answer()).stream()
                .map(ADVISOR.knowledge()::advice)
                .anyMatch(a -> a != null && a.category() == AdviceDefinition.Category.MEDICINE);
        return noted && !medicine && person.answer().urgency() != Urgency.SELF_CARE;
      }
    }
    return true;
  }

  private static boolean sharesAddUp(Person person) {
    List<Cause> causes = person.answer().causes();
    double sum = causes.stream().mapToDouble(Cause::share).sum();
    return causes.isEmpty() || Math.abs(sum - 1) < 0.0001 * causes.size();
  }

  private static boolean everyResultNamesItsSource(Person person) {
    Assessment answer = person.answer();
    Stream<Provenance> all =
        Stream.of(
                answer.escalations().stream().map(Escalation::provenance),
                answer.recommendations().stream().map(Recommendation::provenance),
                answer.withheld().stream().map(Withheld::provenance),
                answer.causes().stream()
                    .flatMap(cause -> cause.evidence().stream())
                    .map(evidence -> evidence.provenance()))
            .flatMap(provenance -> provenance);
    return all.allMatch(
        p -> !p.rule().isEmpty() && !p.sources().isEmpty() && !p.file().isEmpty() && p.line() > 0);
  }

  /**
   * People as they should be for it, so that the test does not hold merely because none is given.
   */
  @Test
  void anOralNsaidIsNeverGivenWithoutEveryAnswerThatAllowsIt() {
    int given = 0;
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
    Random random = new Random(8);
    for (int i = 0; i < PEOPLE; i++) {
      Map<String, Finding> answers = new HashMap<>();
      for (String code : List.of("PAIN_POSTERIOR_KNEE", "ONSET_GRADUAL", "TRAINING_INCREASE")) {
        answers.put(code, new Present(code));
      }
      for (FindingDefinition question : VOCABULARY) {
        boolean asked = question.screen() || question.group().equals("medicines");
        if (asked && random.nextInt(40) != 0) {
          answers.put(question.code(), new Absent(question.code()));
        } else if (asked && random.nextInt(4) == 0) {
          answers.put(question.code(), new Present(question.code()));
        }
      }
      int age = 10 + random.nextInt(70);
      String sex = List.of("female", "male", "intersex").get(random.nextInt(3));
      answers.put("AGE_YEARS", new Measured("AGE_YEARS", age));
      answers.put("SEX_AT_BIRTH", new Chosen("SEX_AT_BIRTH", sex));
      if (random.nextInt(10) != 0) {
        answers.put("PREGNANCY_STATUS", new Chosen("PREGNANCY_STATUS", "no"));
      }
      Assessment assessment = ADVISOR.assess(of(answers.values()));
      if (!advised(assessment).contains("ORAL_NSAID")) {
        continue;
      }
      given++;
      for (String code : mustBeAbsent) {
        assertThat(answers.get(code)).as(code).isInstanceOf(Absent.class);
      }
      assertThat(age).isBetween(16, 65);
      assertThat(
              sex.equals("male")
                  || (answers.containsKey("PREGNANCY_STATUS")
                      && answers.get("TRYING_TO_CONCEIVE") instanceof Absent))
          .isTrue();
      assertThat(assessment.urgency()).isIn(Urgency.SOON, Urgency.SELF_CARE);
    }
    assertThat(given).as("people to whom it was given at all").isGreaterThan(100);
  }
}
