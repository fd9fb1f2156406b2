package org.popliteus.kb.posteriorknee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.review.GeneratedPresentations;

/** One advisor serves many threads. */
class ThreadsTest {
  private static final int THREADS = 8;
  private static final int ASSESSMENTS = 100_000;
  private static final int PEOPLE = 500;

  @Test
  void everyAnswerOfEightThreadsEqualsTheSingleThreadedOne() throws Exception {
    Advisor advisor = Advisor.create();
    GeneratedPresentations generated = new GeneratedPresentations(advisor.knowledge(), 11);
    List<Presentation> people = new ArrayList<>();
    List<Assessment> answers = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      people.add(generated.next(i % 60));
      answers.add(advisor.assess(people.get(i)));
    }
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Integer>> work = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int first = thread;
        work.add(
            () -> {
              int equal = 0;
              for (int i = first; i < ASSESSMENTS; i += THREADS) {
                int person = i % PEOPLE;
                equal += advisor.assess(people.get(person)).equals(answers.get(person)) ? 1 : 0;
              }
              return equal;
            });
      }
      int equal = 0;
      for (Future<Integer> done : threads.invokeAll(work)) {
        equal += done.get();
      }
      assertThat(equal).isEqualTo(ASSESSMENTS);
    } finally {
      threads.shutdownNow();
    }
  }
}
