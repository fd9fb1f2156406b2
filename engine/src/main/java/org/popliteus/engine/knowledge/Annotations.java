package org.popliteus.engine.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.knowledge.Cursor.Mistake;
import org.popliteus.engine.knowledge.Tokens.Kind;

/**
 * The annotations of one rule: each takes one text in quotes, in which "; " separates several
 * things.
 */
final class Annotations {
  /** In the order in which they stand. */
  static final List<String> NAMES =
      List.of("because", "source", "grade", "group", "cause", "status", "reviewed");

  private static final List<String> REQUIRED = List.of("because", "source", "grade", "status");
  private static final String ORDER = "@" + String.join(", @", NAMES);

  private final Map<String, String> values = new LinkedHashMap<>();

  private Annotations() {}

  /** Reads up to what is no annotation. */
  static Annotations read(Cursor cursor, Diagnostics diagnostics) throws Mistake {
    Annotations annotations = new Annotations();
    int last = -1;
    while (cursor.is("@")) {
      Location at = cursor.at();
      String name = name(cursor);
      int order = NAMES.indexOf(name);
      cursor.expect("(", "after the name of an annotation stands a text in parentheses");
      if (!cursor.is(Kind.TEXT)) {
        throw new Mistake(
            cursor.gap(),
            "@" + name + " takes one text in quotes, and this is " + cursor.token().shown(),
            "Maybe put \" before and after it.");
      }
      Location valueAt = cursor.at();
      String value = cursor.take().strip();
      cursor.expect(
          ")",
          cursor.is(",")
              ? "an annotation takes one text, in which \"; \" separates several things"
              : "after the text of an annotation stands a closing parenthesis",
          cursor.is(",")
              ? "Maybe write both in one text: \"A; B\"."
              : cursor.is(Kind.WORD) && !cursor.token().firstOnLine()
                  ? "Maybe a quote stands within the text; write ' there instead."
                  : "");
      if (value.isEmpty()) {
        diagnostics.report(valueAt, "@" + name + " is empty", "Maybe fill it in.");
      }
      if (annotations.values.put(name, value) != null) {
        diagnostics.report(at, "@" + name + " stands twice", "Maybe delete one of them.");
      } else if (order < last) {
        diagnostics.report(
            at,
            "@" + name + " stands after @" + NAMES.get(last),
            "Maybe move it up; the order is " + ORDER + ".");
      }
      last = Math.max(last, order);
    }
    return annotations;
  }

  private static String name(Cursor cursor) throws Mistake {
    Location at = cursor.at();
    cursor.advance();
    String name = cursor.word("the name of an annotation");
    if (!NAMES.contains(name)) {
      throw new Mistake(
          at,
          "there is no annotation @" + name,
          Spelling.maybe(
              "@" + name,
              NAMES.stream().map(known -> "@" + known).toList(),
              "Maybe one of " + ORDER + "."));
    }
    return name;
  }

  /** Reports what is missing of a rule. */
  void reportMissing(String rule, Location at, Diagnostics diagnostics) {
    for (String required : REQUIRED) {
      if (!values.containsKey(required)) {
        diagnostics.report(
            at,
            "the rule \"" + rule + "\" has no @" + required,
            "Maybe add @" + required + "( \"...\" ) below its name.");
      }
    }
  }

  /** The text of an annotation; empty where it is missing. */
  String text(String name) {
    return values.getOrDefault(name, "");
  }

  @Nullable String optionalText(String name) {
    return values.get(name);
  }

  /** What "; " separates. */
  List<String> list(String name) {
    List<String> items = new ArrayList<>();
    String list = text(name);
    int start = 0;
    while (start < list.length()) {
      int end = list.indexOf(';', start);
      String item = list.substring(start, end < 0 ? list.length() : end).strip();
      if (!item.isEmpty()) {
        items.add(item);
      }
      start = end < 0 ? list.length() : end + 1;
    }
    return List.copyOf(items);
  }
}
