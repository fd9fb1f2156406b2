package org.popliteus.examples.cli;

/**
 * Tells on the error stream how far a long batch is: in one line that changes where a person
 * watches, in a line now and then where it is kept, and not at all where the answers themselves are
 * watched.
 */
final class Progress {
  private static final long EVERY = 10_000;
  private static final long NANOS = 250_000_000;
  private static final String CLEAR = "\r\u001b[K";

  private final Terminal terminal;
  private long next = System.nanoTime() + 4 * NANOS;
  private boolean shown;

  Progress(Terminal terminal) {
    this.terminal = terminal;
  }

  void show(long lines) {
    if (terminal.errIsWatched() && terminal.outIsWatched()) {
      return;
    }
    if (terminal.errIsWatched()) {
      long now = System.nanoTime();
      if (now - next >= 0) {
        next = now + NANOS;
        shown = true;
        terminal.err().print(CLEAR + lines + " lines answered");
        terminal.err().flush();
      }
    } else if (lines % EVERY == 0) {
      terminal.err().println("popliteus: " + lines + " lines answered");
    }
  }

  /** Leaves no half line behind. */
  void end() {
    if (shown) {
      terminal.err().print(CLEAR);
      terminal.err().flush();
    }
  }
}
