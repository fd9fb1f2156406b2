package org.popliteus.examples.benchmarks.byhand;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Numbers codes in their order, from 0. */
final class Numbers {
  private final List<String> codes;
  private final Map<String, Integer> numbers = new HashMap<>();

  Numbers(List<String> codes) {
    this.codes = List.copyOf(codes);
    for (String code : codes) {
      numbers.put(code, numbers.size());
    }
  }

  static <T> Numbers sorted(Collection<T> values, Function<T, String> code) {
    return new Numbers(values.stream().map(code).sorted().toList());
  }

  int of(String code) {
    Integer number = numbers.get(code);
    if (number == null) {
      throw new IllegalArgumentException("the knowledge base does not define " + code);
    }
    return number;
  }

  int size() {
    return codes.size();
  }

  String[] codes() {
    return codes.toArray(String[]::new);
  }
}
