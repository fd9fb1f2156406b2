package org.popliteus.engine.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.InvalidPresentationException;
import org.popliteus.engine.Presentation;

/** What is asked of a dragon. */
class NextQuestionsTest {
  private static final Advisor ADVISOR = Advisor.load(Path.of("src/test/resources/tiny"));

  private static NextQuestions next(Presentation.Builder dragon) {
    return Interview.with(ADVISOR, Setting.LAY).next(dragon.build());
  }

  private static List<String> codes(NextQuestions next) {
    return next.questions().stream().map(Question::code).toList();
  }

  private static Question question(NextQuestions next, String code) {
    return next.questions().stream()
        .filter(question -> question.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(code));
  }

  /** Everything that is dangerous or wants a review is answered with no. */
  private static Presentation.Builder harmless() {
    return Presentation.builder()
        .absent("TAIL_COLD", "SMOKE_FROM_TAIL", "TAIL_SWOLLEN", "LONG_HOARD_WATCH")
        .measured("AGE_YEARS", 40)
        .measured("GIRTH_DIFF_CM", 0);
  }

  @Test
  void theScreenComesFirst() {
    assertThat(codes(next(Presentation.builder())).subList(0, 2))
        .containsExactlyInAnyOrder("TAIL_COLD", "SMOKE_FROM_TAIL");
  }

  @Test
  void aQuestionThatAnotherMakesSensibleComesAfterIt() {
    NextQuestions next = next(Presentation.builder());
    assertThat(codes(next)).containsSubsequence("TAIL_COLD", "NUMBNESS_SPREADS");
    assertThat(question(next, "NUMBNESS_SPREADS").after()).containsExactly("TAIL_COLD");
  }

  @Test
  void aQuestionThatMakesNoSenseIsNotAsked() {
    assertThat(codes(next(Presentation.builder().absent("TAIL_COLD"))))
        .doesNotContain("NUMBNESS_SPREADS");
  }

  @Test
  void asUnknownIsNotANoWhatDependsOnItIsStillAsked() {
    assertThat(codes(next(Presentation.builder().unknown("TAIL_COLD"))))
        .contains("NUMBNESS_SPREADS")
        .doesNotContain("TAIL_COLD");
  }

  @Test
  void anExaminationIsAskedForOnlyWhereAClinicianExamines() {
    assertThat(codes(next(Presentation.builder()))).doesNotContain("EXAM_SCALES_LOOSE");
    assertThat(
            codes(Interview.with(ADVISOR, Setting.CLINICIAN).next(Presentation.builder().build())))
        .contains("EXAM_SCALES_LOOSE");
  }

  @Test
  void theReasonNamesTheRulesThatWait() {
    Question question = question(next(Presentation.builder()), "TAIL_SWOLLEN");
    assertThat(question.waiting()).startsWith("RF-02", "RF-03", "FC-02", "FC-04");
    assertThat(question.reason())
        .isEqualTo("Asked because RF-02, RF-03, FC-02 and 3 more wait for it.");
  }

  @Test
  void whatRaisesTheUrgencyMovesMore() {
    NextQuestions next = next(Presentation.builder().absent("TAIL_COLD", "SMOKE_FROM_TAIL"));
    assertThat(question(next, "TAIL_SWOLLEN").urgencyMove())
        .isGreaterThan(question(next, "PAIN_AT_TIP").urgencyMove());
  }

  @Test
  void whatNothingWaitsForMovesNothing() {
    Question question = question(next(harmless()), "MOULTING");
    assertThat(question.urgencyMove()).isZero();
    assertThat(question.rankingMove()).isZero();
    assertThat(question.waiting()).containsExactly("requires:BRIMSTONE");
  }

  @Test
  void theUrgencyIsFinalOnceNothingCanRaiseIt() {
    assertThat(next(harmless()).urgencyIsFinal()).isTrue();
  }

  @Test
  void theUrgencyIsNotFinalWhileOneEscalationCanStillFire() {
    Presentation.Builder ageUnknown =
        Presentation.builder()
            .absent("TAIL_COLD", "SMOKE_FROM_TAIL", "TAIL_SWOLLEN", "LONG_HOARD_WATCH")
            .measured("GIRTH_DIFF_CM", 0);
    assertThat(next(ageUnknown).urgencyIsFinal()).isFalse();
    assertThat(next(ageUnknown.unknown("AGE_YEARS")).urgencyIsFinal()).isTrue();
  }

  @Test
  void whereAClinicianExaminesACauseThatWantsAReviewKeepsItOpen() {
    Interview examined = Interview.with(ADVISOR, Setting.CLINICIAN);
    assertThat(examined.next(harmless().build()).urgencyIsFinal()).isFalse();
    assertThat(examined.next(harmless().absent("EXAM_SCALES_LOOSE").build()).urgencyIsFinal())
        .isTrue();
  }

  @Test
  void anEmergencyIsFinal() {
    assertThat(
            next(Presentation.builder().present("TAIL_COLD", "NUMBNESS_SPREADS")).urgencyIsFinal())
        .isTrue();
  }

  @Test
  void theRankingIsSettledOnceNoSingleAnswerChangesWhatLeads() {
    assertThat(next(harmless()).rankingIsSettled()).isFalse();
    assertThat(
            next(harmless()
                    .present("PAIN_AT_TIP", "ONSET_SUDDEN")
                    .absent("PAIN_AT_ROOT", "ONSET_GRADUAL", "FLEW_FURTHER")
                    .chosen("SCALE_COLOUR", "red"))
                .rankingIsSettled())
        .isTrue();
  }

  @Test
  void aFindingThatTheVocabularyDoesNotKnowIsRefused() {
    assertThatThrownBy(() -> next(Presentation.builder().present("TAIL_COLT")))
        .isInstanceOf(InvalidPresentationException.class);
  }

  @Test
  void nothingOfThePersonStandsInTheText() {
    assertThat(next(harmless()).toString()).isEqualTo("NextQuestions");
  }
}
