package org.popliteus.examples.benchmarks.plot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;

/** Groups of bars over a scale of logarithms. */
public final class Bars {
  private final CategoryChart chart;
  private final List<String> groups;

  /** Begins a chart. */
  public Bars(String title, String scale, List<String> groups) {
    this.groups = List.copyOf(groups);
    chart =
        new CategoryChartBuilder().width(900).height(500).title(title).yAxisTitle(scale).build();
    House.dress(chart.getStyler());
    chart.getStyler().setLabelsVisible(true);
    chart.getStyler().setDecimalPattern("#,##0.#");
    chart.getStyler().setYAxisMin(1.0);
  }

  /** Adds a bar to each group. */
  public void add(String name, List<Double> heights) {
    chart.addSeries(name, groups, heights);
  }

  /** Writes the chart as SVG, and says so. */
  public void write(Path file) throws IOException {
    VectorGraphicsEncoder.saveVectorGraphic(chart, file.toString(), VectorGraphicsFormat.SVG);
    System.out.println("written: " + file);
  }
}
