package org.popliteus.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of the engine, written by the build. */
final class EngineVersion {
  private EngineVersion() {}

  static String get() {
    try (InputStream stream = EngineVersion.class.getResourceAsStream("version")) {
      if (stream == null) {
        throw new IllegalStateException("the engine's jar was repackaged and lost its version");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
