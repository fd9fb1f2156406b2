package org.popliteus.engine.review.mutants;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.knowledge.Scenario;
import org.popliteus.engine.review.mutants.Mutant.Kind;
import org.popliteus.engine.review.mutants.Mutant.Stakes;

/**
 * Which changes of a knowledge base a scenario noticed.
 *
 * @param outcomes one for each change that was tried
 * @param nanos how long it took
 * @param threads how many changes were tried at the same time
 */
public record MutantReport(List<Outcome> outcomes, long nanos, int threads) {
  /** The least percentage of all changes that must be noticed. */
  public static final int LEAST_PERCENT = 85;

  private static final Comparator<Mutant> WORST_FIRST =
      Comparator.comparing(Mutant::stakes)
          .thenComparing(mutant -> mutant.at().file())
          .thenComparing(Mutant::subject)
          .thenComparing(Mutant::at)
          .thenComparing(Mutant::kind);

  /**
   * What came of one change.
   *
   * @param mutant the change
   * @param noticedBy the first scenario that failed with it; null where none did
   */
  public record Outcome(Mutant mutant, @Nullable Scenario noticedBy) {}

  /**
   * How many of some changes were noticed.
   *
   * @param mutants how many were tried
   * @param killed how many of them a scenario noticed
   */
  public record Tally(int mutants, int killed) {

    /** In whole tenths, rounded down, so that only all is 100; 100 of none. */
    public double percent() {
      return mutants == 0 ? 100 : Math.floorDiv(killed * 1000L, mutants) / 10.0;
    }

    private Tally plus(Outcome outcome) {
      return new Tally(mutants + 1, killed + (outcome.noticedBy() == null ? 0 : 1));
    }
  }

  /** The changes that no scenario noticed: escalations, contraindications, all else; by rule. */
  public List<Mutant> survivors() {
    List<Mutant> survivors = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      if (outcome.noticedBy() == null) {
        survivors.add(outcome.mutant());
      }
    }
    survivors.sort(WORST_FIRST);
    return survivors;
  }

  /** How many were noticed, by the kinds that were tried. */
  public Map<Kind, Tally> byKind() {
    Map<Kind, Tally> tallies = new EnumMap<>(Kind.class);
    for (Outcome outcome : outcomes) {
      Kind kind = outcome.mutant().kind();
      tallies.put(kind, tallies.getOrDefault(kind, new Tally(0, 0)).plus(outcome));
    }
    return tallies;
  }

  /** How many were noticed, by what is at stake. */
  public Map<Stakes, Tally> byStakes() {
    Map<Stakes, Tally> tallies = new EnumMap<>(Stakes.class);
    for (Outcome outcome : outcomes) {
      Stakes stakes = outcome.mutant().stakes();
      tallies.put(stakes, tallies.getOrDefault(stakes, new Tally(0, 0)).plus(outcome));
    }
    return tallies;
  }

  /** How many of all were noticed. */
  public Tally total() {
    Tally tally = new Tally(0, 0);
    for (Outcome outcome : outcomes) {
      tally = tally.plus(outcome);
    }
    return tally;
  }

  /**
   * Whether the scenarios guard the knowledge base: every change of an escalation or of a
   * contraindication is noticed, and at least {@link #LEAST_PERCENT} of all.
   */
  public boolean holds() {
    Tally total = total();
    return survivors().stream().allMatch(mutant -> mutant.stakes() == Stakes.OTHER)
        && total.killed() * 100L >= (long) LEAST_PERCENT * total.mutants();
  }
}
