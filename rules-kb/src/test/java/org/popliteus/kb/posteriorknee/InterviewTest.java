package org.popliteus.kb.posteriorknee;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Cause;
import org.popliteus.engine.Likelihood;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.Urgency;
import org.popliteus.engine.fact.Absent;
import org.popliteus.engine.fact.Chosen;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Measured;
import org.popliteus.engine.fact.Present;
import org.popliteus.engine.fact.Unknown;
import org.popliteus.engine.interview.Interview;
import org.popliteus.engine.interview.NextQuestions;
import org.popliteus.engine.interview.Question;
import org.popliteus.engine.interview.Setting;
import org.popliteus.engine.knowledge.CauseDefinition;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Pattern;
import org.popliteus.engine.knowledge.PossibleAnswers;
import org.popliteus.engine.knowledge.RuleDefinition;
import org.popliteus.engine.knowledge.Truth;
import org.popliteus.engine.review.GeneratedPresentations;

/** Interviews by the shipped rules: what is asked, and that they end, and not too early. */
class InterviewTest {
  private static final Advisor ADVISOR = Advisor.create();
  private static final KnowledgeBase KNOWLEDGE = ADVISOR.knowledge();
  private static final Interview INTERVIEW = Interview.with(ADVISOR, Setting.LAY);

  private static Presentation of(Map<String, Finding> answers) {
    Presentation.Builder builder = Presentation.builder();
    answers.values().forEach(builder::add);
    return builder.build();
  }

  private static FindingDefinition question(String code) {
    return Objects.requireNonNull(KNOWLEDGE.finding(code), code);
  }

  /** People who run, feel something harmless, and are well otherwise. */
  static Stream<Map<String, Object>> wellRunners() {
    return Stream.of(
        Map.of(
            "PAIN_POSTERIOR_KNEE",
            true,
            "ONSET_GRADUAL",
            true,
            "WORSE_RUNNING",
            true,
            "PAIN_IMPROVING",
            true,
            "AGE_YEARS",
            34,
            "SEX_AT_BIRTH",
            "male",
            "DURATION_DAYS",
            10,
            "PAIN_SEVERITY",
            3),
        Map.of(
            "SORENESS_24_72H_AFTER_EFFORT",
            true,
            "PAIN_POSTERIOR_THIGH",
            true,
            "EASES_WITH_WARMUP",
            true,
            "PAIN_IMPROVING",
            true,
            "AGE_YEARS",
            28,
            "SEX_AT_BIRTH",
            "female",
            "PREGNANCY_STATUS",
            "no",
            "DURATION_DAYS",
            2,
            "PAIN_SEVERITY",
            4),
        Map.of(
            "PAIN_ANTERIOR_KNEE",
            true,
            "WORSE_STAIRS",
            true,
            "WORSE_PROLONGED_SITTING",
            true,
            "WORSE_RUNNING",
            true,
            "ONSET_GRADUAL",
            true,
            "AGE_YEARS",
            25,
            "SEX_AT_BIRTH",
            "female",
            "PREGNANCY_STATUS",
            "no",
            "DURATION_DAYS",
            20,
            "PAIN_SEVERITY",
            2),
        Map.of(
            "PAIN_LATERAL_KNEE", true,
            "WORSE_DOWNHILL", true,
            "WORSE_RUNNING", true,
            "DOWNHILL_OR_UNEVEN", true,
            "ONSET_GRADUAL", true,
            "AGE_YEARS", 41,
            "SEX_AT_BIRTH", "male",
            "DURATION_DAYS", 12,
            "PAIN_SEVERITY", 4));
  }

  /** The truth of a person about whom all else is well. */
  private static Finding truth(FindingDefinition question, Map<String, Object> person) {
    Object said = person.get(question.code());
    if (said instanceof Number number) {
      return new Measured(question.code(), number.doubleValue());
    }
    if (said instanceof String option) {
      return new Chosen(question.code(), option);
    }
    if (said != null) {
      return new Present(question.code());
    }
    return question.kind() == FindingDefinition.Kind.TRI_STATE
        ? new Absent(question.code())
        : new Unknown(question.code());
  }

  /** Asks until the urgency is final; the answers in the order in which they were asked. */
  private static Map<String, Finding> conducted(Map<String, Object> person) {
    Map<String, Finding> answers = new LinkedHashMap<>();
    NextQuestions next = INTERVIEW.next(of(answers));
    while (!next.urgencyIsFinal()) {
      assertThat(next.questions()).isNotEmpty();
      String code = next.questions().get(0).code();
      answers.put(code, truth(question(code), person));
      next = INTERVIEW.next(of(answers));
    }
    return answers;
  }

  @ParameterizedTest
  @MethodSource("wellRunners")
  void theInterviewOfAWellRunnerEndsWellBeforeEverythingIsAsked(Map<String, Object> person) {
    Map<String, Finding> answers = conducted(person);
    assertThat(ADVISOR.assess(of(answers)).urgency()).isEqualTo(Urgency.SELF_CARE);
    assertThat(ADVISOR.assess(of(answers)).provisional()).isFalse();
    // 156 can be asked of a lay person
    assertThat(answers).hasSizeLessThan(100);
  }

  @ParameterizedTest
  @MethodSource("wellRunners")
  void afterItEndedNoFurtherAnswersOfAWellRunnerRaiseTheUrgency(Map<String, Object> person) {
    assertNothingRaises(of(conducted(person)), new Random(31));
  }

  @Test
  void whereverTheUrgencyIsFinalNoFurtherAnswersRaiseIt() {
    GeneratedPresentations people = new GeneratedPresentations(KNOWLEDGE, 32);
    Map<Urgency, Integer> seen = new HashMap<>();
    Random random = new Random(32);
    for (int i = 0; i < 800; i++) {
      Presentation person = people.next(100 + random.nextInt(80));
      Urgency urgency = ADVISOR.assess(person).urgency();
      boolean isFinal = INTERVIEW.next(person).urgencyIsFinal();
      if (isFinal && urgency != Urgency.EMERGENCY && seen.merge(urgency, 1, Integer::sum) <= 3) {
        assertNothingRaises(person, random);
      }
    }
    assertThat(seen.get(Urgency.SAME_DAY)).isNotNull().isPositive();
    assertThat(seen.get(Urgency.SOON)).isNotNull().isPositive();
  }

  private static void assertNothingRaises(Presentation person, Random random) {
    Urgency urgency = ADVISOR.assess(person).urgency();
    List<FindingDefinition> open =
        INTERVIEW.next(person).questions().stream().map(q -> question(q.code())).toList();
    for (int i = 0; i < 1_000; i++) {
      Presentation completed = completed(person, open, random);
      assertThat(ADVISOR.assess(completed).urgency().isMoreUrgentThan(urgency)).isFalse();
    }
    for (CauseDefinition cause : KNOWLEDGE.causes()) {
      Presentation completed = inFavour(person, open, cause.code());
      assertThat(ADVISOR.assess(completed).urgency().isMoreUrgentThan(urgency)).isFalse();
    }
  }

  /** Every open question answered as the rules for a cause want it, and all others with no. */
  private static Presentation inFavour(
      Presentation person, List<FindingDefinition> open, String cause) {
    List<Pattern> wanted =
        KNOWLEDGE.rules().stream()
            .filter(
                rule ->
                    rule.then().stream()
                        .anyMatch(
                            said ->
                                said.kind() == Conclusion.Kind.SUPPORTS
                                    && said.subject().equals(cause)))
            .flatMap(rule -> rule.when().stream())
            .toList();
    Presentation.Builder builder = Presentation.builder();
    person.findings().forEach(builder::add);
    for (FindingDefinition question : open) {
      List<Finding> answers = PossibleAnswers.to(question, wanted);
      builder.add(
          answers.stream()
              .filter(answer -> wanted.stream().anyMatch(pattern -> pattern.accepts(answer)))
              .findFirst()
              .orElse(answers.get(answers.size() - 1)));
    }
    return builder.build();
  }

  /** Some or all of the open questions answered, with few or many of the answers yes. */
  private static Presentation completed(
      Presentation person, List<FindingDefinition> open, Random random) {
    Presentation.Builder builder = Presentation.builder();
    person.findings().forEach(builder::add);
    double answered = random.nextBoolean() ? 1 : random.nextDouble();
    double yes = random.nextBoolean() ? 1 : random.nextDouble();
    for (FindingDefinition question : open) {
      if (random.nextDouble() <= answered) {
        builder.add(
            switch (question.kind()) {
              case TRI_STATE ->
                  random.nextDouble() <= yes
                      ? new Present(question.code())
                      : new Absent(question.code());
              case CHOICE ->
                  new Chosen(
                      question.code(),
                      question.options().get(random.nextInt(question.options().size())));
              case NUMERIC ->
                  new Measured(
                      question.code(),
                      question.least()
                          + (question.most() - question.least())
                              * random.nextDouble()
                              * random.nextDouble());
            });
      }
    }
    return builder.build();
  }

  @Test
  void whereTheRankingIsSettledNoSingleAnswerChangesWhatLeads() {
    List<Pattern> asked =
        KNOWLEDGE.rules().stream().map(RuleDefinition::when).flatMap(List::stream).toList();
    GeneratedPresentations people = new GeneratedPresentations(KNOWLEDGE, 36);
    int settled = 0;
    for (int i = 0; i < 300 && settled < 15; i++) {
      Presentation person = people.next(60 + i % 100);
      NextQuestions next = INTERVIEW.next(person);
      if (!next.rankingIsSettled()) {
        continue;
      }
      settled++;
      List<String> leading = leading(ADVISOR.assess(person));
      for (Question question : next.questions()) {
        for (Finding answer : PossibleAnswers.to(question(question.code()), asked)) {
          Presentation.Builder builder = Presentation.builder().add(answer);
          person.findings().forEach(builder::add);
          assertThat(leading(ADVISOR.assess(builder.build()))).isEqualTo(leading);
        }
      }
    }
    assertThat(settled).isGreaterThan(5);
  }

  /** The cause that comes first, then every likely one. */
  private static List<String> leading(Assessment assessment) {
    List<String> leading = new ArrayList<>();
    assessment.causes().stream().limit(1).map(Cause::code).forEach(leading::add);
    assessment.causes().stream()
        .filter(cause -> cause.likelihood() == Likelihood.LIKELY)
        .map(Cause::code)
        .sorted()
        .forEach(leading::add);
    return leading;
  }

  @Test
  void theScreenIsAskedFirst() {
    GeneratedPresentations people = new GeneratedPresentations(KNOWLEDGE, 33);
    for (int i = 0; i < 100; i++) {
      List<Boolean> others = new ArrayList<>();
      INTERVIEW.next(people.next(20)).questions().forEach(q -> others.add(!q.screen()));
      assertThat(others).isSorted();
    }
  }

  @Test
  void whatDependsOnAnAnswerIsAskedAfterItAndNotAtAllOnceItMakesNoSense() {
    GeneratedPresentations people = new GeneratedPresentations(KNOWLEDGE, 34);
    for (int i = 0; i < 200; i++) {
      Presentation person = people.next(i % 60);
      Map<String, Finding> answers = new HashMap<>();
      person.findings().stream()
          .filter(finding -> !(finding instanceof Unknown))
          .forEach(finding -> answers.put(finding.code(), finding));
      List<String> order = new ArrayList<>();
      for (Question question : INTERVIEW.next(person).questions()) {
        FindingDefinition definition = question(question.code());
        assertThat(order).containsAll(question.after());
        assertThat(definition.after() != null && definition.after().truth(answers::get) == Truth.NO)
            .as(question.code())
            .isFalse();
        order.add(question.code());
      }
      assertThat(order).noneMatch(answers::containsKey).doesNotHaveDuplicates();
    }
  }

  @Test
  void anExaminationIsAskedForOnlyWhereAClinicianExamines() {
    Presentation nobody = Presentation.builder().build();
    List<String> lay = codes(INTERVIEW.next(nobody));
    List<String> clinician = codes(Interview.with(ADVISOR, Setting.CLINICIAN).next(nobody));
    assertThat(lay).noneMatch(code -> question(code).examination());
    assertThat(clinician).containsAll(lay).anyMatch(code -> question(code).examination());
  }

  @Test
  void aFolderOfTheSameRulesAsksTheSame() {
    Interview folder =
        Interview.with(
            Advisor.load(Path.of("src/main/resources/org/popliteus/kb/posteriorknee")),
            Setting.LAY);
    GeneratedPresentations people = new GeneratedPresentations(KNOWLEDGE, 35);
    for (int i = 0; i < 20; i++) {
      Presentation person = people.next(i);
      assertThat(folder.next(person)).isEqualTo(INTERVIEW.next(person));
    }
  }

  @Test
  void everyQuestionSaysWhatWaitsForIt() {
    for (Question question : INTERVIEW.next(Presentation.builder().build()).questions()) {
      assertThat(question.reason()).as(question.code()).endsWith(".");
      if (!question.waiting().isEmpty()) {
        assertThat(question.reason()).contains(question.waiting().get(0));
      }
    }
  }

  private static List<String> codes(NextQuestions next) {
    return next.questions().stream().map(Question::code).toList();
  }
}
