package org.popliteus.examples.service.page;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A number as people type it, with a point or a comma. */
final class TypedNumber {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}([.,][0-9]{1,9})?");

  private TypedNumber() {}

  /** The number; null where it is none. */
  static @Nullable Double read(String typed) {
    String text = typed.strip();
    return NUMBER.matcher(text).matches() ? Double.valueOf(text.replace(',', '.')) : null;
  }
}
