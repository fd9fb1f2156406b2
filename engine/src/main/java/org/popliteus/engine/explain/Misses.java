package org.popliteus.engine.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Measured;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.Pattern;
import org.popliteus.engine.knowledge.PossibleAnswers;
import org.popliteus.engine.knowledge.Requirement;
import org.popliteus.engine.knowledge.RuleDefinition;
import org.popliteus.engine.knowledge.Truth;

/**
 * Finds the answers with which a rule would have fired, or an advice would have been given: as few
 * as it can, answers that are missing before answers that would have to be others. What the rules
 * alone do not decide, because a ranking stands between, is tried before it is told.
 */
final class Misses {
  /** How many ways to a suspicion are tried. */
  private static final int TRIED = 12;

  private final Person person;
  private final Wording wording;

  Misses(Person person, Wording wording) {
    this.person = person;
    this.wording = wording;
  }

  /** With which answers a rule would have fired; null where none are found. */
  @Nullable Miss of(RuleDefinition rule) {
    if (rule.when().isEmpty()) {
      return null;
    }
    Map<String, Finding> answers = satisfying(rule);
    if (answers == null) {
      return null;
    }
    if (!rule.secondPhase()) {
      return miss(answers.values());
    }
    return tried(answers, waysTo(rule), assessment -> assessment.firedRules().contains(rule.id()));
  }

  /**
   * The first of several ways, each added to some answers, that brings about what is wanted.
   *
   * @param ways begins with what is tried first
   */
  @Nullable Miss tried(
      Map<String, Finding> answers,
      Collection<Map<String, Finding>> ways,
      Predicate<Assessment> wanted) {
    int tried = 0;
    for (Map<String, Finding> way : ways) {
      Map<String, Finding> all = new LinkedHashMap<>(way);
      all.putAll(answers);
      if (!all.isEmpty() && tried++ < TRIED && wanted.test(person.with(all.values()))) {
        return miss(all.values());
      }
    }
    return null;
  }

  /** Nothing further, and then what may bring about the suspicions that a rule waits for. */
  private List<Map<String, Finding>> waysTo(RuleDefinition rule) {
    List<Map<String, Finding>> ways = new ArrayList<>();
    ways.add(Map.of());
    for (RuleDefinition other : person.knowledge().rules()) {
      if (!other.secondPhase() && !person.hasFired(other.id()) && leadsTo(other, rule)) {
        Map<String, Finding> answers = satisfying(other);
        if (answers != null) {
          ways.add(answers);
        }
      }
    }
    ways.sort(Comparator.comparingInt(this::changes).thenComparingInt(Map::size));
    return ways;
  }

  private static boolean leadsTo(RuleDefinition first, RuleDefinition second) {
    for (Conclusion conclusion : first.then()) {
      for (Pattern pattern : second.when()) {
        boolean leads =
            switch (conclusion.kind()) {
              case SUPPORTS ->
                  pattern.fact() == Pattern.Fact.SUSPECTED
                      && pattern.keys().contains(conclusion.subject());
              case EMERGENCY, SAME_DAY, SOON ->
                  pattern.fact() == Pattern.Fact.TRIAGED
                      && pattern.keys().contains(conclusion.kind().name());
              default -> false;
            };
        if (leads) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The answers, to add or to change, that satisfy every line of a rule on answers; null where no
   * answers can.
   */
  @Nullable Map<String, Finding> satisfying(RuleDefinition rule) {
    List<Pattern> patterns =
        rule.when().stream().filter(pattern -> pattern.fact().isFinding()).toList();
    return fill(patterns, 0, new LinkedHashMap<>()).orElse(null);
  }

  private Optional<Map<String, Finding>> fill(
      List<Pattern> patterns, int next, Map<String, Finding> chosen) {
    if (next == patterns.size()) {
      return patterns.stream().allMatch(pattern -> holds(pattern, chosen))
          ? Optional.of(chosen)
          : Optional.empty();
    }
    Pattern pattern = patterns.get(next);
    if (holds(pattern, chosen)) {
      Optional<Map<String, Finding>> rest = fill(patterns, next + 1, chosen);
      if (rest.isPresent()) {
        return rest;
      }
    }
    for (FindingDefinition question : candidates(pattern)) {
      if (!chosen.containsKey(question.code())) {
        for (Finding answer : PossibleAnswers.to(question, patterns)) {
          if (pattern.accepts(answer)) {
            Map<String, Finding> more = new LinkedHashMap<>(chosen);
            more.put(question.code(), answer);
            Optional<Map<String, Finding>> rest = fill(patterns, next + 1, more);
            if (rest.isPresent()) {
              return rest;
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  private boolean holds(Pattern pattern, Map<String, Finding> chosen) {
    for (String code : pattern.keys()) {
      Finding answer = chosen.getOrDefault(code, person.answers().get(code));
      if (answer != null && pattern.accepts(answer)) {
        return true;
      }
    }
    return false;
  }

  /** What is not answered, can be asked of a lay person and contradicts nothing comes first. */
  private List<FindingDefinition> candidates(Pattern pattern) {
    List<FindingDefinition> candidates = new ArrayList<>();
    for (String code : new LinkedHashSet<>(pattern.keys())) {
      FindingDefinition question = person.knowledge().finding(code);
      if (question != null) {
        candidates.add(question);
      }
    }
    candidates.sort(
        Comparator.comparing((FindingDefinition q) -> person.answer(q.code()) != null)
            .thenComparing(FindingDefinition::examination)
            .thenComparing(
                q -> q.after() != null && q.after().truth(person.answers()::get) == Truth.NO)
            .thenComparing(q -> q.contradicts().stream().anyMatch(person::isPresent)));
    return candidates;
  }

  /** The answers that meet requirements which are open; null where one is broken. */
  @Nullable Map<String, Finding> meeting(List<Requirement> requirements) {
    Map<String, Finding> answers = new LinkedHashMap<>();
    for (Requirement requirement : requirements) {
      Truth truth = requirement.truth(person.answers()::get);
      if (truth == Truth.NO || (truth == Truth.OPEN && !meet(requirement, answers))) {
        return null;
      }
    }
    return answers;
  }

  private boolean meet(Requirement requirement, Map<String, Finding> answers) {
    if (requirement instanceof Requirement.All all) {
      return all.parts().stream().allMatch(part -> meet(part, answers));
    }
    if (requirement instanceof Requirement.Any any) {
      for (Requirement part : any.parts()) {
        Map<String, Finding> tried = new LinkedHashMap<>(answers);
        if (meet(part, tried)) {
          answers.putAll(tried);
          return true;
        }
      }
      return false;
    }
    Requirement.Is one = (Requirement.Is) requirement;
    Finding known = person.answers().getOrDefault(one.code(), answers.get(one.code()));
    if (known != null) {
      return one.accepts(known);
    }
    FindingDefinition question = person.knowledge().finding(one.code());
    if (question == null) {
      return false;
    }
    for (Finding answer : possible(question, one)) {
      if (one.accepts(answer)) {
        answers.put(one.code(), answer);
        return true;
      }
    }
    return false;
  }

  private static List<Finding> possible(FindingDefinition question, Requirement.Is one) {
    return one instanceof Requirement.IsFromTo range
        ? List.of(
            new Measured(one.code(), Math.rint((range.least() + range.most()) / 2)),
            new Measured(one.code(), range.least()))
        : PossibleAnswers.to(question, List.of());
  }

  private int changes(Map<String, Finding> answers) {
    return (int) answers.keySet().stream().filter(code -> person.answer(code) != null).count();
  }

  private Miss miss(Collection<Finding> answers) {
    List<Finding> toAdd = new ArrayList<>();
    List<Finding> toChange = new ArrayList<>();
    for (Finding answer : answers) {
      Finding known = person.answer(answer.code());
      if (known == null) {
        toAdd.add(answer);
      } else if (!known.equals(answer)) {
        toChange.add(answer);
      }
    }
    List<String> words = new ArrayList<>();
    if (!toAdd.isEmpty()) {
      words.add("with " + Wording.listed(toAdd.stream().map(wording::said).toList()));
    }
    if (!toChange.isEmpty()) {
      words.add("had it been " + Wording.listed(toChange.stream().map(wording::said).toList()));
    }
    return new Miss(List.copyOf(toAdd), List.copyOf(toChange), String.join(", and ", words));
  }
}
