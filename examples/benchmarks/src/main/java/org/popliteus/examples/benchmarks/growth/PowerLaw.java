package org.popliteus.examples.benchmarks.growth;

import java.util.Collection;
import java.util.List;

/** The exponent of a growth, fitted by least squares on logarithms. */
final class PowerLaw {
  private PowerLaw() {}

  /** One measured point. */
  record Point(double x, double y) {}

  /** By how much y grows with x: 1 is linear, 2 a square; NaN for less than two points. */
  static double exponent(List<Point> points) {
    return exponentWithin(List.of(points));
  }

  /** One exponent for several lines, each at a height of its own. */
  static double exponentWithin(Collection<List<Point>> lines) {
    double above = 0;
    double below = 0;
    for (List<Point> line : lines) {
      double meanX = line.stream().mapToDouble(point -> Math.log(point.x)).average().orElse(0);
      double meanY = line.stream().mapToDouble(point -> Math.log(point.y)).average().orElse(0);
      for (Point point : line) {
        double x = Math.log(point.x) - meanX;
        above += x * (Math.log(point.y) - meanY);
        below += x * x;
      }
    }
    return above / below;
  }
}
