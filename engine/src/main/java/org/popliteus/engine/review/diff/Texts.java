package org.popliteus.engine.review.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of an entry as text by name, and how they differ. */
final class Texts {
  private Texts() {}

  /** Names and values in turn; a field without a value is left out. */
  static Map<String, String> of(@Nullable Object... namesAndValues) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      String text = value == null ? "" : value.toString();
      if (!text.isEmpty()) {
        texts.put(String.valueOf(namesAndValues[i]), text);
      }
    }
    return texts;
  }

  /** {@code text: "a" became "b"}, for every field that is not the same. */
  static void changes(Map<String, String> before, Map<String, String> after, List<String> into) {
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      String old = before.get(name);
      String now = after.get(name);
      if (old == null) {
        into.add(name + " added: " + now);
      } else if (now == null) {
        into.add(name + " removed: " + old);
      } else if (!old.equals(now)) {
        into.add(name + ": " + quoted(old) + " became " + quoted(now));
      }
    }
  }

  /** What one list has lost and the other gained; one for one is read as the same, changed. */
  static List<String> exchanged(String what, List<String> before, List<String> after) {
    List<String> gone = new ArrayList<>(before);
    after.forEach(gone::remove);
    List<String> come = new ArrayList<>(after);
    before.forEach(come::remove);
    if (gone.size() == 1 && come.size() == 1) {
      return List.of(what + ": " + gone.get(0) + " became " + come.get(0));
    }
    List<String> details = new ArrayList<>();
    gone.forEach(words -> details.add(what + " removed: " + words));
    come.forEach(words -> details.add(what + " added: " + words));
    return details;
  }

  /** Sentences need quotes to be told from the words around them; a word or number does not. */
  private static String quoted(String text) {
    return text.contains(" ") ? '"' + text + '"' : text;
  }
}
