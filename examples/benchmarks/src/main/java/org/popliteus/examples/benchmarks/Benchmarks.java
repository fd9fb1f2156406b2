package org.popliteus.examples.benchmarks;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmark and prints both sides in one table. */
public final class Benchmarks {
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private Benchmarks() {}

  /**
   * Takes the options of JMH.
   *
   * @throws CommandLineOptionException if an option is none of them
   * @throws RunnerException if a benchmark cannot run
   */
  public static void main(String[] args) throws CommandLineOptionException, RunnerException {
    Options options =
        new OptionsBuilder()
            .parent(new CommandLineOptions(args))
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .build();
    Collection<RunResult> results = new Runner(options).run();
    RunResult handWritten = find(results, "handWritten");
    RunResult advisor = find(results, "advisor");
    if (handWritten == null || advisor == null) {
      return;
    }
    System.out.printf(
        "%n%d generated people, %d findings each%n%n",
        AssessBenchmark.PEOPLE, AssessBenchmark.FINDINGS);
    System.out.println(
        "|              | us/assessment |  error |  ratio | bytes/assessment |  ratio |");
    System.out.println(
        "|--------------|--------------:|-------:|-------:|-----------------:|-------:|");
    print("hand-written", handWritten, handWritten);
    print("advisor", advisor, handWritten);
  }

  private static @Nullable RunResult find(Collection<RunResult> results, String side) {
    for (RunResult result : results) {
      if (result.getPrimaryResult().getLabel().equals(side)) {
        return result;
      }
    }
    return null;
  }

  private static void print(String name, RunResult side, RunResult handWritten) {
    Result<?> time = side.getPrimaryResult();
    System.out.printf(
        Locale.ROOT,
        "| %-12s | %13.2f | %6.2f | %6.2f | %16.0f | %6.2f |%n",
        name,
        time.getScore(),
        time.getScoreError(),
        time.getScore() / handWritten.getPrimaryResult().getScore(),
        allocated(side),
        allocated(side) / allocated(handWritten));
  }

  private static double allocated(RunResult side) {
    Result<?> allocated = side.getSecondaryResults().get(ALLOCATED);
    return allocated == null ? Double.NaN : allocated.getScore();
  }
}
