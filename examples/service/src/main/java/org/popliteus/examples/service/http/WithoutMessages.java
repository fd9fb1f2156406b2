package org.popliteus.examples.service.http;

import org.jspecify.annotations.Nullable;

/**
 * Where something failed, for a log: types and places of an exception and its causes. Their
 * messages stay out, since a library may put what a person answered into one.
 */
public final class WithoutMessages extends Exception {
  private static final long serialVersionUID = 1L;

  private WithoutMessages(Throwable failure, @Nullable Throwable cause) {
    super(failure.getClass().getName(), cause);
    setStackTrace(failure.getStackTrace());
  }

  /** The same failure without its messages. */
  public static Throwable of(Throwable failure) {
    Throwable cause = failure.getCause();
    return new WithoutMessages(failure, cause == null ? null : of(cause));
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
