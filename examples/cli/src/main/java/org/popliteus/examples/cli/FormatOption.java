package org.popliteus.examples.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a command answers. */
final class FormatOption {

  /** Spelt as the user writes them. */
  enum Format {
    text,
    json
  }

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "text for people, json for programs; text on a terminal unless you say.")
  private @Nullable Format format;

  /** What was asked for; null where nothing was. */
  @Nullable Format asked() {
    return format;
  }

  boolean isText(Terminal terminal) {
    return format == null ? terminal.outIsWatched() : format == Format.text;
  }
}
