package org.popliteus.examples.benchmarks.byhand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.popliteus.engine.Urgency;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Pattern;
import org.popliteus.engine.knowledge.RuleDefinition;

/** When each rule holds, as flat arrays. Rules are numbered in the order of their ids. */
public final class RuleTable {
  final Numbers numbers;

  /** Ids of the rules, and among them the two that kb.yaml holds, which have no patterns. */
  final String[] ids;

  /** By number, as the knowledge base defines them. */
  final List<RuleDefinition> definitions;

  final int[] firstPhase;
  final int[] secondPhase;
  final int nothingAnswered;
  final int reviewWhenLikely;

  /** From rule to its patterns on findings, and from pattern to its truths: one must hold. */
  final int[] patternsOf;

  final int[] testsOf;
  final int[] tests;

  /** From rule to its patterns on suspected causes, all of which must hold. */
  final int[] suspicionsOf;

  final Suspicion[] suspicions;

  /** By rule, a bit for each urgency at which it holds. */
  final int[] urgencies;

  RuleTable(KnowledgeBase knowledge, Truths truths, Numbers causes) {
    SortedMap<String, RuleDefinition> byId = new TreeMap<>();
    for (RuleDefinition rule : knowledge.rules()) {
      byId.put(rule.id(), rule);
    }
    RuleDefinition nothing = knowledge.settings().nothingAnswered();
    RuleDefinition review = knowledge.settings().reviewWhenLikely();
    byId.put(nothing.id(), nothing);
    byId.put(review.id(), review);
    definitions = List.copyOf(byId.values());
    numbers = new Numbers(List.copyOf(byId.keySet()));
    ids = numbers.codes();
    nothingAnswered = numbers.of(nothing.id());
    reviewWhenLikely = numbers.of(review.id());

    Rows patterns = new Rows(ids.length);
    Rows suspected = new Rows(ids.length);
    List<Pattern> allPatterns = new ArrayList<>();
    List<Suspicion> allSuspicions = new ArrayList<>();
    List<Integer> first = new ArrayList<>();
    List<Integer> second = new ArrayList<>();
    urgencies = new int[ids.length];
    for (int rule = 0; rule < ids.length; rule++) {
      urgencies[rule] = (1 << Ordinals.URGENCIES) - 1;
      for (Pattern pattern : definitions.get(rule).when()) {
        switch (pattern.fact()) {
          case SUSPECTED -> {
            suspected.add(rule, allSuspicions.size());
            allSuspicions.add(Suspicion.of(pattern, causes));
          }
          case TRIAGED -> urgencies[rule] &= urgencies(pattern);
          default -> {
            patterns.add(rule, allPatterns.size());
            allPatterns.add(pattern);
          }
        }
      }
      if (rule != nothingAnswered && rule != reviewWhenLikely) {
        (definitions.get(rule).secondPhase() ? second : first).add(rule);
      }
    }
    firstPhase = first.stream().mapToInt(Integer::intValue).toArray();
    secondPhase = second.stream().mapToInt(Integer::intValue).toArray();
    patternsOf = patterns.starts();
    suspicionsOf = suspected.starts();
    suspicions = allSuspicions.toArray(Suspicion[]::new);
    Rows tested = new Rows(allPatterns.size());
    for (int pattern = 0; pattern < allPatterns.size(); pattern++) {
      for (int truth : truths.of(allPatterns.get(pattern))) {
        tested.add(pattern, truth);
      }
    }
    testsOf = tested.starts();
    tests = tested.values();
  }

  private static int urgencies(Pattern pattern) {
    int urgencies = 0;
    for (String name : Patterns.keys(pattern)) {
      urgencies |= 1 << Ordinals.of(Urgency.valueOf(name));
    }
    return urgencies;
  }

  /** The rules on findings, by number. */
  public int[] firstPhase() {
    return firstPhase.clone();
  }

  /** The rules on suspicions, by number. */
  public int[] secondPhase() {
    return secondPhase.clone();
  }

  /** The id of a rule. */
  public String id(int rule) {
    return ids[rule];
  }

  /** For each pattern of a rule on findings, the truths of which one must hold. */
  public int[][] tests(int rule) {
    int first = patternsOf[rule];
    int[][] patterns = new int[patternsOf[rule + 1] - first][];
    for (int i = 0; i < patterns.length; i++) {
      patterns[i] = Arrays.copyOfRange(tests, testsOf[first + i], testsOf[first + i + 1]);
    }
    return patterns;
  }

  boolean matches(int rule, boolean[] truths) {
    int end = patternsOf[rule + 1];
    for (int pattern = patternsOf[rule]; pattern < end; pattern++) {
      if (!holds(pattern, truths)) {
        return false;
      }
    }
    return true;
  }

  private boolean holds(int pattern, boolean[] truths) {
    int end = testsOf[pattern + 1];
    for (int test = testsOf[pattern]; test < end; test++) {
      if (truths[tests[test]]) {
        return true;
      }
    }
    return false;
  }
}
