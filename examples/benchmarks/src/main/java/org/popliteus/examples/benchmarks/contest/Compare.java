package org.popliteus.examples.benchmarks.contest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.TimeValue;
import org.popliteus.examples.benchmarks.plot.Bars;
import org.popliteus.examples.benchmarks.plot.Csv;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** All contestants in turn, three times; a table of ratios, a CSV file and a plot. */
@Command(
    name = "compare",
    description = "Popliteus, Easy Rules, Evrete and naive Drools against a hand-written loop.")
public final class Compare implements Callable<Integer> {
  private static final int ROUNDS = 3;

  @Option(names = "--quick", description = "About five minutes instead of 25.")
  private boolean quick;

  @Option(names = "--out", description = "Where the files go; the current folder by default.")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException, RunnerException {
    Rounds rounds =
        quick ? new Rounds(5, 2, TimeValue.seconds(1)) : new Rounds(5, 8, TimeValue.seconds(3));
    Results results = rounds.run(ROUNDS);
    Files.createDirectories(out);
    System.out.printf(
        Locale.ROOT,
        "%n%d generated people, %d findings each, %d rounds: median (least to most)%n%n",
        People.COUNT,
        People.FINDINGS,
        ROUNDS);
    System.out.println(ResultTable.values(results));
    System.out.println("In hand-written = 1, more is worse:\n");
    System.out.println(ResultTable.ratios(results));
    csv(results).write(out.resolve("compare.csv"));
    plot(results, out.resolve("compare.svg"));
    return 0;
  }

  private static Csv csv(Results results) {
    Csv csv = new Csv("round", "contestant", "measure", "value", "ratio");
    for (Results.Line line : results.lines()) {
      csv.add(
          line.round(),
          line.entrant().title(),
          line.measure().title(),
          line.value(),
          results.ratio(line));
    }
    return csv;
  }

  private static void plot(Results results, Path file) throws IOException {
    List<String> measures = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      measures.add(measure.brief());
    }
    Bars bars =
        new Bars("An assessment, hand-written = 1", "times the hand-written loop", measures);
    for (Entrant entrant : Entrant.values()) {
      List<Double> heights = new ArrayList<>();
      for (Measure measure : Measure.values()) {
        heights.add(results.ratios(entrant, measure).median());
      }
      if (entrant != Entrant.HAND_WRITTEN) {
        bars.add(entrant.title(), heights);
      }
    }
    bars.write(file);
  }
}
