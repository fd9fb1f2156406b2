package org.popliteus.engine.json;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream, one in memory at a time. A line ends with a line feed, a carriage return
 * or both; a byte order mark at the beginning is left out.
 */
final class Lines {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Reader in;
  private final int most;
  private final char[] buffer = new char[8192];
  private int length;
  private int position;
  private int number;

  /**
   * One line.
   *
   * @param text without its end; cut off where it is longer than is read
   * @param number from 1
   * @param tooLong whether it is longer than is read
   */
  record Line(String text, int number, boolean tooLong) {
    boolean isBlank() {
      return !tooLong && text.isBlank();
    }
  }

  /**
   * Reads the stream without closing it.
   *
   * @param most the characters of a line that are kept
   */
  Lines(Reader in, int most) {
    this.in = in;
    this.most = most;
  }

  /** The text without a byte order mark at its beginning. */
  static String withoutByteOrderMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  /** The next line, or null at the end. */
  @Nullable Line next() throws IOException {
    if (peek() < 0) {
      return null;
    }
    number++;
    if (number == 1 && peek() == BYTE_ORDER_MARK) {
      position++;
    }
    StringBuilder text = new StringBuilder();
    boolean tooLong = false;
    for (int c = peek(); c >= 0; c = peek()) {
      position++;
      if (c == '\n') {
        break;
      }
      if (c == '\r') {
        if (peek() == '\n') {
          position++;
        }
        break;
      }
      if (text.length() < most) {
        text.append((char) c);
      } else {
        tooLong = true;
      }
    }
    return new Line(text.toString(), number, tooLong);
  }

  private int peek() throws IOException {
    if (position == length) {
      length = in.read(buffer);
      position = 0;
      if (length <= 0) {
        length = 0;
        return -1;
      }
    }
    return buffer[position];
  }
}
