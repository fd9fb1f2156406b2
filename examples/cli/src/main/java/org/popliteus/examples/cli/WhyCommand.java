package org.popliteus.examples.cli;

import static org.popliteus.examples.cli.Page.bold;
import static org.popliteus.examples.cli.Page.plain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.explain.Explanation;
import org.popliteus.engine.json.JsonCodec;
import org.popliteus.engine.json.JsonCodec.Request;
import org.popliteus.engine.knowledge.AdviceDefinition;
import org.popliteus.engine.knowledge.CauseDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.RuleDefinition;
import org.popliteus.engine.knowledge.Spelling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Explains an assessment, or what it does not say. */
@Command(
    name = "why",
    description = {
      "Says why a cause, an advice or a rule came, or why not and what it would have needed.",
      "Without a CODE it says why it is as urgent as it is, and what would make it more urgent."
    })
final class WhyCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final KnowledgeOption knowledge = new KnowledgeOption();

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "What was answered, as JSON in UTF-8; - for what is piped in.")
  private String file = "-";

  @Parameters(
      index = "1..*",
      paramLabel = "CODE",
      description = "A cause, an advice or a rule: DVT, ORAL_NSAID, RF-07a.")
  private List<String> codes = new ArrayList<>();

  WhyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Advisor advisor = knowledge.advisor();
    codes.forEach(code -> known(code, advisor.knowledge()));
    Request request = new PresentationFile(file, terminal).request(new JsonCodec(advisor));
    Explanation explanation = Explanation.of(advisor, request.presentation());
    Page page = new Page(terminal.width(), terminal.ansi());
    WhyText text = new WhyText(explanation, page);
    if (codes.isEmpty()) {
      page.put("", bold("Urgency:"), plain(explanation.assessment().summary()));
      text.urgency();
    }
    for (String code : codes) {
      if (advisor.knowledge().cause(code) != null) {
        text.cause(code);
      } else if (advisor.knowledge().advice(code) != null) {
        text.advice(code);
      } else {
        text.rule(code);
      }
    }
    terminal.out().write(page.toString());
    return ExitStatus.DONE;
  }

  private static void known(String code, KnowledgeBase knowledge) {
    KnowledgeBase.Settings settings = knowledge.settings();
    List<String> all = new ArrayList<>();
    knowledge.causes().stream().map(CauseDefinition::code).forEach(all::add);
    knowledge.advice().stream().map(AdviceDefinition::code).forEach(all::add);
    knowledge.rules().stream().map(RuleDefinition::id).forEach(all::add);
    all.add(settings.nothingAnswered().id());
    all.add(settings.reviewWhenLikely().id());
    if (!all.contains(code)) {
      throw new BadInput(
          "there is no cause, advice or rule " + code,
          Spelling.maybe(code, all, "Maybe popliteus causes lists it."));
    }
  }
}
