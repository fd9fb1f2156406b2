package org.popliteus.examples.cli;

/** How a command ended. */
final class ExitStatus {
  static final int DONE = 0;

  /** The knowledge base has mistakes, or something went wrong inside. */
  static final int FAULT = 1;

  /** Bad input or usage; picocli ends with the same. */
  static final int BAD_INPUT = 2;

  private ExitStatus() {}
}
