package org.popliteus.engine.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.Urgency;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.Pattern;
import org.popliteus.engine.knowledge.PossibleAnswers;
import org.popliteus.engine.knowledge.RuleDefinition;
import org.popliteus.engine.review.GeneratedPresentations;

/** On a knowledge base small enough to try every set of answers. */
class ExhaustiveStopTest {
  private static final Advisor ADVISOR =
      Advisor.trying(Advisor.load(Path.of("src/test/resources/tiny")).knowledge());
  private static final Interview INTERVIEW = Interview.with(ADVISOR, Setting.CLINICIAN);
  private static final List<Pattern> ASKED =
      ADVISOR.knowledge().rules().stream().map(RuleDefinition::when).flatMap(List::stream).toList();

  @Test
  void theUrgencyIsFinalExactlyWhereNoSetOfAnswersRaisesIt() {
    GeneratedPresentations people = new GeneratedPresentations(ADVISOR.knowledge(), 41);
    int stopped = 0;
    int missed = 0;
    for (int i = 0; i < 250; i++) {
      Presentation person = people.next(10 + i % 7);
      NextQuestions next = INTERVIEW.next(person);
      Urgency urgency = ADVISOR.assess(person).urgency();
      boolean raised = canBeRaised(person.findings(), questions(next), urgency);
      if (next.urgencyIsFinal()) {
        assertThat(raised).isFalse();
        stopped++;
      } else if (!raised) {
        missed++;
      }
    }
    assertThat(stopped).isGreaterThan(50);
    // the proof looks at each line by itself, and may ask on where that is too coarse
    assertThat(missed).isLessThan(stopped / 10);
  }

  private static List<FindingDefinition> questions(NextQuestions next) {
    List<FindingDefinition> questions = new ArrayList<>();
    for (FindingDefinition finding : ADVISOR.knowledge().findings()) {
      if (next.questions().stream().anyMatch(q -> q.code().equals(finding.code()))) {
        questions.add(finding);
      }
    }
    return questions;
  }

  private static boolean canBeRaised(
      List<Finding> answers, List<FindingDefinition> open, Urgency urgency) {
    Presentation.Builder builder = Presentation.builder();
    answers.forEach(builder::add);
    if (ADVISOR.assess(builder.build()).urgency().isMoreUrgentThan(urgency)) {
      return true;
    }
    if (open.isEmpty()) {
      return false;
    }
    List<FindingDefinition> rest = open.subList(1, open.size());
    if (canBeRaised(answers, rest, urgency)) {
      return true;
    }
    for (Finding answer : PossibleAnswers.to(open.get(0), ASKED)) {
      List<Finding> more = new ArrayList<>(answers);
      more.add(answer);
      if (canBeRaised(more, rest, urgency)) {
        return true;
      }
    }
    return false;
  }
}
