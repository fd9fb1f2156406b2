package org.popliteus.engine.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Cause;
import org.popliteus.engine.Likelihood;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Unknown;
import org.popliteus.engine.review.GeneratedPresentations;

/** The thrifty reckoning of an interview is held against the assessments of the shipped rules. */
class StandingTest {
  private static final Advisor ADVISOR = Advisor.create();
  private static final Rulebook BOOK = new Rulebook(ADVISOR.knowledge());

  private static List<Finding> known(Presentation person) {
    return person.findings().stream().filter(finding -> !(finding instanceof Unknown)).toList();
  }

  private static void assertAgrees(Standing standing, Assessment assessment) {
    double[] shares = standing.shares();
    assertThat(standing.urgency(shares)).isEqualTo(Rulebook.rank(assessment.urgency()));
    Map<String, Cause> listed = new HashMap<>();
    assessment.causes().forEach(cause -> listed.put(cause.code(), cause));
    for (Case one : BOOK.cases()) {
      Cause cause = listed.get(one.definition().code());
      assertThat(standing.isListed(one)).isEqualTo(cause != null);
      assertThat(shares[one.number()]).isEqualTo(cause == null ? 0 : cause.share());
      assertThat(standing.isLikely(one, shares))
          .isEqualTo(cause != null && cause.likelihood() == Likelihood.LIKELY);
    }
  }

  @Test
  void itSaysOfUrgencyShareAndLikelihoodWhatAnAssessmentSays() {
    GeneratedPresentations people = new GeneratedPresentations(ADVISOR.knowledge(), 21);
    for (int i = 0; i < 2_000; i++) {
      Presentation person = i % 10 == 0 ? people.next() : people.next(i % 60);
      assertAgrees(new Standing(BOOK, known(person)), ADVISOR.assess(person));
    }
  }

  @Test
  void oneMoreAnswerGivesWhatAllAnswersTogetherGive() {
    GeneratedPresentations people = new GeneratedPresentations(ADVISOR.knowledge(), 22);
    Random random = new Random(22);
    for (int i = 0; i < 1_000; i++) {
      List<Finding> known = new ArrayList<>(known(people.next(1 + i % 60)));
      if (known.isEmpty()) {
        continue;
      }
      Finding last = known.remove(random.nextInt(known.size()));
      int topic = BOOK.vocabulary().number(last.code());
      Option option = new Option(topic, last, BOOK.lines().satisfied(topic, last), 1);
      Standing step = new Standing(BOOK, known).with(option);
      known.add(last);
      Presentation.Builder builder = Presentation.builder();
      known.forEach(builder::add);
      assertAgrees(step, ADVISOR.assess(builder.build()));
    }
  }
}
