package org.popliteus.examples.benchmarks.byhand;

import java.util.List;
import org.popliteus.engine.knowledge.Pattern;
import org.popliteus.engine.knowledge.Pattern.Constraint;

/** What the lines of a rule accept. */
final class Patterns {
  private Patterns() {}

  /** The codes, causes or urgencies that satisfy every constraint on the pattern's key. */
  static List<String> keys(Pattern pattern) {
    return pattern.keys().stream()
        .distinct()
        .filter(key -> accepts(pattern, pattern.fact().key(), key))
        .toList();
  }

  static boolean accepts(Pattern pattern, String field, String text) {
    for (Constraint constraint : pattern.constraints()) {
      if (constraint.field().equals(field) && !constraint.accepts(text)) {
        return false;
      }
    }
    return true;
  }
}
