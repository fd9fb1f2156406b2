package org.popliteus.engine.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;

/**
 * A place in a text.
 *
 * @param line from 1
 * @param column from 1, in UTF-16 characters
 */
record Place(int line, int column) {

  /** Where the token begins at which the parser stands. */
  static Place of(JsonParser parser) {
    JsonLocation at = parser.currentTokenLocation();
    return new Place(at.getLineNr(), at.getColumnNr());
  }

  /** Where a character stands. */
  static Place of(String text, int offset) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < offset; i++) {
      char c = text.charAt(i);
      boolean half = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c == '\n' || (c == '\r' && !half)) {
        line++;
        start = i + 1;
      }
    }
    return new Place(line, offset - start + 1);
  }
}
