package org.popliteus.examples.benchmarks.plot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows of numbers and names; names hold neither quotes nor line breaks. */
public final class Csv {
  private final List<String> rows = new ArrayList<>();

  /** Begins with the names of the columns. */
  public Csv(String... columns) {
    rows.add(String.join(",", columns));
  }

  /** Adds a row. */
  public void add(Object... values) {
    List<String> cells = new ArrayList<>();
    for (Object value : values) {
      if (value instanceof Double number) {
        cells.add(String.format(Locale.ROOT, "%.4f", number));
      } else {
        String text = String.valueOf(value);
        cells.add(text.contains(",") ? '"' + text + '"' : text);
      }
    }
    rows.add(String.join(",", cells));
  }

  /** Writes all rows to a file, and says so. */
  public void write(Path file) throws IOException {
    Files.writeString(file, String.join("\n", rows) + "\n");
    System.out.println("written: " + file);
  }
}
