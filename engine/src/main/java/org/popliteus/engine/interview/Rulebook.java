package org.popliteus.engine.interview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.popliteus.engine.Urgency;
import org.popliteus.engine.knowledge.CauseDefinition;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Pattern;
import org.popliteus.engine.knowledge.RuleDefinition;

/**
 * The rules of a knowledge base, indexed by the answers that they wait for, so that one more answer
 * is weighed by the rules that it touches alone.
 */
final class Rulebook {
  private final KnowledgeBase knowledge;
  private final Vocabulary vocabulary;
  private final Lines lines;
  private final List<List<Rule>> asking = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private final List<Case> cases = new ArrayList<>();
  private final Options options;
  private final boolean hasScreen;

  /**
   * A rule.
   *
   * @param number its place among all rules by id, from 0
   * @param definition what its file says
   * @param lines the lines of its {@code when} that ask for answers, by number
   * @param rank the urgency that it raises, as {@link #rank} gives it
   * @param spokenOf the causes of which it says something
   * @param excluded the causes that must be excluded when it fires
   */
  record Rule(
      int number,
      RuleDefinition definition,
      List<Integer> lines,
      int rank,
      List<Case> spokenOf,
      List<Case> excluded) {}

  Rulebook(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    this.vocabulary = new Vocabulary(knowledge);
    this.lines = new Lines(vocabulary);
    Map<String, Case> byCode = cases(knowledge);
    for (RuleDefinition definition : knowledge.rules()) {
      add(definition, byCode);
    }
    this.options = new Options(vocabulary, lines, rules);
    this.hasScreen = knowledge.findings().stream().anyMatch(FindingDefinition::screen);
  }

  private Map<String, Case> cases(KnowledgeBase knowledge) {
    Map<String, Case> byCode = new HashMap<>();
    List<CauseDefinition> sorted = new ArrayList<>(knowledge.causes());
    sorted.sort(Comparator.comparing(CauseDefinition::code));
    for (CauseDefinition definition : sorted) {
      Case one = new Case(cases.size(), definition);
      cases.add(one);
      byCode.put(definition.code(), one);
    }
    for (Case one : cases) {
      for (Case other : named(one.definition().accompanies(), byCode)) {
        one.accompany(other);
        other.accompany(one);
      }
    }
    return byCode;
  }

  private static List<Case> named(List<String> codes, Map<String, Case> byCode) {
    List<Case> named = new ArrayList<>();
    for (String code : codes) {
      Case one = byCode.get(code);
      if (one != null) {
        named.add(one);
      }
    }
    return named;
  }

  private void add(RuleDefinition definition, Map<String, Case> byCode) {
    Set<Integer> asked = new LinkedHashSet<>();
    for (Pattern pattern : definition.when()) {
      if (pattern.fact().isFinding()) {
        asked.add(lines.number(pattern));
      }
    }
    Set<Case> spokenOf = new LinkedHashSet<>();
    for (Conclusion conclusion : definition.then()) {
      if (conclusion.kind() == Conclusion.Kind.SUPPORTS
          || conclusion.kind() == Conclusion.Kind.OPPOSES) {
        for (Case one : named(List.of(conclusion.subject()), byCode)) {
          one.state(rules.size(), conclusion.number(), definition.group());
          spokenOf.add(one);
        }
      }
    }
    Rule rule =
        new Rule(
            rules.size(),
            definition,
            List.copyOf(asked),
            rank(definition),
            List.copyOf(spokenOf),
            definition.escalates() ? named(definition.mustExclude(), byCode) : List.of());
    rules.add(rule);
    for (int line : rule.lines()) {
      while (asking.size() <= line) {
        asking.add(new ArrayList<>());
      }
      asking.get(line).add(rule);
    }
  }

  /** The urgency that a rule raises: 0 none, 1 soon, 2 same-day, 3 emergency. */
  static int rank(RuleDefinition definition) {
    int rank = 0;
    for (Conclusion conclusion : definition.then()) {
      rank =
          Math.max(
              rank,
              switch (conclusion.kind()) {
                case EMERGENCY -> 3;
                case SAME_DAY -> 2;
                case SOON -> 1;
                default -> 0;
              });
    }
    return rank;
  }

  /** The same of an urgency. */
  static int rank(Urgency urgency) {
    return switch (urgency) {
      case EMERGENCY -> 3;
      case SAME_DAY -> 2;
      case SOON -> 1;
      case SELF_CARE -> 0;
    };
  }

  KnowledgeBase knowledge() {
    return knowledge;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  Lines lines() {
    return lines;
  }

  Options options() {
    return options;
  }

  boolean hasScreen() {
    return hasScreen;
  }

  /** The urgency while nothing of the screen is answered. */
  int nothingAnsweredRank() {
    return rank(knowledge.settings().nothingAnswered());
  }

  /** The urgency when a cause that wants a review is likely. */
  int reviewRank() {
    return rank(knowledge.settings().reviewWhenLikely());
  }

  /** By id. */
  List<Rule> rules() {
    return rules;
  }

  /** The rules that ask this line. */
  List<Rule> asking(int line) {
    return asking.get(line);
  }

  /** By code. */
  List<Case> cases() {
    return cases;
  }
}
