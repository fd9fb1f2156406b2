package org.popliteus.engine.interview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.popliteus.engine.interview.Rulebook.Rule;
import org.popliteus.engine.knowledge.AdviceDefinition;
import org.popliteus.engine.knowledge.Requirement;
import org.popliteus.engine.knowledge.Truth;

/** Which rules and requirements wait for which open question, nearest first. */
final class Waiting {
  private static final Comparator<Waiter> NEAREST_FIRST =
      Comparator.comparingInt(Waiter::missing)
          .thenComparingInt(waiter -> -waiter.rank)
          .thenComparing(Waiter::id);

  private final Map<Integer, List<Waiter>> byTopic = new HashMap<>();

  private record Waiter(String id, int rank, int missing) {}

  Waiting(
      Rulebook book, Standing standing, OpenQuestions questions, List<Integer> open, Reach reach) {
    Set<Integer> isOpen = new HashSet<>(open);
    for (Rule rule : book.rules()) {
      if (!standing.hasFired(rule) && reach.canFire(rule)) {
        wait(book, standing, rule, isOpen);
      }
    }
    for (AdviceDefinition advice : book.knowledge().advice()) {
      for (Requirement requirement : advice.requires()) {
        if (requirement.truth(questions.byCode()::get) == Truth.OPEN) {
          for (String code : requirement.codes()) {
            int topic = book.vocabulary().number(code);
            if (isOpen.contains(topic)) {
              add(topic, new Waiter("requires:" + advice.code(), 0, advice.requires().size()));
            }
          }
        }
      }
    }
    byTopic.values().forEach(waiters -> waiters.sort(NEAREST_FIRST));
  }

  private void wait(Rulebook book, Standing standing, Rule rule, Set<Integer> isOpen) {
    Set<Integer> topics = new HashSet<>();
    int missing = 0;
    for (int line : rule.lines()) {
      if (!standing.holds(line)) {
        missing++;
        for (Option option : book.options().satisfying(line)) {
          if (isOpen.contains(option.topic())) {
            topics.add(option.topic());
          }
        }
      }
    }
    for (int topic : topics) {
      add(topic, new Waiter(rule.definition().id(), rule.rank(), missing));
    }
  }

  private void add(int topic, Waiter waiter) {
    List<Waiter> waiters = byTopic.computeIfAbsent(topic, t -> new ArrayList<>());
    if (waiters.isEmpty() || !waiters.get(waiters.size() - 1).equals(waiter)) {
      waiters.add(waiter);
    }
  }

  /** Ids, nearest first, and of those as near the most urgent first. */
  List<String> of(int topic) {
    return byTopic.getOrDefault(topic, List.of()).stream().map(Waiter::id).toList();
  }
}
