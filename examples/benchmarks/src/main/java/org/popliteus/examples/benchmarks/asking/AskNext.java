package org.popliteus.examples.benchmarks.asking;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.interview.Interview;
import org.popliteus.engine.interview.NextQuestions;
import org.popliteus.engine.interview.Setting;
import org.popliteus.engine.review.GeneratedPresentations;
import picocli.CommandLine.Command;

/**
 * What it costs to say what to ask next, over every open lay question, by the processor time of the
 * thread.
 */
@Command(name = "ask-next", description = "What it costs to put all open questions in order.")
public final class AskNext implements Callable<Integer> {
  private static final int PEOPLE = 256;
  private static final int FINDINGS = 20;
  private static final int WARM_UP = 10;
  private static final int ROUNDS = 10;

  /** Prints the median of all calls, with the lowest and the highest decile. */
  @Override
  public Integer call() {
    Advisor advisor = Advisor.create();
    Interview interview = Interview.with(advisor, Setting.LAY);
    GeneratedPresentations generated = new GeneratedPresentations(advisor.knowledge(), 20);
    List<Presentation> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      people.add(generated.next(FINDINGS));
    }
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    List<Double> milliseconds = new ArrayList<>();
    long questions = 0;
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      for (Presentation person : people) {
        long start = threads.getCurrentThreadCpuTime();
        NextQuestions next = interview.next(person);
        double spent = (threads.getCurrentThreadCpuTime() - start) / 1e6;
        if (round >= WARM_UP) {
          milliseconds.add(spent);
          questions += next.questions().size();
        }
      }
    }
    Collections.sort(milliseconds);
    System.out.printf(
        Locale.ROOT,
        "what to ask next, of %d open questions: %.2f ms (%.2f to %.2f)%n",
        questions / milliseconds.size(),
        milliseconds.get(milliseconds.size() / 2),
        milliseconds.get(milliseconds.size() / 10),
        milliseconds.get(milliseconds.size() * 9 / 10));
    return 0;
  }
}
