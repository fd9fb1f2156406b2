package org.popliteus.examples.cli;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.InvalidPresentationException;
import org.popliteus.engine.json.JsonCodec;
import org.popliteus.engine.json.JsonCodec.Batch;
import org.popliteus.engine.json.JsonCodec.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers one presentation, or one a line. */
@Command(
    name = "assess",
    description = "Assesses a presentation: how urgent, which causes, what to do.")
final class AssessCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final KnowledgeOption knowledge = new KnowledgeOption();
  @Mixin private final FormatOption format = new FormatOption();

  @Option(
      names = "--ndjson",
      description = "One presentation a line in, one answer a line out, both as JSON.")
  private boolean ndjson;

  @Option(
      names = "--all-causes",
      description = "Show every cause in the text, not only the first five and those to exclude.")
  private boolean allCauses;

  @Parameters(
      paramLabel = "FILE",
      description = "What was answered, as JSON in UTF-8; - for what is piped in.")
  private String file = "-";

  AssessCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (ndjson && format.asked() == FormatOption.Format.text) {
      throw new BadInput(
          "--ndjson answers in JSON, and --format asks for text", "Maybe leave one of them out.");
    }
    return ndjson ? lines() : one();
  }

  private int one() throws IOException {
    PresentationFile input = new PresentationFile(file, terminal);
    String json = input.json();
    Advisor advisor = knowledge.advisor();
    JsonCodec codec = new JsonCodec(advisor);
    boolean text = format.isText(terminal);
    try {
      Request request = codec.read(json);
      Assessment assessment = advisor.assess(request.presentation());
      if (text) {
        Page page = new Page(terminal.width(), terminal.ansi());
        AssessmentText.write(
            advisor.knowledge(), request.id(), request.presentation(), assessment, allCauses, page);
        terminal.out().write(page.toString());
      } else {
        terminal.out().append(codec.write(request.id(), assessment)).append('\n');
      }
      return ExitStatus.DONE;
    } catch (InvalidPresentationException e) {
      terminal.err().println("popliteus: " + input.refusal(e));
      if (text) {
        e.problems().forEach(problem -> terminal.err().println(PresentationFile.told(problem)));
      } else {
        terminal.err().println("  Maybe look at error.problems in the answer.");
        terminal.out().append(codec.answer(json)).append('\n');
      }
      return ExitStatus.BAD_INPUT;
    }
  }

  private int lines() throws IOException {
    PresentationFile input = new PresentationFile(file, terminal);
    try (InputStream stream = input.open();
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      Progress progress = new Progress(terminal);
      Batch batch =
          new JsonCodec(knowledge.advisor())
              .answerLines(
                  new Input(reader, input),
                  terminal.out(),
                  soFar -> progress.show(soFar.assessed() + soFar.rejected()));
      terminal.out().flush();
      progress.end();
      if (batch.rejected() == 0) {
        return ExitStatus.DONE;
      }
      long all = batch.assessed() + batch.rejected();
      terminal.err().println("popliteus: rejected " + batch.rejected() + " of " + all + " lines");
      terminal.err().println("  Maybe look at error.problems in their answers.");
      return ExitStatus.BAD_INPUT;
    }
  }

  /** Writes out what is answered before it waits for more, so that a host can ask line by line. */
  private final class Input extends FilterReader {
    private final PresentationFile file;

    Input(Reader in, PresentationFile file) {
      super(in);
      this.file = file;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      boolean ready;
      try {
        ready = in.ready();
      } catch (IOException e) {
        throw file.unreadable(e);
      }
      if (!ready) {
        terminal.out().flush();
      }
      try {
        return in.read(buffer, offset, length);
      } catch (IOException e) {
        throw file.unreadable(e);
      }
    }
  }
}
