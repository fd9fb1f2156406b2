package org.popliteus.engine.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads one entry of a YAML file field by field; a field that is missing, misspelt or of the wrong
 * kind goes to the diagnostics, and reading goes on.
 */
final class FieldsReader {
  /** Quotes that a word processor puts in the place of the straight one. */
  private static final String OPENING = "\u201c\u201d\u201e\u2018\u00ab";

  private static final String CLOSING = "\u201c\u201d\u2019\u00bb";

  private final Tree.Fields entry;
  private final Diagnostics diagnostics;
  private final Set<String> asked = new LinkedHashSet<>();
  private final Set<String> missing = new LinkedHashSet<>();

  private FieldsReader(Tree.Fields entry, Diagnostics diagnostics) {
    this.entry = entry;
    this.diagnostics = diagnostics;
  }

  /** Reads a mapping; what the reading did not ask for is a mistake. */
  static <T> @Nullable T read(
      Tree tree, Diagnostics diagnostics, BiFunction<FieldsReader, Location, T> read) {
    if (!(tree instanceof Tree.Fields fields)) {
      diagnostics.report(
          tree.at(), "here stands an entry with fields", "Maybe write it as name: value lines.");
      return null;
    }
    FieldsReader reader = new FieldsReader(fields, diagnostics);
    T value = read.apply(reader, fields.at());
    reader.reportUnknown();
    reader.reportMissing();
    return value;
  }

  private void reportUnknown() {
    entry
        .fields()
        .forEach(
            (name, field) -> {
              if (!asked.contains(name)) {
                // a misspelt name is one mistake, and not a missing field besides
                Spelling.nearest(name, missing).stream().findFirst().ifPresent(missing::remove);
                diagnostics.report(
                    field.key(),
                    "there is no field \"" + name + "\" here",
                    Spelling.maybe(name, asked, "Maybe one of " + String.join(", ", asked) + "."));
              }
            });
  }

  private void reportMissing() {
    for (String name : missing) {
      diagnostics.report(
          entry.at(), "this entry has no \"" + name + "\"", "Maybe add " + name + ": ...");
    }
  }

  /** Reads each item of a list. */
  static <T> List<T> readAll(
      Tree tree, Diagnostics diagnostics, BiFunction<FieldsReader, Location, T> read) {
    List<T> values = new ArrayList<>();
    for (Tree item : items(tree, diagnostics)) {
      T value = read(item, diagnostics, read);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  /** The items of a list; what is no list is reported. */
  static List<Tree> items(Tree tree, Diagnostics diagnostics) {
    if (tree instanceof Tree.Items items) {
      return items.items();
    }
    diagnostics.report(
        tree.at(), "here stands a list of entries", "Maybe begin each entry with \"- \".");
    return List.of();
  }

  /** The names of all fields, which are then known. */
  Set<String> names() {
    asked.addAll(entry.fields().keySet());
    return entry.fields().keySet();
  }

  /** The value of a field that must be there; null where it is missing, which is reported. */
  @Nullable Tree requiredTree(String name) {
    Tree tree = tree(name);
    if (tree == null) {
      missing.add(name);
    }
    return tree;
  }

  /** The value of a field, or null. */
  @Nullable Tree tree(String name) {
    asked.add(name);
    Tree.Entry field = entry.fields().get(name);
    return field == null ? null : field.value();
  }

  /** Whether all of these fields hold a number. */
  boolean holdsNumbers(String... names) {
    for (String name : names) {
      Tree.Entry field = entry.fields().get(name);
      if (field == null
          || !(field.value() instanceof Tree.Leaf leaf)
          || !Numbers.isPlain(leaf.text())) {
        return false;
      }
    }
    return true;
  }

  /** Where a field stands, or the entry where it does not. */
  Location at(String name) {
    Tree.Entry field = entry.fields().get(name);
    return field == null ? entry.at() : field.value().at();
  }

  /** A text that must be there. */
  String text(String name) {
    String text = requiredText(name);
    if (Numbers.isPlain(text) && !name.equals("version")) {
      diagnostics.report(
          at(name),
          "\"" + name + "\" is a text, and this is the number " + text,
          "Maybe write words.");
    }
    return text;
  }

  private String requiredText(String name) {
    String text = optionalText(name);
    if (text == null && !entry.fields().containsKey(name)) {
      missing.add(name);
    }
    return text == null ? "" : text;
  }

  @Nullable String optionalText(String name) {
    Tree tree = tree(name);
    if (tree == null) {
      return null;
    }
    if (!(tree instanceof Tree.Leaf leaf) || leaf.text().isBlank()) {
      diagnostics.report(
          tree.at(), "\"" + name + "\" is a text", "Maybe write " + name + ": and the text.");
      return null;
    }
    String text = leaf.text().strip();
    if (OPENING.indexOf(text.charAt(0)) >= 0
        && CLOSING.indexOf(text.charAt(text.length() - 1)) >= 0) {
      diagnostics.report(
          leaf.at(),
          "the quotes of \"" + name + "\" are " + text.charAt(0) + " and not the straight \"",
          "Maybe a word processor changed them; type \" on both sides of the text.");
    }
    return text;
  }

  /** One of a closed list. */
  String oneOf(String name, Collection<String> known) {
    String text = text(name);
    if (!text.isEmpty() && !known.contains(text)) {
      if (!known.isEmpty()) {
        diagnostics.reportUnknown(
            at(name),
            text,
            "\"" + name + "\" cannot be " + text,
            known,
            "Maybe one of " + String.join(", ", known) + ".");
      }
      return "";
    }
    return text;
  }

  boolean flag(String name) {
    String text = optionalText(name);
    if (text != null && !text.equals("true") && !text.equals("false")) {
      diagnostics.report(at(name), "\"" + name + "\" is true or false", "Maybe write true.");
    }
    return "true".equals(text);
  }

  /** A number; {@code otherwise} where the field is missing, or an error where that is null. */
  double number(String name, @Nullable Double otherwise) {
    String text = otherwise == null ? requiredText(name) : optionalText(name);
    if (text == null || text.isEmpty()) {
      return otherwise == null ? 0 : otherwise;
    }
    if (!Numbers.isPlain(text)) {
      diagnostics.report(
          at(name), "\"" + name + "\" is a number, and this is " + text, "Maybe write digits.");
      return 0;
    }
    return Double.parseDouble(text);
  }

  /** A whole number from one bound to another. */
  double whole(String name, int least, int most) {
    double number = number(name, null);
    boolean sound = number == Math.rint(number) && number >= least && number <= most;
    if (!sound && holdsNumbers(name)) {
      diagnostics.report(
          at(name),
          "\"" + name + "\" is a whole number from " + least + " to " + most,
          "Maybe a digit is missing, or one is too many.");
    }
    return number;
  }

  boolean has(String name) {
    return entry.fields().containsKey(name);
  }

  /** A list of texts; empty where the field is missing. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Tree.Leaf leaf : leaves(name)) {
      texts.add(leaf.text().strip());
    }
    return List.copyOf(texts);
  }

  private List<Tree.Leaf> leaves(String name) {
    Tree tree = tree(name);
    List<Tree.Leaf> leaves = new ArrayList<>();
    if (tree == null) {
      return leaves;
    }
    if (!(tree instanceof Tree.Items items)) {
      diagnostics.report(
          tree.at(), "\"" + name + "\" is a list", "Maybe write it in brackets: [A, B].");
      return leaves;
    }
    for (Tree item : items.items()) {
      if (item instanceof Tree.Leaf leaf) {
        leaves.add(leaf);
      } else {
        diagnostics.report(
            item.at(), "\"" + name + "\" is a list of texts", "Maybe put quotes around this one.");
      }
    }
    return leaves;
  }

  /** A list of texts that must hold at least one. */
  List<String> someTexts(String name) {
    List<String> texts = texts(name);
    if (!entry.fields().containsKey(name)) {
      missing.add(name);
    } else if (texts.isEmpty() && tree(name) instanceof Tree.Items) {
      diagnostics.report(
          at(name),
          "this entry needs at least one of \"" + name + "\"",
          "Maybe " + name + ": [...]");
    }
    return texts;
  }

  /** Names with texts, in their order. */
  Map<String, String> named(String name) {
    Map<String, String> named = new LinkedHashMap<>();
    Tree tree = tree(name);
    if (tree instanceof Tree.Fields fields) {
      fields
          .fields()
          .forEach(
              (key, field) -> {
                if (field.value() instanceof Tree.Leaf leaf) {
                  named.put(key, leaf.text().strip());
                } else {
                  diagnostics.report(
                      field.key(), "\"" + key + "\" is a text", "Maybe put it on one line.");
                }
              });
    } else if (tree != null) {
      diagnostics.report(
          tree.at(), "\"" + name + "\" holds name: value lines", "Maybe {minutes: 10-20}");
    }
    return named;
  }
}
