package org.popliteus.examples.cli;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.InvalidPresentationException;
import org.popliteus.engine.Problem;
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
    String json = json();
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
      int count = e.problems().size();
      String counted = count == 1 ? "a problem" : count + " problems";
      terminal.err().println("popliteus: " + name() + " cannot be assessed, " + counted);
      if (text) {
        e.problems().forEach(this::explain);
      } else {
        terminal.err().println("  Maybe look at error.problems in the answer.");
        terminal.out().append(codec.answer(json)).append('\n');
      }
      return ExitStatus.BAD_INPUT;
    }
  }

  private void explain(Problem problem) {
    String at =
        problem.line() == null
            ? ""
            : "line " + problem.line() + ", column " + problem.column() + ": ";
    terminal.err().println(at + problem.message());
    terminal.err().println("  " + problem.maybe());
  }

  private int lines() throws IOException {
    try (InputStream stream = open();
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      Progress progress = new Progress(terminal);
      Batch batch =
          new JsonCodec(knowledge.advisor())
              .answerLines(
                  new Input(reader),
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

  /** The whole input, or as much as shows that it is too long. */
  private String json() {
    StringBuilder json = new StringBuilder();
    char[] buffer = new char[8192];
    try (InputStream stream = open();
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8.newDecoder())) {
      for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
        json.append(buffer, 0, read);
        if (json.length() > JsonCodec.MOST_CHARACTERS) {
          break;
        }
      }
    } catch (CharacterCodingException e) {
      throw new BadInput(name() + " is not in UTF-8", "Maybe save it again in UTF-8.");
    } catch (IOException e) {
      throw unreadable(e);
    }
    return json.toString();
  }

  private InputStream open() {
    if (file.equals("-")) {
      return terminal.in();
    }
    Path path = path();
    if (Files.isDirectory(path)) {
      throw new BadInput(
          file + " is a folder, and FILE is what a runner answered",
          "Maybe name a file in it; a knowledge base is named with --kb.");
    }
    try {
      return Files.newInputStream(path);
    } catch (NoSuchFileException e) {
      throw new BadInput(
          "no file at " + file,
          "Maybe it is spelt differently, or relative to another folder than "
              + Path.of("").toAbsolutePath()
              + ".");
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private Path path() {
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw new BadInput(
          "no file can be called " + file + " here",
          "Maybe the locale cannot spell it; LC_ALL=C.UTF-8 can.");
    }
  }

  private BadInput unreadable(IOException e) {
    return new BadInput(
        "cannot read " + name() + ": " + e.getClass().getSimpleName(),
        "Maybe you are not allowed to; ls -l says who is.");
  }

  /** Writes out what is answered before it waits for more, so that a host can ask line by line. */
  private final class Input extends FilterReader {
    Input(Reader in) {
      super(in);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      boolean ready;
      try {
        ready = in.ready();
      } catch (IOException e) {
        throw unreadable(e);
      }
      if (!ready) {
        terminal.out().flush();
      }
      try {
        return in.read(buffer, offset, length);
      } catch (IOException e) {
        throw unreadable(e);
      }
    }
  }

  private String name() {
    return file.equals("-") ? "what is piped in" : file;
  }
}
