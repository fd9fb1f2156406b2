package org.popliteus.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.knowledge.Diagnostic;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.KnowledgeBaseException;
import org.popliteus.engine.knowledge.KnowledgeFiles;
import org.popliteus.engine.knowledge.Scenario;
import org.popliteus.engine.knowledge.Scenarios;
import org.popliteus.engine.review.ScenarioResult;
import org.popliteus.engine.review.ScenarioRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a clinical reviewer does with the knowledge base in a folder. */
@Command(name = "review", description = "Checks and tests the knowledge base in a folder.")
final class ReviewCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  /** No command was named. */
  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "what to review is missing");
  }

  static String count(int number, String one) {
    return number + " " + one + (number == 1 ? "" : "s");
  }

  /** The folder that every review begins with. */
  abstract static class OfFolder implements Callable<Integer> {
    final Terminal terminal;

    @Parameters(
        paramLabel = "FOLDER",
        description = "The folder that holds kb.yaml, or any above it that holds only one.")
    @SuppressWarnings("NullAway.Init")
    Path folder;

    OfFolder(Terminal terminal) {
      this.terminal = terminal;
    }

    KnowledgeFiles files() {
      return KnowledgeOption.from(folder, KnowledgeFiles::read);
    }

    void say(String line) throws IOException {
      terminal.out().append(line).append('\n');
    }
  }

  @Command(name = "check", description = "Says everything that is wrong, by file and line.")
  static final class Check extends OfFolder {
    Check(Terminal terminal) {
      super(terminal);
    }

    @Override
    public Integer call() throws IOException {
      KnowledgeBase.Examination examination = KnowledgeBase.examine(files());
      List<Diagnostic> found = new ArrayList<>(examination.diagnostics());
      KnowledgeBase knowledge = examination.knowledge();
      String sound = "";
      if (knowledge != null) {
        Scenarios scenarios = Scenarios.read(folder, knowledge);
        found.addAll(scenarios.diagnostics());
        sound =
            count(knowledge.rules().size(), "rule")
                + " and "
                + count(scenarios.scenarios().size(), "scenario")
                + ", no mistake";
      }
      for (Diagnostic diagnostic : found) {
        say(diagnostic.toString());
      }
      say(found.isEmpty() ? sound : count(found.size(), "mistake"));
      return found.isEmpty() ? ExitStatus.DONE : ExitStatus.FAULT;
    }
  }

  @Command(name = "test", description = "Runs the scenarios, and says in words what fails.")
  static final class Test extends OfFolder {
    @Option(
        names = "--only",
        paramLabel = "NAME",
        description = "Only scenarios whose file or name holds this text.")
    private @Nullable String only;

    Test(Terminal terminal) {
      super(terminal);
    }

    @Override
    public Integer call() throws IOException {
      Advisor advisor = KnowledgeOption.from(folder, Advisor::load);
      ScenarioRunner runner = new ScenarioRunner(advisor);
      List<Scenario> chosen = new ArrayList<>();
      for (Scenario scenario : scenarios(folder, advisor.knowledge()).scenarios()) {
        if (only == null || scenario.name().contains(only) || scenario.at().file().contains(only)) {
          chosen.add(scenario);
        }
      }
      int failed = 0;
      for (ScenarioResult result : chosen.parallelStream().map(runner::run).toList()) {
        if (!result.passed()) {
          failed++;
          say(result.toString());
        }
      }
      if (chosen.isEmpty()) {
        throw new BadInput(
            only == null ? "there is no scenario" : "no scenario holds " + only + " in its name",
            "Maybe a part of a file's name, such as causes/dvt.");
      }
      say(count(chosen.size(), "scenario") + ", " + failed + " failed");
      return failed == 0 ? ExitStatus.DONE : ExitStatus.FAULT;
    }
  }

  /** The scenarios, of which all must be readable. */
  static Scenarios scenarios(Path folder, KnowledgeBase knowledge) {
    Scenarios scenarios = Scenarios.read(folder, knowledge);
    if (!scenarios.stopping().isEmpty()) {
      throw new KnowledgeBaseException("a scenario file", scenarios.stopping());
    }
    return scenarios;
  }
}
