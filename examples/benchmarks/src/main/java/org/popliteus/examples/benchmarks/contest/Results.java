package org.popliteus.examples.benchmarks.contest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What was measured, by round. */
final class Results {
  private final List<Line> lines = new ArrayList<>();

  /** One value of one round. */
  record Line(int round, Entrant entrant, Measure measure, double value) {}

  /** The middle of all rounds, with the least and the most. */
  record Spread(double median, double least, double most) {
    private static Spread of(double[] values) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      return new Spread(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }
  }

  void add(int round, Entrant entrant, Measure measure, double value) {
    lines.add(new Line(round, entrant, measure, value));
  }

  List<Line> lines() {
    return List.copyOf(lines);
  }

  /** How many times worse than the hand-written loop of the same round. */
  double ratio(Line line) {
    for (Line other : lines) {
      if (other.round == line.round
          && other.measure == line.measure
          && other.entrant == Entrant.HAND_WRITTEN) {
        return line.measure.ratio(line.value, other.value);
      }
    }
    throw new IllegalStateException("the hand-written loop was not measured in this round");
  }

  Spread values(Entrant entrant, Measure measure) {
    return spread(entrant, measure, Line::value);
  }

  Spread ratios(Entrant entrant, Measure measure) {
    return spread(entrant, measure, this::ratio);
  }

  private Spread spread(Entrant entrant, Measure measure, ToDoubleFunction<Line> number) {
    return Spread.of(
        lines.stream()
            .filter(line -> line.entrant == entrant && line.measure == measure)
            .mapToDouble(number)
            .toArray());
  }
}
