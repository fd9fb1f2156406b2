package org.popliteus.examples.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.KnowledgeBaseException;
import org.popliteus.engine.knowledge.Scenarios;
import org.popliteus.engine.review.diff.Effect;
import org.popliteus.engine.review.diff.KnowledgeDiff;
import org.popliteus.engine.review.diff.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What an edit of a knowledge base does to people. */
@Command(
    name = "diff",
    description = {
      "Says what differs between two versions of a knowledge base, and what that does to people:"
          + " those of the scenarios, and others who are drawn.",
      "A version is a folder, or git:REV for the folder as of a git revision, or git:REV:PATH."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done, and nobody's urgency is lowered",
      "1:somebody's urgency is lowered, or a version has mistakes",
      "2:bad input or usage"
    })
final class ReviewDiffCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "OLD", description = "The older version.")
  @SuppressWarnings("NullAway.Init")
  private String older;

  @Parameters(index = "1", paramLabel = "NEW", description = "The newer version.")
  @SuppressWarnings("NullAway.Init")
  private String newer;

  @Option(
      names = "--people",
      paramLabel = "N",
      defaultValue = "2000",
      description =
          "How many people to draw beside the scenarios; ${DEFAULT-VALUE} unless you say.")
  private int people;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "The same seed draws the same people; ${DEFAULT-VALUE} unless you say.")
  private long seed;

  @Mixin private final FormatOption format = new FormatOption();

  ReviewDiffCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * All that is compared.
   *
   * @param older what the user called the older version
   * @param newer what the user called the newer version
   * @param before its knowledge
   * @param after the knowledge of the newer version
   * @param diff the two
   * @param scenarios what becomes of the people of the scenarios
   * @param drawn what becomes of those who were drawn
   * @param unreadable how many scenario mistakes the older version has; such scenarios are left out
   */
  record Report(
      String older,
      String newer,
      KnowledgeBase before,
      KnowledgeBase after,
      KnowledgeDiff diff,
      Outcome scenarios,
      Outcome drawn,
      int unreadable) {

    List<Effect> effects() {
      List<Effect> effects = new ArrayList<>(scenarios.effects());
      effects.addAll(drawn.effects());
      return effects;
    }

    int count(Effect.Kind kind) {
      return scenarios.count(kind) + drawn.count(kind);
    }

    int people() {
      return scenarios.people() + drawn.people();
    }
  }

  @Override
  public Integer call() throws IOException {
    if (people < 0) {
      throw new BadInput(
          "--people is " + people, "Maybe 0, to look at the scenarios alone, or more.");
    }
    KnowledgeVersion old = KnowledgeVersion.of(older, newer);
    KnowledgeVersion now = KnowledgeVersion.of(newer, older);
    List<String> mistakes = new ArrayList<>();
    KnowledgeBase before = read(old, mistakes);
    KnowledgeBase after = read(now, mistakes);
    if (before == null || after == null) {
      throw new KnowledgeBaseException(String.join("\n", mistakes));
    }
    Scenarios oldScenarios = old.scenarios().apply(before);
    Scenarios newScenarios = now.scenarios().apply(after);
    if (!newScenarios.stopping().isEmpty()) {
      throw new KnowledgeBaseException(newer + ", in its scenarios,", newScenarios.stopping());
    }
    KnowledgeDiff diff = new KnowledgeDiff(Advisor.of(before), Advisor.of(after));
    Report report =
        new Report(
            older,
            newer,
            before,
            after,
            diff,
            diff.outcome(diff.people(oldScenarios.scenarios(), newScenarios.scenarios())),
            diff.outcome(diff.draw(people, seed)),
            oldScenarios.stopping().size());
    if (format.isText(terminal)) {
      terminal.out().append(new DiffText(report, terminal).toString());
    } else {
      DiffJson.write(report, terminal.out());
    }
    return report.count(Effect.Kind.URGENCY_LOWERED) == 0 ? ExitStatus.DONE : ExitStatus.FAULT;
  }

  /** Both versions are read before either is refused, so that all mistakes are told at once. */
  private static @Nullable KnowledgeBase read(KnowledgeVersion version, List<String> mistakes) {
    try {
      return KnowledgeBase.read(version.files());
    } catch (KnowledgeBaseException e) {
      mistakes.add(String.valueOf(e.getMessage()));
      return null;
    }
  }
}
