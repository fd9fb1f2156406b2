package org.popliteus.engine.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code CODE is ...}, {@code any: [...]} and {@code all: [...]} against a vocabulary. */
final class RequirementReader {
  private static final String FINDINGS = "findings.yaml";
  private static final String IS = " is ";
  private static final String FROM = "from ";
  private static final String TO = " to ";

  private final Map<String, FindingDefinition> vocabulary;
  private final Diagnostics diagnostics;

  RequirementReader(Map<String, FindingDefinition> vocabulary, Diagnostics diagnostics) {
    this.vocabulary = vocabulary;
    this.diagnostics = diagnostics;
  }

  /** All items of a list; null and what cannot be read give none. */
  List<Requirement> list(@Nullable Tree tree) {
    List<Requirement> parts = new ArrayList<>();
    if (tree instanceof Tree.Items items) {
      for (Tree item : items.items()) {
        Requirement part = read(item);
        if (part != null) {
          parts.add(part);
        }
      }
    } else if (tree != null) {
      diagnostics.report(
          tree.at(), "here stands a list of conditions", "Maybe begin each with \"- \".");
    }
    return List.copyOf(parts);
  }

  /** One condition; null where it cannot be read, which is then reported. */
  @Nullable Requirement read(Tree tree) {
    if (tree instanceof Tree.Leaf leaf) {
      return sentence(leaf);
    }
    if (tree instanceof Tree.Fields fields && fields.fields().size() == 1) {
      Map.Entry<String, Tree.Entry> only = fields.fields().entrySet().iterator().next();
      List<Requirement> parts = list(only.getValue().value());
      if (only.getValue().value() instanceof Tree.Items items && items.items().isEmpty()) {
        diagnostics.report(
            tree.at(), "\"" + only.getKey() + "\" names no condition", "Maybe delete it.");
      }
      if (only.getKey().equals("any")) {
        return new Requirement.Any(parts);
      }
      if (only.getKey().equals("all")) {
        return new Requirement.All(parts);
      }
    }
    diagnostics.report(
        tree.at(),
        "this is not a condition",
        "Maybe \"CODE is present\", \"CODE is absent\", or any: or all: with a list.");
    return null;
  }

  private @Nullable Requirement sentence(Tree.Leaf leaf) {
    String text = leaf.text().strip();
    int is = text.indexOf(IS);
    if (is <= 0 || text.indexOf(' ') != is) {
      diagnostics.report(
          leaf.at(),
          "this is not a condition: " + leaf.text(),
          "Maybe \"CODE is present\", \"CODE is absent\", \"CODE is from 16 to 65\" or"
              + " \"CODE is option\".");
      return null;
    }
    String code = text.substring(0, is);
    String rest = text.substring(is + IS.length()).strip();
    FindingDefinition finding = vocabulary.get(code);
    if (finding == null) {
      if (!vocabulary.isEmpty() && !diagnostics.doubts(FINDINGS)) {
        diagnostics.lack(FINDINGS);
        diagnostics.reportUnknown(
            leaf.at(),
            code,
            "there is no finding " + code,
            vocabulary.keySet(),
            "Maybe add it to " + FINDINGS + ".");
      }
      return null;
    }
    if (diagnostics.doubts(code)) {
      return null;
    }
    return switch (finding.kind()) {
      case TRI_STATE -> triState(leaf, code, rest);
      case NUMERIC -> numeric(leaf, finding, rest);
      case CHOICE -> choice(leaf, finding, rest);
    };
  }

  private @Nullable Requirement triState(Tree.Leaf leaf, String code, String rest) {
    if (rest.equals("present")) {
      return new Requirement.IsPresent(code);
    }
    if (rest.equals("absent")) {
      return new Requirement.IsAbsent(code);
    }
    diagnostics.report(
        leaf.at(),
        code + " is present or absent, and cannot be " + rest,
        "Maybe \"" + code + " is absent\".");
    return null;
  }

  private @Nullable Requirement numeric(Tree.Leaf leaf, FindingDefinition finding, String rest) {
    String range = Numbers.plain(finding.least()) + TO + Numbers.plain(finding.most());
    int to = rest.indexOf(TO);
    String first = to < FROM.length() ? "" : rest.substring(FROM.length(), to);
    String second = to < 0 ? "" : rest.substring(to + TO.length());
    if (!rest.startsWith(FROM) || !Numbers.isPlain(first) || !Numbers.isPlain(second)) {
      diagnostics.report(
          leaf.at(),
          finding.code() + " is a number, and cannot be " + rest,
          "Maybe \"" + finding.code() + " is from " + range + "\", or a part of that.");
      return null;
    }
    double least = Double.parseDouble(first);
    double most = Double.parseDouble(second);
    if (least > most || least < finding.least() || most > finding.most()) {
      diagnostics.report(
          leaf.at(),
          finding.code() + " lies from " + range + ", and this asks for " + rest,
          "Maybe the two numbers are exchanged, or beyond the range.");
      return null;
    }
    return new Requirement.IsFromTo(finding.code(), least, most);
  }

  private @Nullable Requirement choice(Tree.Leaf leaf, FindingDefinition finding, String rest) {
    List<String> options = List.of(rest.split(" or "));
    for (String option : options) {
      if (!finding.options().contains(option)) {
        diagnostics.report(
            leaf.at(),
            finding.code() + " cannot be " + option,
            Spelling.maybe(
                option,
                finding.options(),
                "Maybe one of " + String.join(", ", finding.options()) + "."));
        return null;
      }
    }
    return new Requirement.IsOption(finding.code(), options);
  }
}
