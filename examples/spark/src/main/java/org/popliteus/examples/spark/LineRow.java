package org.popliteus.examples.spark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hadoop.io.Text;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.InvalidPresentationException;
import org.popliteus.engine.Problem;
import org.popliteus.engine.json.JsonCodec.Request;

/** A line of a file, with one JSON object. */
final class LineRow implements InputRow {
  private static final JsonFactory JSON = new JsonFactory();

  private final String file;
  private final long number;
  private final @Nullable String text;

  LineRow(String file, long number, Text line) {
    this.file = file;
    this.number = number;
    this.text = decoded(line);
  }

  /** Whether a line holds nothing, and so is no row. */
  static boolean isBlank(Text line) {
    byte[] bytes = line.getBytes();
    for (int i = 0; i < line.getLength(); i++) {
      if (bytes[i] < 0 || bytes[i] > ' ') {
        return false;
      }
    }
    return true;
  }

  /** Null where it is not in UTF-8: a character that is put in its place is not what was said. */
  private static @Nullable String decoded(Text line) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(line.getBytes(), 0, line.getLength()))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  @Override
  public String file() {
    return file;
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public Request read(Knowledge.Shared shared) {
    if (text == null) {
      throw new InvalidPresentationException(
          List.of(
              new Problem(
                  Problem.Kind.NOT_JSON,
                  null,
                  null,
                  "the line is not in UTF-8",
                  "Maybe the file was saved in another encoding; save it again in UTF-8.",
                  null,
                  null)));
    }
    return shared.codec().read(text);
  }

  /** The codec's answer repeats the id where it could be read. */
  @Override
  public @Nullable String id(Knowledge.Shared shared) {
    if (text == null) {
      return null;
    }
    try (JsonParser answer = JSON.createParser(shared.codec().answer(text))) {
      while (answer.nextToken() != null) {
        if ("id".equals(answer.currentName()) && answer.nextToken() != null) {
          return answer.currentToken() == JsonToken.VALUE_STRING ? answer.getText() : null;
        }
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text in memory is always readable
    }
  }

  /** An object here is one line, whatever the codec counts. */
  @Override
  public String where(@Nullable Integer line, @Nullable Integer column) {
    return file + ":" + number + (column == null ? "" : ":" + column);
  }

  @Override
  public String toString() {
    return "LineRow " + number;
  }
}
