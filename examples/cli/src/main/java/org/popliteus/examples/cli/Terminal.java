package org.popliteus.examples.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a command reads and writes, in UTF-8 whatever the locale.
 *
 * @param in what is piped in
 * @param out answers
 * @param err problems and progress
 * @param outIsWatched whether a person sees the answers as they come
 * @param errIsWatched whether a person sees the problems as they come
 * @param width the characters in a line
 * @param ansi whether answers are coloured
 */
record Terminal(
    InputStream in,
    Writer out,
    PrintWriter err,
    boolean outIsWatched,
    boolean errIsWatched,
    int width,
    Ansi ansi) {
  private static final int USUAL_WIDTH = 80;
  private static final int NARROWEST = 40;

  /** Lines longer than this are hard to read. */
  private static final int WIDEST = 100;

  /** The terminal, pipe or file that this process was started with. */
  static Terminal ofThisProcess() {
    boolean outIsWatched = isTerminal(FileDescriptor.out, 1);
    String noColour = System.getenv("NO_COLOR");
    boolean colour =
        outIsWatched
            && (noColour == null || noColour.isEmpty())
            && !"dumb".equals(System.getenv("TERM"));
    return new Terminal(
        new FileInputStream(FileDescriptor.in),
        new BufferedWriter(
            new OutputStreamWriter(
                new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8),
            1 << 16),
        new PrintWriter(
            new OutputStreamWriter(
                new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8),
            true),
        outIsWatched,
        isTerminal(FileDescriptor.err, 2),
        width(System.getenv("COLUMNS")),
        colour ? Ansi.ON : Ansi.OFF);
  }

  /** The width that {@code COLUMNS} asks for, as far as lines of that width can be read. */
  static int width(@Nullable String columns) {
    try {
      int width = columns == null ? USUAL_WIDTH : Integer.parseInt(columns.strip());
      return Math.max(NARROWEST, Math.min(WIDEST, width));
    } catch (NumberFormatException e) {
      return USUAL_WIDTH;
    }
  }

  /** Java tells only whether all streams are a terminal at once; Linux tells of each. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal(FileDescriptor descriptor, int number) {
    Path link = Path.of("/proc/self/fd/" + number);
    if (descriptor.valid() && Files.isSymbolicLink(link)) {
      try {
        String target = Files.readSymbolicLink(link).toString();
        return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
      } catch (IOException e) {
        return false;
      }
    }
    // Java 22 to 24 would otherwise give a console where nobody sits before one
    System.setProperty("jdk.console", "java.base");
    return System.console() != null;
  }
}
