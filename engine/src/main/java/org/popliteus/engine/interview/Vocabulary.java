package org.popliteus.engine.interview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;

/** The questions of a knowledge base by number, in the order of its file. */
final class Vocabulary {
  private final List<FindingDefinition> topics;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<List<Integer>> contradicting = new ArrayList<>();

  Vocabulary(KnowledgeBase knowledge) {
    this.topics = List.copyOf(knowledge.findings());
    List<Set<Integer>> pairs = new ArrayList<>();
    for (FindingDefinition topic : topics) {
      numbers.put(topic.code(), numbers.size());
      pairs.add(new TreeSet<>());
    }
    for (FindingDefinition topic : topics) {
      for (String other : topic.contradicts()) {
        pairs.get(number(topic.code())).add(number(other));
        pairs.get(number(other)).add(number(topic.code()));
      }
    }
    pairs.forEach(pair -> contradicting.add(List.copyOf(pair)));
  }

  int size() {
    return topics.size();
  }

  FindingDefinition topic(int number) {
    return topics.get(number);
  }

  int number(String code) {
    Integer number = numbers.get(code);
    if (number == null) {
      throw new IllegalStateException("the vocabulary has no " + code);
    }
    return number;
  }

  /** The questions that cannot be answered with yes together with this one. */
  List<Integer> contradicting(int number) {
    return contradicting.get(number);
  }
}
