package org.popliteus.examples.benchmarks.contest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResultsTest {
  private final Results results = new Results();

  @Test
  void aRatioComparesWhatWasMeasuredInTheSameRound() {
    round(1, Measure.P50, 10, 40);
    round(2, Measure.P50, 30, 150);
    round(3, Measure.P50, 20, 60);

    assertThat(results.ratios(Entrant.POPLITEUS, Measure.P50))
        .isEqualTo(new Results.Spread(4, 3, 5));
  }

  @Test
  void moreIsWorseAlsoWhereMoreIsDone() {
    round(1, Measure.ONE_THREAD, 40_000, 10_000);

    assertThat(results.ratios(Entrant.POPLITEUS, Measure.ONE_THREAD).median()).isEqualTo(4);
  }

  @Test
  void theTableHasARowForEachContestant() {
    for (Measure measure : Measure.values()) {
      for (Entrant entrant : Entrant.values()) {
        results.add(1, entrant, measure, 1 + entrant.title().length());
      }
    }

    assertThat(ResultTable.ratios(results))
        .contains("| hand-written | 1.0 (1.0 to 1.0) |")
        .contains("| naive Drools |");
  }

  private void round(int round, Measure measure, double byHand, double byAdvisor) {
    results.add(round, Entrant.HAND_WRITTEN, measure, byHand);
    results.add(round, Entrant.POPLITEUS, measure, byAdvisor);
  }
}
