package org.popliteus.examples.spark;

import java.util.Locale;

/** What was written is not what the input holds. */
final class Incomplete extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Incomplete(String out, long written, long input) {
    super(
        String.format(Locale.ROOT, "%s holds %,d rows, and the input %,d", out, written, input)
            + "\n  Maybe the input was changed while it was read; run it again with --overwrite.");
  }
}
