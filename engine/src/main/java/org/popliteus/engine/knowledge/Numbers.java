package org.popliteus.engine.knowledge;

import java.math.BigDecimal;

/** Numbers as a person writes them. */
public final class Numbers {
  private Numbers() {}

  /** Without an exponent, and without decimals that say nothing: 3, 1.8, 0.05. */
  public static String plain(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return Double.toString(number);
    }
    String text = BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    return text.equals("-0") ? "0" : text;
  }
}
