package org.popliteus.examples.cli;

import static org.popliteus.examples.cli.Page.bold;
import static org.popliteus.examples.cli.Page.plain;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.InvalidPresentationException;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.explain.Change;
import org.popliteus.engine.explain.Explanation;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.json.JsonCodec;
import org.popliteus.engine.json.JsonCodec.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says what another answer would change. */
@Command(
    name = "what-if",
    description = "Says what would change if questions were answered, or answered otherwise.")
final class WhatIfCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final KnowledgeOption knowledge = new KnowledgeOption();

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "What was answered, as JSON in UTF-8; - for what is piped in.")
  private String file = "-";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "CODE=ANSWER",
      description = "present, absent or unknown, a number, or an option: FEVER=present.")
  private List<String> answers = List.of();

  WhatIfCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Advisor advisor = knowledge.advisor();
    Finding[] findings = findings(advisor);
    Request request = new PresentationFile(file, terminal).request(new JsonCodec(advisor));
    List<Change> changes = Explanation.of(advisor, request.presentation()).whatIf(findings);
    Page page = new Page(terminal.width(), terminal.ansi());
    if (changes.isEmpty()) {
      page.put("", plain("Nothing would change."));
    }
    for (Change change : changes) {
      boolean urgency = change.kind() == Change.Kind.URGENCY;
      page.put("  •  ", urgency ? bold(change.text()) : plain(change.text()));
    }
    terminal.out().write(page.toString());
    return ExitStatus.DONE;
  }

  private Finding[] findings(Advisor advisor) {
    Map<String, Object> said = new LinkedHashMap<>();
    for (String answer : answers) {
      int equals = answer.indexOf('=');
      if (equals < 1) {
        throw new BadInput(
            "an answer is CODE=ANSWER, and this is " + answer,
            "Maybe " + answer.replaceAll("[^A-Z0-9_]", "") + "=present.");
      }
      if (said.put(answer.substring(0, equals), AnswerWords.typed(answer.substring(equals + 1)))
          != null) {
        throw new BadInput(
            answer.substring(0, equals) + " is answered twice", "Maybe leave one of them out.");
      }
    }
    try {
      Presentation presentation = advisor.presentation(said);
      return presentation.findings().toArray(new Finding[0]);
    } catch (InvalidPresentationException e) {
      e.problems().forEach(problem -> terminal.err().println(PresentationFile.told(problem)));
      throw new BadInput("an answer cannot be used", "Maybe mend what is named above.");
    }
  }
}
