package org.popliteus.examples.benchmarks.contest;

import java.util.Collection;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/**
 * Measures all entrants in turn, several times: what slows the machine for a while slows all of
 * them, and a ratio compares what was measured in the same round. Each measurement has a JVM of its
 * own; one thread is timed call by call, which gives its throughput too.
 */
final class Rounds {
  private static final String ALLOCATED = "gc.alloc.rate.norm";
  private static final double MICROS = 1e6;

  /** As many times as long to warm up where all cores are taken, and the JIT compiler waits. */
  private static final int LONGER = 3;

  private final int warmUp;
  private final int iterations;
  private final TimeValue length;
  private final Results results = new Results();

  /**
   * Sets how long each measurement takes.
   *
   * @param warmUp iterations before it
   * @param iterations that count
   * @param length of each
   */
  Rounds(int warmUp, int iterations, TimeValue length) {
    this.warmUp = warmUp;
    this.iterations = iterations;
    this.length = length;
  }

  Results run(int rounds) throws RunnerException {
    for (int round = 1; round <= rounds; round++) {
      for (Entrant entrant : Entrant.values()) {
        RunResult run = run(entrant, Mode.SampleTime, 1);
        Statistics micros = run.getPrimaryResult().getStatistics();
        results.add(round, entrant, Measure.ONE_THREAD, MICROS / micros.getMean());
        results.add(round, entrant, Measure.P50, micros.getPercentile(50));
        results.add(round, entrant, Measure.P99, micros.getPercentile(99));
        results.add(round, entrant, Measure.BYTES, allocated(run));
        say(round, entrant, Measure.P50, micros.getPercentile(50));
      }
      for (Entrant entrant : Entrant.values()) {
        double each = run(entrant, Mode.Throughput, 2).getPrimaryResult().getScore();
        results.add(round, entrant, Measure.TWO_THREADS, each * MICROS);
        say(round, entrant, Measure.TWO_THREADS, each * MICROS);
      }
    }
    return results;
  }

  private RunResult run(Entrant entrant, Mode mode, int threads) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(AssessBenchmark.class.getName())
            .param("entrant", entrant.name())
            .mode(mode)
            .threads(threads)
            .forks(1)
            .warmupIterations(threads == 1 ? warmUp : warmUp * LONGER)
            .warmupTime(length)
            .measurementIterations(iterations)
            .measurementTime(length)
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    Collection<RunResult> runs = new Runner(options.build()).run();
    return runs.iterator().next();
  }

  private static double allocated(RunResult run) {
    Result<?> allocated = run.getSecondaryResults().get(ALLOCATED);
    return allocated == null ? Double.NaN : allocated.getScore();
  }

  private static void say(int round, Entrant entrant, Measure measure, double value) {
    System.err.printf(
        "round %d, %-12s %,12.1f %s%n", round, entrant.title(), value, measure.title());
  }
}
