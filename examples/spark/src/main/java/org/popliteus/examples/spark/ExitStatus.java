package org.popliteus.examples.spark;

/** How a command ended. */
final class ExitStatus {
  /** Every row has its answer, bad ones their problems. */
  static final int DONE = 0;

  /** The knowledge base has mistakes, or something went wrong inside. */
  static final int FAULT = 1;

  /** Bad input or usage; picocli ends with the same. */
  static final int BAD_INPUT = 2;

  private ExitStatus() {}
}
