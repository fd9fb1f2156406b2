package org.popliteus.examples.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.interview.Interview;
import org.popliteus.engine.interview.Setting;
import org.popliteus.engine.json.JsonCodec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks what matters most next, until nothing that is open matters. */
@Command(
    name = "interview",
    description = {
      "Asks one question after another, what matters most first, and ends when nothing that is"
          + " open changes the answer.",
      "Type yes, no, don't know, a number or an option; and back, why or stop."
    })
final class InterviewCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final KnowledgeOption knowledge = new KnowledgeOption();

  @Option(
      names = "--clinician",
      description = "A clinician is there: ask for findings of the examination too.")
  private boolean clinician;

  @Option(
      names = "--answers",
      paramLabel = "ANSWERS",
      description =
          "Take the answers from this presentation instead of asking; what it does not say is not"
              + " known.")
  private @Nullable String answers;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description =
          "Keep the answers in this file, after each one; one that was stopped goes on from it.")
  private @Nullable String file;

  InterviewCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if ("-".equals(file)) {
      throw new BadInput(
          "the answers cannot be kept in what is piped in", "Maybe name a file, or none.");
    }
    Advisor advisor = knowledge.advisor();
    JsonCodec codec = new JsonCodec(advisor);
    AnswerSheet sheet = new AnswerSheet(advisor);
    if (file != null) {
      PresentationFile kept = new PresentationFile(file, terminal);
      if (Files.exists(kept.path())) {
        sheet.resume(kept.request(codec));
      }
      sheet.keepIn(kept.path());
    }
    Interview interview = Interview.with(advisor, clinician ? Setting.CLINICIAN : Setting.LAY);
    Conversation conversation = new Conversation(advisor, interview, sheet, terminal.out());
    if (answers == null) {
      conversation.hold(
          new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8)));
    } else {
      conversation.hold(new PresentationFile(answers, terminal).request(codec).presentation());
    }
    Page page = new Page(terminal.width(), terminal.ansi());
    Assessment assessment = advisor.assess(sheet.presentation());
    AssessmentText.write(
        advisor.knowledge(), sheet.id(), sheet.presentation(), assessment, false, page);
    terminal.out().append('\n').append(page.toString());
    return ExitStatus.DONE;
  }
}
