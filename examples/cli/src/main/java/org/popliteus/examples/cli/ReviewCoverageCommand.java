package org.popliteus.examples.cli;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.knowledge.Scenario;
import org.popliteus.engine.review.Coverage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the scenarios reach, and what they leave out. */
@Command(
    name = "coverage",
    description = {
      "Runs the scenarios, and names the rules that none of them fires, and those that no scenario"
          + " of their own file expects to fire, or not to fire.",
      "Says also which findings and causes no scenario is about."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done, and every rule has its cases",
      "1:a rule lacks a case, or the knowledge base has mistakes",
      "2:bad input or usage"
    })
final class ReviewCoverageCommand extends ReviewCommand.OfFolder {
  private static final String INDENT = "    ";

  @Option(names = "--details", description = "Name the scenarios of every rule, finding and cause.")
  private boolean details;

  @Option(
      names = "--only",
      paramLabel = "CODE",
      description = "The details of the rules, findings and causes that hold this in their code.")
  private @Nullable String only;

  ReviewCoverageCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() throws IOException {
    Advisor advisor = KnowledgeOption.from(folder, Advisor::load);
    Coverage coverage =
        Coverage.of(advisor, ReviewCommand.scenarios(folder, advisor.knowledge()).scenarios());
    if (details || only != null) {
      details(coverage);
    }
    Set<String> gaps = coverage.gaps();
    for (String gap : gaps) {
      say(gap);
    }
    never("finding is never present, measured or chosen", coverage.findingsNeverSaid());
    never("cause is never expected first, likely or excluded", coverage.causesNeverExpected());
    say(
        ReviewCommand.count(coverage.rules().size(), "rule")
            + ", "
            + ReviewCommand.count(gaps.size(), "case")
            + " missing; "
            + ReviewCommand.count(coverage.findings().size(), "finding")
            + ", "
            + coverage.findingsNeverSaid().size()
            + " never said; "
            + ReviewCommand.count(coverage.causes().size(), "cause")
            + ", "
            + coverage.causesNeverExpected().size()
            + " never expected");
    return gaps.isEmpty() ? ExitStatus.DONE : ExitStatus.FAULT;
  }

  /** What a reviewer may want to know, and what is no mistake. */
  private void never(String what, List<String> codes) throws IOException {
    for (String code : codes) {
      say(code + ": this " + what);
    }
  }

  private void details(Coverage coverage) throws IOException {
    boolean any = false;
    for (Coverage.Cases cases : coverage.rules().values()) {
      if (wanted(cases.rule().id())) {
        any = true;
        say("rule " + cases.rule().name());
        scenarios("fires in " + cases.fired().size(), cases.fired());
        scenarios("expected to fire, in its file", cases.fires());
        scenarios("expected not to fire, in its file", cases.silent());
      }
    }
    any |= details("finding", coverage.findings());
    any |= details("cause", coverage.causes());
    if (!any) {
      throw new BadInput(
          "no rule, finding or cause holds " + only + " in its code",
          "Maybe a part of an id or code, such as DVT.");
    }
  }

  private boolean details(String what, Map<String, Map<String, List<Scenario>>> byCode)
      throws IOException {
    boolean any = false;
    for (Map.Entry<String, Map<String, List<Scenario>>> entry : byCode.entrySet()) {
      if (wanted(entry.getKey())) {
        any = true;
        say(what + " " + entry.getKey());
        for (Map.Entry<String, List<Scenario>> words : entry.getValue().entrySet()) {
          scenarios(words.getKey() + " in " + words.getValue().size(), words.getValue());
        }
      }
    }
    return any;
  }

  private boolean wanted(String code) {
    return only == null || code.contains(only);
  }

  /** A place is enough to find it; names would fill pages. */
  private void scenarios(String what, List<Scenario> scenarios) throws IOException {
    Set<String> places = new LinkedHashSet<>();
    scenarios.forEach(s -> places.add(s.at().file() + ":" + s.at().line()));
    say(INDENT + what + ": " + (places.isEmpty() ? "none" : String.join(", ", places)));
  }
}
