package org.popliteus.engine.knowledge;

import java.math.BigDecimal;

/** Numbers as a person writes them. */
public final class Numbers {
  private Numbers() {}

  /** Digits with at most one point between them; a minus may stand before. */
  static boolean isPlain(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    int point = text.indexOf('.');
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && i != point) {
        return false;
      }
    }
    return start < text.length() && point != start && point != text.length() - 1;
  }

  /** Without an exponent, and without decimals that say nothing: 3, 1.8, 0.05. */
  public static String plain(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return Double.toString(number);
    }
    String text = BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    return text.equals("-0") ? "0" : text;
  }
}
