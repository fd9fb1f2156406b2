package org.popliteus.examples.benchmarks.contest;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.popliteus.engine.Advisor;
import org.popliteus.examples.benchmarks.Contestant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The ratios where the machine is not quiet: all contestants in turn in one process, by the
 * processor time of the thread.
 */
@Command(
    name = "in-turn",
    description = "The ratios where the machine is not quiet, by processor time.")
public final class InTurn implements Callable<Integer> {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Option(names = "--seconds", description = "For all together, half of it to warm up; 120.")
  private int seconds = 120;

  private final Map<Entrant, Contestant> contestants = new EnumMap<>(Entrant.class);
  private final Map<Entrant, List<Double>> times = new EnumMap<>(Entrant.class);
  private final Map<Entrant, List<Double>> ratios = new EnumMap<>(Entrant.class);
  private final Map<Entrant, Double> bytes = new EnumMap<>(Entrant.class);

  @Override
  public Integer call() {
    Advisor advisor = Advisor.create();
    People people = new People(advisor);
    for (Entrant entrant : Entrant.values()) {
      Contestant contestant = entrant.enter(advisor);
      people.requireSameAnswers(contestant, advisor);
      contestants.put(entrant, contestant);
    }
    long half = TimeUnit.SECONDS.toNanos(seconds) / 2;
    long start = System.nanoTime();
    for (boolean warm = false; System.nanoTime() - start < 2 * half; ) {
      warm |= System.nanoTime() - start > half;
      round(people, warm);
    }
    System.out.println("| | us of the processor | ratio | bytes |");
    System.out.println("|---|--:|--:|--:|");
    for (Entrant entrant : Entrant.values()) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %s | %,.0f |%n",
          entrant.title(),
          spread(times.getOrDefault(entrant, List.of())),
          spread(ratios.getOrDefault(entrant, List.of())),
          bytes.getOrDefault(entrant, Double.NaN));
    }
    return 0;
  }

  private void round(People people, boolean counts) {
    double byHand = Double.NaN;
    for (Map.Entry<Entrant, Contestant> one : contestants.entrySet()) {
      Entrant entrant = one.getKey();
      long allocated = THREADS.getCurrentThreadAllocatedBytes();
      long time = THREADS.getCurrentThreadCpuTime();
      int answered = 0;
      for (int i = 0; i < people(entrant); i++) {
        answered += one.getValue().assess(people.get(i)) == null ? 0 : 1;
      }
      double micros = (THREADS.getCurrentThreadCpuTime() - time) / 1e3 / answered;
      if (entrant == Entrant.HAND_WRITTEN) {
        byHand = micros;
      }
      if (counts) {
        times.computeIfAbsent(entrant, e -> new ArrayList<>()).add(micros);
        ratios.computeIfAbsent(entrant, e -> new ArrayList<>()).add(micros / byHand);
        bytes.put(
            entrant, (double) (THREADS.getCurrentThreadAllocatedBytes() - allocated) / answered);
      }
    }
  }

  /** What is slow answers for fewer, so that the others are warm in time. */
  private static int people(Entrant entrant) {
    return switch (entrant) {
      case HAND_WRITTEN, POPLITEUS, EASY_RULES -> 4 * People.COUNT;
      case EVRETE, NAIVE_DROOLS -> People.COUNT / 4;
    };
  }

  /** The median, with the lowest and the highest decile. */
  private static String spread(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    int tenth = sorted.size() / 10;
    return String.format(
        Locale.ROOT,
        "%.1f (%.1f to %.1f)",
        sorted.get(sorted.size() / 2),
        sorted.get(tenth),
        sorted.get(sorted.size() - 1 - tenth));
  }
}
