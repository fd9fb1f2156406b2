package org.popliteus.examples.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** What a command wrote, and how it ended. */
record Run(int status, String out, String err) {
  static final String SMALL = "src/test/resources/small-kb";

  /** Nothing is piped in, and nobody watches. */
  static Run of(String... arguments) {
    return piped("", arguments);
  }

  static Run piped(String in, String... arguments) {
    return piped(in.getBytes(StandardCharsets.UTF_8), arguments);
  }

  static Run piped(byte[] in, String... arguments) {
    StringWriter out = new StringWriter();
    return on(new ByteArrayInputStream(in), out, false, false, arguments);
  }

  /** A person watches the answers. */
  static Run watched(String in, String... arguments) {
    InputStream stream = new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8));
    return on(stream, new StringWriter(), true, true, arguments);
  }

  static Run on(
      InputStream in, Writer out, boolean outWatched, boolean errWatched, String... arguments) {
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(in, out, new PrintWriter(err), outWatched, errWatched, 80, Ansi.OFF);
    int status = Popliteus.run(terminal, arguments);
    return new Run(status, out.toString(), err.toString());
  }

  /** An output that fails. */
  static Writer failing(String message) {
    return new Writer() {
      @Override
      public void write(char[] buffer, int offset, int length) throws IOException {
        throw new IOException(message);
      }

      @Override
      public void flush() throws IOException {
        throw new IOException(message);
      }

      @Override
      public void close() {}
    };
  }

  List<String> lines() {
    return out.lines().toList();
  }
}
