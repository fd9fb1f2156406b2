package org.popliteus.engine.knowledge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The words of the files that have a mistake. What stands there may be used by what could not be
 * read, so nothing more is asked of it: one mistake gives one message.
 */
final class Mentions {
  private final Map<String, Set<String>> words = new HashMap<>();
  private final Set<String> meant;

  Mentions(KnowledgeFiles files, Diagnostics diagnostics) {
    this.meant = Set.copyOf(diagnostics.meant());
    for (String file : diagnostics.touched()) {
      words.put(file, words(files.texts().getOrDefault(file, "")));
    }
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (!Character.isLetterOrDigit(c) && c != '_' && c != '-') {
        if (i > start) {
          words.add(text.substring(start, i));
        }
        start = i + 1;
      }
    }
    return words;
  }

  /** Whether a name stands in one of these files, or was probably meant by one that is unknown. */
  boolean of(String name, Predicate<String> file) {
    return meant.contains(name)
        || words.entrySet().stream()
            .anyMatch(entry -> file.test(entry.getKey()) && entry.getValue().contains(name));
  }

  /** The names of rule files that have a mistake and are spelt much like this one. */
  List<String> like(String name) {
    Set<String> all = new HashSet<>();
    words.forEach(
        (file, its) -> {
          if (file.endsWith(".drl")) {
            all.addAll(its);
          }
        });
    return Spelling.nearest(name, all);
  }
}
