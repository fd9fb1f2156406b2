package org.popliteus.examples.benchmarks.contest;

import org.popliteus.engine.Advisor;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.review.GeneratedPresentations;
import org.popliteus.examples.benchmarks.Answer;
import org.popliteus.examples.benchmarks.Contestant;

/** The people who are assessed, the same ones for everybody. */
final class People {
  static final int COUNT = 256;
  static final int FINDINGS = 20;
  private static final long SEED = 42;

  private final Presentation[] people = new Presentation[COUNT];

  People(Advisor advisor) {
    GeneratedPresentations generated = new GeneratedPresentations(advisor.knowledge(), SEED);
    for (int i = 0; i < COUNT; i++) {
      people[i] = generated.next(FINDINGS);
    }
  }

  Presentation get(int number) {
    return people[number % COUNT];
  }

  /**
   * Lets a contestant answer for everybody.
   *
   * @throws IllegalStateException if one answer is not that of the advisor
   */
  void requireSameAnswers(Contestant contestant, Advisor advisor) {
    for (int i = 0; i < COUNT; i++) {
      if (!contestant.answer(people[i]).equals(Answer.of(advisor.assess(people[i])))) {
        throw new IllegalStateException(
            "decides otherwise than the advisor for generated person "
                + i
                + " of seed "
                + SEED
                + "\n  Maybe the engine changed, and the contestant must follow;"
                + " ContestantsTest shows where they differ.");
      }
    }
  }
}
