package org.popliteus.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Pattern;

/**
 * Numbers the codes of a vocabulary, and the conditions that rules ask about them: many rules ask
 * the same, and each condition is tried once a person.
 */
final class Questions {
  private final Map<String, Integer> codes = new HashMap<>();
  private final Map<String, Condition> conditions = new HashMap<>();
  private final List<List<Condition>> about = new ArrayList<>();
  private final Map<String, List<Condition>> concluded = new HashMap<>();
  private int onAnswers;
  private int onSuspicions;

  Questions(KnowledgeBase knowledge) {
    for (FindingDefinition finding : knowledge.findings()) {
      add(finding.code());
    }
  }

  /** Of a vocabulary of one. */
  Questions(String code) {
    add(code);
  }

  private void add(String code) {
    codes.put(code, codes.size());
    about.add(new ArrayList<>());
  }

  /** The number of a code, from 0. */
  int of(String code) {
    Integer number = codes.get(code);
    if (number == null) {
      throw new IllegalStateException("the vocabulary has no " + code);
    }
    return number;
  }

  /** The condition that a rule's line asks; the same for all rules that ask the same. */
  Condition condition(Pattern pattern) {
    String words = Condition.words(pattern);
    Condition known = conditions.get(words);
    if (known != null) {
      return known;
    }
    boolean onFindings = pattern.fact().isFinding();
    int number = onFindings ? onAnswers++ : onSuspicions++;
    Condition condition = new Condition(number, words, pattern, this);
    conditions.put(words, condition);
    if (onFindings) {
      for (int code : condition.numbers()) {
        about.get(code).add(condition);
      }
    } else {
      for (String code : condition.codes()) {
        concluded.computeIfAbsent(pattern.fact() + code, c -> new ArrayList<>()).add(condition);
      }
    }
    return condition;
  }

  /** How many codes there are. */
  int codes() {
    return codes.size();
  }

  /** How many conditions ask about answers. */
  int onAnswers() {
    return onAnswers;
  }

  /** How many conditions ask about what the first phase concluded. */
  int onSuspicions() {
    return onSuspicions;
  }

  /** The conditions that ask about a code, by its number. */
  List<Condition> about(int code) {
    return about.get(code);
  }

  /** The conditions that ask whether a cause is suspected, or how urgent it is. */
  List<Condition> about(Pattern.Fact fact, String code) {
    return concluded.getOrDefault(fact + code, List.of());
  }
}
