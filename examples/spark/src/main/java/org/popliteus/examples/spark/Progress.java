package org.popliteus.examples.spark;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.spark.ExceptionFailure;
import org.apache.spark.Success$;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * Tells now and then how far the writing is, in lines that can be kept. It is for people alone: a
 * row that is written twice is counted twice here, and what is reported in the end is counted from
 * the files.
 */
final class Progress extends SparkListener {
  private static final long SECONDS_BETWEEN = 5;

  private final PrintStream err;
  private final long rows;
  private final long start = System.nanoTime();
  private long done;
  private long told = start;

  Progress(PrintStream err, long rows) {
    this.err = err;
    this.rows = rows;
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
    if (end.reason() instanceof ExceptionFailure failure) {
      // its message might hold an answer
      err.println("popliteus-spark: a task failed and is tried again: " + failure.className());
    }
    TaskMetrics metrics = end.taskMetrics();
    if (metrics == null || !Success$.MODULE$.equals(end.reason())) {
      return;
    }
    done = Math.min(rows, done + metrics.outputMetrics().recordsWritten());
    long now = System.nanoTime();
    if (done > 0 && now - told >= TimeUnit.SECONDS.toNanos(SECONDS_BETWEEN)) {
      told = now;
      long left = Math.round((now - start) / 1e9 * (rows - done) / done);
      err.printf(
          Locale.ROOT,
          "popliteus-spark: %,d of %,d rows, %d %%, about %d s left%n",
          done,
          rows,
          100 * done / rows,
          left);
    }
  }
}
