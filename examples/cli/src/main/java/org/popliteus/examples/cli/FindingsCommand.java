package org.popliteus.examples.cli;

import static org.popliteus.examples.cli.Page.bold;
import static org.popliteus.examples.cli.Page.plain;
import static org.popliteus.examples.cli.Page.quiet;
import static org.popliteus.examples.cli.Page.styled;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Numbers;
import org.popliteus.engine.knowledge.Spelling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the vocabulary: what a presentation may say. */
@Command(
    name = "findings",
    description = "Lists the findings that a presentation may hold, and their questions.")
final class FindingsCommand implements Callable<Integer> {
  private static final int NARROWEST_QUESTION = 34;

  private final Terminal terminal;

  @Mixin private final KnowledgeOption knowledge = new KnowledgeOption();
  @Mixin private final FormatOption format = new FormatOption();

  @Option(
      names = "--group",
      paramLabel = "GROUP",
      description = "Only this part of the vocabulary.")
  private @Nullable String group;

  FindingsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    KnowledgeBase knowledge = this.knowledge.knowledge();
    List<FindingDefinition> findings = chosen(knowledge);
    if (format.isText(terminal)) {
      Page page = new Page(terminal.width(), terminal.ansi());
      write(findings, page);
      terminal.out().write(page.toString());
    } else {
      Json.list(terminal.out(), knowledge, "findings", findings, FindingsCommand::write);
    }
    return ExitStatus.DONE;
  }

  private List<FindingDefinition> chosen(KnowledgeBase knowledge) {
    List<FindingDefinition> chosen = new ArrayList<>();
    Set<String> groups = new LinkedHashSet<>();
    for (FindingDefinition finding : knowledge.findings()) {
      groups.add(finding.group());
      if (group == null || group.equals(finding.group())) {
        chosen.add(finding);
      }
    }
    if (group != null && chosen.isEmpty()) {
      throw new BadInput(
          "there is no group " + group,
          Spelling.maybe(group, groups, "Maybe one of " + String.join(", ", groups) + "."));
    }
    return chosen;
  }

  /** Codes stand in a column of their own, where that leaves room for the questions. */
  private void write(List<FindingDefinition> findings, Page page) {
    int longest = 0;
    for (FindingDefinition finding : findings) {
      longest = Math.max(longest, finding.code().length());
    }
    boolean column = terminal.width() - longest >= NARROWEST_QUESTION;
    page.put("", plain("The answer is present, absent or unknown, where nothing else is said."));
    String group = "";
    for (FindingDefinition finding : findings) {
      if (!group.equals(finding.group())) {
        group = finding.group();
        page.heading(group.replace('-', ' '), "--group " + group);
      }
      String code = finding.code();
      String lead = column ? "  " + code + " ".repeat(longest - code.length() + 2) : "    ";
      if (!column) {
        page.put("  ", bold(code));
      }
      page.put(
          column ? bold(lead) : plain(lead),
          plain(question(finding)),
          quiet(answers(finding)),
          styled(finding.screen() ? "SCREEN" : "", Style.fg_cyan),
          styled(finding.redFlag() ? "RED FLAG" : "", Style.fg_red));
    }
  }

  /** What only an examiner can answer has no lay question. */
  private static String question(FindingDefinition finding) {
    return finding.examination() ? finding.display() + " (examiner)" : finding.question();
  }

  private static String answers(FindingDefinition finding) {
    return switch (finding.kind()) {
      case TRI_STATE -> "";
      case NUMERIC ->
          "(a number from "
              + Numbers.plain(finding.least())
              + " to "
              + Numbers.plain(finding.most())
              + (finding.unit() == null ? "" : " " + finding.unit())
              + ")";
      case CHOICE -> "(one of " + String.join(", ", finding.options()) + ")";
    };
  }

  private static void write(FindingDefinition finding, JsonGenerator json) throws IOException {
    json.writeStringField("code", finding.code());
    json.writeStringField("display", finding.display());
    json.writeStringField("question", finding.question());
    switch (finding.kind()) {
      case TRI_STATE -> json.writeStringField("kind", "tri-state");
      case NUMERIC -> {
        json.writeStringField("kind", "numeric");
        Json.optional(json, "unit", finding.unit());
        json.writeFieldName("least");
        json.writeNumber(Numbers.plain(finding.least()));
        json.writeFieldName("most");
        json.writeNumber(Numbers.plain(finding.most()));
      }
      case CHOICE -> {
        json.writeStringField("kind", "choice");
        Json.strings(json, "options", finding.options());
      }
    }
    json.writeStringField("group", finding.group());
    json.writeBooleanField("core", finding.core());
    json.writeBooleanField("screen", finding.screen());
    json.writeBooleanField("redFlag", finding.redFlag());
    json.writeBooleanField("examination", finding.examination());
    Json.strings(json, "contradicts", finding.contradicts());
    Json.optional(json, "after", finding.after() == null ? null : finding.after().toString());
    Json.optional(json, "snomed", finding.snomed());
    Json.optional(json, "loinc", finding.loinc());
  }
}
