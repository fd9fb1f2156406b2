package org.popliteus.examples.benchmarks.contest;

import java.util.Locale;
import java.util.function.BiFunction;
import org.popliteus.examples.benchmarks.contest.Results.Spread;

/** Results as a table in Markdown. */
final class ResultTable {
  private ResultTable() {}

  static String values(Results results) {
    return table(
        (entrant, measure) -> {
          Spread spread = results.values(entrant, measure);
          return cell(measure == Measure.P50 || measure == Measure.P99 ? "%,.1f" : "%,.0f", spread);
        });
  }

  static String ratios(Results results) {
    return table((entrant, measure) -> cell("%.1f", results.ratios(entrant, measure)));
  }

  private static String table(BiFunction<Entrant, Measure, String> cell) {
    StringBuilder table = new StringBuilder("| |");
    StringBuilder line = new StringBuilder("|---|");
    for (Measure measure : Measure.values()) {
      table.append(' ').append(measure.title()).append(" |");
      line.append("--:|");
    }
    table.append('\n').append(line).append('\n');
    for (Entrant entrant : Entrant.values()) {
      table.append("| ").append(entrant.title()).append(" |");
      for (Measure measure : Measure.values()) {
        table.append(' ').append(cell.apply(entrant, measure)).append(" |");
      }
      table.append('\n');
    }
    return table.toString();
  }

  private static String cell(String format, Spread spread) {
    return String.format(
        Locale.ROOT,
        format + " (" + format + " to " + format + ")",
        spread.median(),
        spread.least(),
        spread.most());
  }
}
