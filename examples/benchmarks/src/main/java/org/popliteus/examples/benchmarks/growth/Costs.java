package org.popliteus.examples.benchmarks.growth;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Times by the processor time of the thread, so that what else runs on the machine counts little,
 * and memory by what stays after a collection.
 */
final class Costs {
  private static final int LEAST_RUNS = 5;
  private static final int COLLECTIONS = 4;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final long budget;

  /**
   * Sets how long one cost is measured at least.
   *
   * @param seconds the budget
   */
  Costs(double seconds) {
    this.budget = (long) (seconds * TimeUnit.SECONDS.toNanos(1));
  }

  /** What is measured. */
  interface Work {
    Object run() throws Exception;
  }

  /** The median of several runs in milliseconds; the first half of the budget warms up. */
  double milliseconds(Work work) throws Exception {
    List<Double> times = new ArrayList<>();
    long start = System.nanoTime();
    int runs = 0;
    while (runs < LEAST_RUNS || System.nanoTime() - start < budget) {
      long before = THREADS.getCurrentThreadCpuTime();
      Object result = work.run();
      double spent = (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
      if (result == null) {
        throw new IllegalStateException("nothing was done");
      }
      times.add(spent);
      runs++;
    }
    List<Double> warm = new ArrayList<>(times.subList(times.size() / 2, times.size()));
    Collections.sort(warm);
    return warm.get(warm.size() / 2);
  }

  /** Bytes that one run allocates in this thread. */
  static double allocated(Work work) throws Exception {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    if (work.run() == null) {
      throw new IllegalStateException("nothing was done");
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  /** Bytes of the heap that are in use after collections. */
  static long retained() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
