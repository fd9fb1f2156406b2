package org.popliteus.examples.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.KnowledgeBaseException;
import org.popliteus.engine.knowledge.KnowledgeFiles;
import org.popliteus.engine.knowledge.Scenario;
import org.popliteus.engine.knowledge.Scenarios;
import org.popliteus.engine.review.ScenarioResult;
import org.popliteus.engine.review.ScenarioRunner;
import org.popliteus.engine.review.diff.KnowledgeDiff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks and tests a knowledge base whenever one of its files is saved. */
@Command(
    name = "watch",
    description = {
      "Checks the knowledge base whenever a file is saved, and runs the scenarios that it touches.",
      "Ends with Ctrl-C, with Ctrl-D, or with the end of what is piped in."
    })
final class ReviewWatchCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final Terminal terminal;

  @Parameters(
      paramLabel = "FOLDER",
      description = "The folder that holds kb.yaml, or any above it that holds only one.")
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  /** The knowledge as it was when it last could be read; null until then. */
  private @Nullable Advisor last;

  /** What was saved since then. */
  private final Set<String> saved = new TreeSet<>();

  /** Which scenarios failed when they were last run, by place and name. */
  private final Set<String> failing = new HashSet<>();

  ReviewWatchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    KnowledgeOption.from(folder, KnowledgeFiles::home);
    try (FolderWatch watch = new FolderWatch(Scenarios.places(folder))) {
      AtomicBoolean ended = endOfInput();
      judge(folder.toString());
      while (!ended.get()) {
        Set<String> files = watch.await(ended::get);
        if (!files.isEmpty()) {
          saved.addAll(files);
          judge(String.join(", ", files));
        }
      }
    }
    return ExitStatus.DONE;
  }

  private AtomicBoolean endOfInput() {
    AtomicBoolean ended = new AtomicBoolean();
    Thread reader =
        new Thread(
            () -> {
              try {
                terminal.in().transferTo(OutputStream.nullOutputStream());
              } catch (IOException e) {
                // whoever held the other end is gone
              }
              ended.set(true);
            },
            "end of input");
    reader.setDaemon(true);
    reader.start();
    return ended;
  }

  private void judge(String what) throws IOException {
    long began = System.nanoTime();
    List<String> lines = new ArrayList<>();
    String verdict;
    try {
      verdict = run(lines);
    } catch (KnowledgeBaseException e) {
      verdict = broken(e, lines);
    } catch (UncheckedIOException e) {
      verdict = "cannot be read; maybe it is being saved";
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    terminal
        .out()
        .append(LocalTime.now(ZoneId.systemDefault()).format(TIME) + "  ")
        .append(what + ": " + verdict)
        .append(String.format(Locale.ROOT, " (%.1f s)%n", seconds));
    for (String line : lines) {
      terminal.out().append(line).append('\n');
    }
    terminal.out().flush();
  }

  private static String broken(KnowledgeBaseException e, List<String> lines) {
    if (e.diagnostics().isEmpty()) {
      lines.add(String.valueOf(e.getMessage()));
      return "broken";
    }
    e.diagnostics().forEach(diagnostic -> lines.add(diagnostic.toString()));
    return ReviewCommand.count(e.diagnostics().size(), "mistake");
  }

  private String run(List<String> lines) {
    KnowledgeBase knowledge = KnowledgeBase.read(KnowledgeFiles.read(folder));
    Scenarios scenarios = Scenarios.read(folder, knowledge);
    if (!scenarios.stopping().isEmpty()) {
      throw new KnowledgeBaseException("a scenario file", scenarios.stopping());
    }
    Advisor advisor = Advisor.of(knowledge);
    ScenarioRunner runner = new ScenarioRunner(advisor);
    List<ScenarioResult> results =
        touched(advisor, scenarios.scenarios()).parallelStream().map(runner::run).toList();
    int failed = 0;
    for (ScenarioResult result : results) {
      if (result.passed()) {
        failing.remove(name(result.scenario()));
      } else {
        failing.add(name(result.scenario()));
        failed++;
        lines.add(result.toString());
      }
    }
    last = advisor;
    saved.clear();
    String of =
        ReviewCommand.count(results.size(), "scenario") + " of " + scenarios.scenarios().size();
    return failed == 0 ? of + ", none failed" : of + ", " + failed + " FAILED";
  }

  /** Those of a saved file, those that the edit can have changed, and those that failed before. */
  private Set<Scenario> touched(Advisor advisor, List<Scenario> scenarios) {
    if (last == null) {
      return new LinkedHashSet<>(scenarios);
    }
    Set<Scenario> touched =
        new LinkedHashSet<>(new KnowledgeDiff(last, advisor).touched(scenarios));
    for (Scenario scenario : scenarios) {
      String file = scenario.at().file();
      boolean ofSavedFile =
          saved.contains(file) || saved.contains(file.replace(".scenarios.yaml", ".drl"));
      if (ofSavedFile || failing.contains(name(scenario))) {
        touched.add(scenario);
      }
    }
    return touched;
  }

  private static String name(Scenario scenario) {
    return scenario.at().file() + " " + scenario.name();
  }
}
