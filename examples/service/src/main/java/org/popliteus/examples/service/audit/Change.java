package org.popliteus.examples.service.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One difference between two answers.
 *
 * @param path where, for example {@code /causes/DVT/share}
 * @param then what stood there; null where nothing did
 * @param now what stands there; null where nothing does
 */
record Change(String path, @Nullable JsonNode then, @Nullable JsonNode now) {

  /** Every difference, in the order of the older answer. */
  static List<Change> between(JsonNode then, JsonNode now) {
    List<Change> changes = new ArrayList<>();
    compare("", then, now, changes);
    return changes;
  }

  private static void compare(
      String path, @Nullable JsonNode then, @Nullable JsonNode now, List<Change> changes) {
    if (then == null || now == null || !then.isContainer() || !now.isContainer()) {
      if (then == null || !then.equals(now)) {
        changes.add(new Change(path, then, now));
      }
      return;
    }
    Map<String, JsonNode> before = members(then);
    Map<String, JsonNode> after = members(now);
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      compare(path + "/" + name, before.get(name), after.get(name), changes);
    }
  }

  /** Entries of a list go by their code or rule, so that a new one does not shift the others. */
  private static Map<String, JsonNode> members(JsonNode container) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    if (container.isObject()) {
      container.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
      return members;
    }
    int index = 0;
    for (JsonNode element : container) {
      String name = name(element, index++);
      while (members.containsKey(name)) {
        name += "'";
      }
      members.put(name, element);
    }
    return members;
  }

  private static String name(JsonNode element, int index) {
    for (String key : List.of("code", "rule")) {
      if (element.isObject() && element.has(key)) {
        return element.get(key).asString();
      }
    }
    return Integer.toString(index);
  }
}
