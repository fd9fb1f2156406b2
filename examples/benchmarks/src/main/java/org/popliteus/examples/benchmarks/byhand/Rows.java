package org.popliteus.examples.benchmarks.byhand;

import java.util.ArrayList;
import java.util.List;

/** Rows of different lengths in one array; they are filled in their order. */
final class Rows {
  private final int[] starts;
  private final List<Integer> values = new ArrayList<>();

  Rows(int rows) {
    starts = new int[rows + 1];
  }

  void add(int row, int value) {
    values.add(value);
    starts[row + 1] = values.size();
  }

  /** Row r reaches from {@code starts[r]} to before {@code starts[r + 1]}. */
  int[] starts() {
    for (int row = 1; row < starts.length; row++) {
      starts[row] = Math.max(starts[row], starts[row - 1]);
    }
    return starts;
  }

  int[] values() {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }
}
