package org.popliteus.examples.benchmarks.growth;

import java.util.List;

/** The exponent of a growth, fitted by least squares on logarithms. */
final class PowerLaw {
  private PowerLaw() {}

  /** One measured point. */
  record Point(double x, double y) {}

  /** By how much y grows with x: 1 is linear, 2 a square; NaN for less than two points. */
  static double exponent(List<Point> points) {
    double xs = 0;
    double ys = 0;
    for (Point point : points) {
      xs += Math.log(point.x);
      ys += Math.log(point.y);
    }
    double meanX = xs / points.size();
    double meanY = ys / points.size();
    double above = 0;
    double below = 0;
    for (Point point : points) {
      double x = Math.log(point.x) - meanX;
      above += x * (Math.log(point.y) - meanY);
      below += x * x;
    }
    return above / below;
  }
}
