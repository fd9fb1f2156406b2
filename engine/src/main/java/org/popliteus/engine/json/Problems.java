package org.popliteus.engine.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Problem;
import org.popliteus.engine.Problem.Kind;

/** The problems of one text, in the order in which they stand there. */
final class Problems {
  /** A flood of unknown codes is not answered code by code. */
  private static final int MOST = 100;

  private final @Nullable Integer onlyLine;
  private final List<Problem> told = new ArrayList<>();

  /**
   * Makes an empty list.
   *
   * @param onlyLine the line of a longer text that this one is; null where it stands alone
   */
  Problems(@Nullable Integer onlyLine) {
    this.onlyLine = onlyLine;
  }

  void add(Kind kind, @Nullable String value, String message, String maybe, Place at) {
    add(kind, null, value, message, maybe, at);
  }

  void add(
      Kind kind,
      @Nullable String code,
      @Nullable String value,
      String message,
      String maybe,
      Place at) {
    if (isFull()) {
      tooMany(at);
    } else {
      told.add(new Problem(kind, code, value, message, maybe, line(at), at.column()));
    }
  }

  /** Whether no more are told. */
  boolean isFull() {
    return told.size() >= MOST;
  }

  /** Says once that there are more. */
  void tooMany(Place at) {
    if (told.size() == MOST) {
      told.add(
          new Problem(
              Kind.TOO_LONG,
              null,
              null,
              "there are more than " + MOST + " problems; from here on none is told",
              "Maybe the codes are those of another vocabulary.",
              line(at),
              at.column()));
    }
  }

  private int line(Place at) {
    return onlyLine != null ? onlyLine : at.line();
  }

  List<Problem> all() {
    return List.copyOf(told);
  }
}
