package org.popliteus.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.KnowledgeFiles;
import org.popliteus.engine.knowledge.Scenarios;
import org.popliteus.engine.review.ScenarioResult;
import org.popliteus.engine.review.mutants.Mutant;
import org.popliteus.engine.review.mutants.MutantReport;
import org.popliteus.engine.review.mutants.MutantReport.Tally;
import org.popliteus.engine.review.mutants.MutantReview;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes the knowledge base by one small step at a time, and says what no scenario notices. */
@Command(
    name = "mutants",
    description = {
      "Changes the knowledge base by one small step at a time, and says which changes no scenario"
          + " notices.",
      "Exit status 1 if one of an escalation or a contraindication goes unnoticed, or more than"
          + " 15 % of all do."
    })
final class ReviewMutantsCommand implements Callable<Integer> {
  private static final int THREADS = 2;

  private final Terminal terminal;

  @Parameters(
      paramLabel = "FOLDER",
      description = "The folder that holds kb.yaml, or any above it that holds only one.")
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Option(
      names = "--only",
      paramLabel = "RULE-PREFIX",
      description = "Only changes of rules whose id begins so, or of requires:ADVICE.")
  private @Nullable String only;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      split = ",",
      description =
          "Only these kinds: lower-escalation, drop-contraindication, drop-rule, drop-condition,"
              + " drop-alternative, swap-answer, move-threshold, change-weight.")
  private @Nullable List<String> kinds;

  ReviewMutantsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    EnumSet<Mutant.Kind> wanted = wanted();
    KnowledgeBase knowledge =
        KnowledgeOption.from(folder, home -> KnowledgeBase.read(KnowledgeFiles.read(home)));
    Scenarios scenarios = ReviewCommand.scenarios(folder, knowledge);
    MutantReview review = new MutantReview(knowledge, scenarios.scenarios());
    if (!review.failing().isEmpty()) {
      for (ScenarioResult failure : review.failing()) {
        say(failure.toString());
      }
      say("nothing was changed: a scenario that fails already notices nothing");
      return ExitStatus.FAULT;
    }
    MutantReport report =
        review.run(mutant -> wanted.contains(mutant.kind()) && fits(mutant), THREADS);
    if (report.outcomes().isEmpty()) {
      throw new BadInput(
          "there is nothing to change in a rule " + only, "Maybe a whole rule id, such as DVT-03.");
    }
    for (Mutant survivor : report.survivors()) {
      say(survivor.toString());
    }
    summary(report);
    return report.holds() ? ExitStatus.DONE : ExitStatus.FAULT;
  }

  private boolean fits(Mutant mutant) {
    return only == null || mutant.subject().startsWith(only);
  }

  private EnumSet<Mutant.Kind> wanted() {
    if (kinds == null) {
      return EnumSet.allOf(Mutant.Kind.class);
    }
    EnumSet<Mutant.Kind> wanted = EnumSet.noneOf(Mutant.Kind.class);
    Map<String, Mutant.Kind> known =
        Arrays.stream(Mutant.Kind.values()).collect(Collectors.toMap(Mutant.Kind::word, k -> k));
    for (String word : kinds) {
      Mutant.Kind kind = known.get(word);
      if (kind == null) {
        throw new BadInput(
            "there is no kind of change " + word,
            "Maybe one of " + String.join(", ", known.keySet().stream().sorted().toList()) + ".");
      }
      wanted.add(kind);
    }
    return wanted;
  }

  private void summary(MutantReport report) throws IOException {
    say(String.format(Locale.ROOT, "%-24s%8s%8s%9s", "", "mutants", "killed", "percent"));
    for (Map.Entry<Mutant.Kind, Tally> kind : report.byKind().entrySet()) {
      row(kind.getKey().word(), kind.getValue());
    }
    row("all", report.total());
    for (Map.Entry<Mutant.Stakes, Tally> stakes : report.byStakes().entrySet()) {
      if (stakes.getKey() != Mutant.Stakes.OTHER) {
        row("of " + stakes.getKey().word(), stakes.getValue());
      }
    }
    say(
        String.format(
            Locale.ROOT,
            "%.1f s on %d threads; needed: all of escalations and contraindications, %d %% of all",
            report.nanos() / 1e9,
            report.threads(),
            MutantReport.LEAST_PERCENT));
  }

  private void row(String what, Tally tally) throws IOException {
    say(
        String.format(
            Locale.ROOT,
            "%-24s%8d%8d%9.1f",
            what,
            tally.mutants(),
            tally.killed(),
            tally.percent()));
  }

  private void say(String line) throws IOException {
    terminal.out().append(line).append('\n');
  }
}
