package org.popliteus.examples.benchmarks.contest;

/** What is measured of an assessment. */
enum Measure {
  ONE_THREAD("assessments a second, 1 thread", "1 thread", true),
  TWO_THREADS("assessments a second, 2 threads", "2 threads", true),
  P50("p50, us", "p50", false),
  P99("p99, us", "p99", false),
  BYTES("bytes allocated", "bytes", false);

  private final String title;
  private final String brief;
  private final boolean moreIsBetter;

  Measure(String title, String brief, boolean moreIsBetter) {
    this.title = title;
    this.brief = brief;
    this.moreIsBetter = moreIsBetter;
  }

  String title() {
    return title;
  }

  String brief() {
    return brief;
  }

  /** How many times worse than the first; for throughput too, more is worse. */
  double ratio(double value, double ofFirst) {
    return moreIsBetter ? ofFirst / value : value / ofFirst;
  }
}
