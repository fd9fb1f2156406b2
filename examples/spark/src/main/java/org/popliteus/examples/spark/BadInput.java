package org.popliteus.examples.spark;

/** Input or usage that a command cannot work with; its message ends in a line with "Maybe". */
final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadInput(String message, String maybe) {
    super(message + "\n  " + maybe);
  }
}
