package org.popliteus.examples.benchmarks.contest;

import java.util.function.Function;
import org.popliteus.engine.Advisor;
import org.popliteus.examples.benchmarks.Contestant;
import org.popliteus.examples.benchmarks.byhand.Decisions;
import org.popliteus.examples.benchmarks.engines.EasyRules;
import org.popliteus.examples.benchmarks.engines.Evrete;
import org.popliteus.examples.benchmarks.naive.NaiveDrools;

/** Who is measured; the first is what the others are compared with. */
public enum Entrant {
  /** The practical limit. */
  HAND_WRITTEN("hand-written", advisor -> Decisions.byHand(advisor.knowledge())),
  /** The advisor, with all that it explains. */
  POPLITEUS("Popliteus", AdvisorContestant::new),
  /** Easy Rules with lambdas. */
  EASY_RULES("Easy Rules", advisor -> new Decisions(advisor.knowledge(), EasyRules::new)),
  /** Evrete with lambdas. */
  EVRETE("Evrete", advisor -> new Decisions(advisor.knowledge(), Evrete::new)),
  /** Drools as a newcomer would use it. */
  NAIVE_DROOLS("naive Drools", advisor -> new NaiveDrools(advisor.knowledge()));

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // holds nothing
  private final Function<Advisor, Contestant> make;

  Entrant(String title, Function<Advisor, Contestant> make) {
    this.title = title;
    this.make = make;
  }

  /** As tables and plots name it. */
  public String title() {
    return title;
  }

  /** Makes it ready for the rules of an advisor. */
  public Contestant enter(Advisor advisor) {
    return make.apply(advisor);
  }
}
