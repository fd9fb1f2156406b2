package org.popliteus.examples.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.review.GeneratedPresentations;

/**
 * The ratio where the machine is not quiet: both sides in turn in one process, by the processor
 * time of the thread.
 */
public final class InTurn {
  private static final int PEOPLE = 256;
  private static final int FINDINGS = 20;
  private static final int TIMES = 6;
  private static final int WARM_UP = 40;
  private static final int ROUNDS = 40;

  private InTurn() {}

  private interface Side {
    Object answer(Presentation presentation);
  }

  /** Prints the median of each side and of the ratio, with the lowest and the highest decile. */
  public static void main(String[] arguments) {
    Advisor advisor = Advisor.create();
    HandWritten handWritten = new HandWritten(advisor.knowledge());
    GeneratedPresentations generated = new GeneratedPresentations(advisor.knowledge(), 20);
    List<Presentation> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      people.add(generated.next(FINDINGS));
    }
    List<Double> drools = new ArrayList<>();
    List<Double> byHand = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      double a = microseconds(people, advisor::assess);
      double b = microseconds(people, handWritten::answer);
      if (round >= WARM_UP) {
        drools.add(a);
        byHand.add(b);
        ratios.add(a / b);
      }
    }
    System.out.printf(Locale.ROOT, "advisor      %s us%n", spread(drools));
    System.out.printf(Locale.ROOT, "hand-written %s us%n", spread(byHand));
    System.out.printf(Locale.ROOT, "ratio        %s%n", spread(ratios));
  }

  private static double microseconds(List<Presentation> people, Side side) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    int answered = 0;
    for (int i = 0; i < TIMES; i++) {
      for (Presentation person : people) {
        answered += side.answer(person) == null ? 0 : 1;
      }
    }
    return (threads.getCurrentThreadCpuTime() - start) / 1_000.0 / answered;
  }

  private static String spread(List<Double> values) {
    Collections.sort(values);
    int tenth = values.size() / 10;
    return String.format(
        Locale.ROOT,
        "%.1f (%.1f to %.1f)",
        values.get(values.size() / 2),
        values.get(tenth),
        values.get(values.size() - 1 - tenth));
  }
}
