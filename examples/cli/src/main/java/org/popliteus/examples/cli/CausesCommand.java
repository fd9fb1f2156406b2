package org.popliteus.examples.cli;

import static org.popliteus.examples.cli.Page.bold;
import static org.popliteus.examples.cli.Page.plain;
import static org.popliteus.examples.cli.Page.quiet;
import static org.popliteus.examples.cli.Page.right;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.popliteus.engine.knowledge.CauseDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the causes that the knowledge base knows. */
@Command(
    name = "causes",
    description = "Lists the causes: how common each is, and what confirms it.")
final class CausesCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final KnowledgeOption knowledge = new KnowledgeOption();
  @Mixin private final FormatOption format = new FormatOption();

  CausesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    KnowledgeBase knowledge = this.knowledge.knowledge();
    if (format.isText(terminal)) {
      Page page = new Page(terminal.width(), terminal.ansi());
      boolean first = true;
      for (CauseDefinition cause : knowledge.causes()) {
        if (!first) {
          page.blank();
        }
        first = false;
        write(cause, page);
      }
      terminal.out().write(page.toString());
    } else {
      Json.list(terminal.out(), knowledge, "causes", knowledge.causes(), CausesCommand::write);
    }
    return ExitStatus.DONE;
  }

  private static void write(CauseDefinition cause, Page page) {
    page.put("", bold(cause.code()), right(cause.baseRate()));
    page.put("  ", plain(cause.display()));
    page.put("  ", quiet(cause.baseRateBecause()));
    page.put(
        "  ",
        plain("To confirm: " + Page.sentence(cause.confirm())),
        plain("Who: " + Page.sentence(cause.confirmedBy())));
    if (!cause.accompanies().isEmpty()) {
      String accompanies = String.join(", ", cause.accompanies());
      page.put("  ", plain("Can be there at the same time: " + accompanies));
    }
  }

  private static void write(CauseDefinition cause, JsonGenerator json) throws IOException {
    json.writeStringField("code", cause.code());
    json.writeStringField("display", cause.display());
    json.writeStringField("baseRate", cause.baseRate());
    json.writeStringField("baseRateBecause", cause.baseRateBecause());
    json.writeBooleanField("reviewWhenLikely", cause.reviewWhenLikely());
    Json.strings(json, "accompanies", cause.accompanies());
    json.writeStringField("confirm", cause.confirm());
    json.writeStringField("confirmedBy", cause.confirmedBy());
    Json.strings(json, "sources", cause.sources());
  }
}
