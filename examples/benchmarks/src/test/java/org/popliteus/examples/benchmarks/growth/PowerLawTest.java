package org.popliteus.examples.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.popliteus.examples.benchmarks.growth.PowerLaw.Point;

class PowerLawTest {
  @Test
  void whatDoublesWithTheDoubleIsLinear() {
    List<Point> points = List.of(new Point(50, 3), new Point(100, 6), new Point(800, 48));

    assertThat(PowerLaw.exponent(points)).isCloseTo(1, within(1e-9));
  }

  @Test
  void whatIsFourfoldWithTheDoubleIsASquare() {
    List<Point> points = List.of(new Point(1, 5), new Point(2, 20), new Point(4, 80));

    assertThat(PowerLaw.exponent(points)).isCloseTo(2, within(1e-9));
  }

  @Test
  void whatStaysHasNoExponent() {
    List<Point> points = List.of(new Point(1, 5), new Point(10, 5), new Point(100, 5));

    assertThat(PowerLaw.exponent(points)).isCloseTo(0, within(1e-9));
  }

  @Test
  void linesAtDifferentHeightsShareTheirExponent() {
    List<Point> low = List.of(new Point(1, 1), new Point(10, 10));
    List<Point> high = List.of(new Point(1, 70), new Point(10, 700));

    assertThat(PowerLaw.exponentWithin(List.of(low, high))).isCloseTo(1, within(1e-9));
  }
}
