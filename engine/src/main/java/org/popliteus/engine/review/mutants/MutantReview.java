package org.popliteus.engine.review.mutants;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.knowledge.AdviceDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.RuleDefinition;
import org.popliteus.engine.knowledge.Scenario;
import org.popliteus.engine.review.ScenarioResult;
import org.popliteus.engine.review.ScenarioRunner;

/**
 * Asks of every small change of a knowledge base whether a scenario would notice it.
 *
 * <p>Each scenario is run once on the unchanged knowledge base. A changed rule can alter the answer
 * only where it fires before or after the change, and changed requirements only where they are met
 * before or after; so only those scenarios are run again, first the ones that name it, until one
 * fails. Where a scenario expects a rule to fire, or not, and the changed conditions say otherwise,
 * that is enough without a run. Changes do not depend on each other and are shared out between
 * threads, each with an advisor of its own that tries rule by rule and builds no network.
 */
public final class MutantReview {
  private final KnowledgeBase knowledge;
  private final List<Mutant> mutants;
  private final List<Person> people = new ArrayList<>();
  private final Map<String, List<Person>> byName = new HashMap<>();
  private final List<ScenarioResult> failing = new ArrayList<>();

  /**
   * Lists every change, and runs every scenario once.
   *
   * @param scenarios all that can be read of the knowledge base
   */
  public MutantReview(KnowledgeBase knowledge, Collection<Scenario> scenarios) {
    this.knowledge = knowledge;
    this.mutants = mutants(knowledge, scenarios);
    Advisor advisor = Advisor.trying(knowledge);
    ScenarioRunner runner = new ScenarioRunner(advisor);
    for (Scenario scenario : scenarios) {
      ScenarioResult result = runner.run(scenario);
      if (!result.passed()) {
        failing.add(result);
      }
      add(new Person(scenario, advisor.presentation(scenario.given()), result.assessment()));
    }
  }

  /** Under every rule and every code that an expectation names. */
  private void add(Person person) {
    people.add(person);
    Set<String> names = new HashSet<>();
    for (Scenario.Expectation expectation : person.scenario().expectations()) {
      for (String value : expectation.values()) {
        int end = value.indexOf(' ');
        names.add(end < 0 ? value : value.substring(0, end));
      }
    }
    for (String name : names) {
      byName.computeIfAbsent(name, n -> new ArrayList<>()).add(person);
    }
  }

  private static List<Mutant> mutants(KnowledgeBase knowledge, Collection<Scenario> scenarios) {
    Steps steps = new Steps(knowledge, scenarios);
    PatternEdits edits = new PatternEdits(knowledge, steps);
    Equivalence equivalence = new Equivalence(knowledge);
    List<Mutant> mutants = new ArrayList<>();
    for (RuleDefinition rule : knowledge.rules()) {
      mutants.addAll(RuleMutants.of(rule, edits, equivalence));
    }
    mutants.add(RuleMutants.dropped(knowledge.settings().nothingAnswered()));
    mutants.add(RuleMutants.dropped(knowledge.settings().reviewWhenLikely()));
    for (AdviceDefinition advice : knowledge.advice()) {
      mutants.addAll(RequirementMutants.of(knowledge, steps, equivalence, advice));
    }
    return mutants;
  }

  /** Scenarios that fail without any change; with one of them nothing can be asked. */
  public List<ScenarioResult> failing() {
    return List.copyOf(failing);
  }

  /** Every change, by rule id, then those of requirements by advice. */
  public List<Mutant> mutants() {
    return mutants;
  }

  /**
   * Tries the changes.
   *
   * @param which only these
   * @param threads how many changes are tried at the same time
   * @throws IllegalStateException if a scenario fails without any change
   */
  public MutantReport run(Predicate<Mutant> which, int threads) {
    if (!failing.isEmpty()) {
      throw new IllegalStateException(failing.size() + " scenarios fail without any change");
    }
    long begun = System.nanoTime();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<MutantReport.Outcome>> outcomes = new ArrayList<>();
      for (Mutant mutant : mutants) {
        if (which.test(mutant)) {
          outcomes.add(pool.submit(() -> new MutantReport.Outcome(mutant, firstToNotice(mutant))));
        }
      }
      List<MutantReport.Outcome> all = new ArrayList<>(outcomes.size());
      for (Future<MutantReport.Outcome> outcome : outcomes) {
        all.add(outcome.get());
      }
      return new MutantReport(all, System.nanoTime() - begun, threads);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a change could not be tried", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while trying changes", e);
    } finally {
      pool.shutdownNow();
    }
  }

  private @Nullable Scenario firstToNotice(Mutant mutant) {
    String name = mutant.subject().substring(mutant.subject().indexOf(':') + 1);
    List<Person> naming = byName.getOrDefault(name, List.of());
    for (Person person : naming) {
      if (mutant.edit().breaks(person)) {
        return person.scenario();
      }
    }
    ScenarioRunner runner = new ScenarioRunner(Advisor.trying(mutant.edit().apply(knowledge)));
    for (List<Person> some : List.of(naming, people)) {
      for (Person person : some) {
        if (mutant.edit().touches(person) && !runner.run(person.scenario()).passed()) {
          return person.scenario();
        }
      }
    }
    return null;
  }
}
