package org.popliteus.engine.interview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.knowledge.Pattern;

/** The lines of all rules that ask for answers; rules that ask the same share a line. */
final class Lines {
  private final Vocabulary vocabulary;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Pattern> patterns = new ArrayList<>();
  private final List<List<Integer>> about = new ArrayList<>();

  Lines(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    for (int i = 0; i < vocabulary.size(); i++) {
      about.add(new ArrayList<>());
    }
  }

  int size() {
    return patterns.size();
  }

  /** The number of a line, from 0; a new one where it was not asked before. */
  int number(Pattern pattern) {
    StringBuilder words = new StringBuilder(pattern.fact().word());
    for (Pattern.Constraint constraint : pattern.constraints()) {
      words.append(' ').append(constraint.field()).append(constraint.operator().sign());
      for (Pattern.Literal value : constraint.values()) {
        words.append(' ').append(value.text());
      }
    }
    Integer known = numbers.putIfAbsent(words.toString(), patterns.size());
    if (known != null) {
      return known;
    }
    for (String code : pattern.keys()) {
      about.get(vocabulary.number(code)).add(patterns.size());
    }
    patterns.add(pattern);
    return patterns.size() - 1;
  }

  /** The patterns that ask about a question, by its number. */
  List<Pattern> about(int topic) {
    return about.get(topic).stream().map(patterns::get).toList();
  }

  /** The numbers of the lines that an answer satisfies. */
  List<Integer> satisfied(int topic, Finding finding) {
    return about.get(topic).stream()
        .filter(line -> patterns.get(line).accepts(finding))
        .distinct()
        .toList();
  }
}
