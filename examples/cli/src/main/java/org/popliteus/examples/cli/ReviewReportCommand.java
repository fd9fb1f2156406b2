package org.popliteus.examples.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.report.ReviewReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes all that a knowledge base says into one file for a clinician to read. */
@Command(
    name = "report",
    description = "Writes an HTML file that says all that the rules say, for clinicians to read.")
final class ReviewReportCommand implements Callable<Integer> {
  private static final Path USUAL = Path.of("report.html");

  private final Terminal terminal;

  @Parameters(
      paramLabel = "FOLDER",
      description = "The folder that holds kb.yaml, or any above it that holds only one.")
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write it, - for the output; report.html here if not given.")
  private @Nullable Path out;

  ReviewReportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    boolean piped = out != null && out.toString().equals("-");
    Path file = out == null ? USUAL : out;
    if (!piped) {
      refuse(file);
    }
    String html = KnowledgeOption.from(folder, ReviewReport::of).html();
    if (piped) {
      terminal.out().append(html);
      return ExitStatus.DONE;
    }
    Files.writeString(file, html, StandardCharsets.UTF_8);
    terminal.out().append("wrote ").append(file.toAbsolutePath().normalize().toString());
    terminal.out().append('\n');
    return ExitStatus.DONE;
  }

  /** Before the work, so that nobody waits for it in vain. */
  private void refuse(Path file) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw new BadInput(
          file + " is a folder, and the report is one file",
          "Maybe --out " + file.resolve(USUAL) + ".");
    }
    if (parent == null || !Files.isDirectory(parent)) {
      throw new BadInput(
          "no folder at " + parent + " to write " + file.getFileName() + " into",
          "Maybe make it first, or look at its spelling.");
    }
    if (out == null && Files.exists(file) && !isReport(file)) {
      throw new BadInput(
          "there is another " + file + " here, which no review report was written into",
          "Maybe name a file with --out.");
    }
  }

  /** A file that nobody named is only overwritten by what wrote it. */
  private static boolean isReport(Path file) throws IOException {
    return Files.isRegularFile(file)
        && Files.readString(file, StandardCharsets.ISO_8859_1).contains(ReviewReport.GENERATOR);
  }
}
