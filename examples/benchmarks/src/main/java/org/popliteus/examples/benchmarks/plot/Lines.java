package org.popliteus.examples.benchmarks.plot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

/** Lines over two scales of logarithms, on which a power is straight. */
public final class Lines {
  private final XYChart chart;

  /** Begins a chart. */
  public Lines(String title, String across, String up) {
    chart =
        new XYChartBuilder()
            .width(900)
            .height(550)
            .title(title)
            .xAxisTitle(across)
            .yAxisTitle(up)
            .build();
    House.dress(chart.getStyler());
    chart.getStyler().setXAxisLogarithmic(true);
  }

  /** Adds a line; all numbers are above 0. */
  public void add(String name, List<Double> across, List<Double> up) {
    chart.addSeries(name, across, up);
  }

  /** Writes the chart as SVG, and says so. */
  public void write(Path file) throws IOException {
    VectorGraphicsEncoder.saveVectorGraphic(chart, file.toString(), VectorGraphicsFormat.SVG);
    System.out.println("written: " + file);
  }
}
