package org.popliteus.engine.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the entries of {@code findings.yaml}. */
final class FindingReader {
  private final Diagnostics diagnostics;
  private final Map<Location, Tree> after = new LinkedHashMap<>();

  FindingReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** One entry, without what it is asked after. */
  FindingDefinition read(FieldsReader fields, Location at) {
    Tree afterTree = fields.tree("after");
    if (afterTree != null) {
      after.put(at, afterTree);
    }
    return finding(fields, at);
  }

  /** The entries with what they are asked after, which may be any other entry. */
  List<FindingDefinition> complete(List<FindingDefinition> findings) {
    Map<String, FindingDefinition> vocabulary = new LinkedHashMap<>();
    findings.forEach(finding -> vocabulary.put(finding.code(), finding));
    RequirementReader requirements = new RequirementReader(vocabulary, diagnostics);
    List<FindingDefinition> complete = new ArrayList<>();
    for (FindingDefinition finding : findings) {
      Tree tree = after.get(finding.at());
      complete.add(tree == null ? finding : withAfter(finding, requirements.read(tree)));
    }
    return complete;
  }

  private static FindingDefinition withAfter(FindingDefinition f, @Nullable Requirement after) {
    return new FindingDefinition(
        f.code(),
        f.display(),
        f.question(),
        f.kind(),
        f.unit(),
        f.least(),
        f.most(),
        f.options(),
        f.group(),
        f.core(),
        f.redFlag(),
        f.screen(),
        f.examination(),
        f.contradicts(),
        after,
        f.snomed(),
        f.loinc(),
        f.recordedOnly(),
        f.at());
  }

  private FindingDefinition finding(FieldsReader fields, Location at) {
    String kindWord = fields.oneOf("kind", List.of("tri-state", "numeric", "choice"));
    FindingDefinition.Kind kind =
        switch (kindWord) {
          case "numeric" -> FindingDefinition.Kind.NUMERIC;
          case "choice" -> FindingDefinition.Kind.CHOICE;
          default -> FindingDefinition.Kind.TRI_STATE;
        };
    boolean numeric = kind == FindingDefinition.Kind.NUMERIC;
    if (kindWord.isEmpty()) {
      // a misspelt kind is one mistake, and what belongs to the right one is none
      List.of("unit", "least", "most", "options").forEach(fields::tree);
    }
    double least = numeric ? fields.number("least", null) : 0;
    double most = numeric ? fields.number("most", null) : 0;
    if (numeric && fields.holdsNumbers("least", "most") && least >= most) {
      diagnostics.report(
          fields.at("least"),
          "the least number is " + Numbers.plain(least) + ", and the most " + Numbers.plain(most),
          "Maybe the two are exchanged.");
    }
    List<String> options =
        kind == FindingDefinition.Kind.CHOICE ? fields.someTexts("options") : List.of();
    if (options.stream().distinct().count() < options.size()) {
      diagnostics.report(
          fields.at("options"), "an option stands twice", "Maybe another one is meant.");
    }
    return new FindingDefinition(
        fields.text("code"),
        fields.text("display"),
        fields.text("question"),
        kind,
        numeric ? fields.text("unit") : null,
        least,
        most,
        options,
        fields.text("group"),
        fields.oneOf("tier", List.of("core", "optional")).equals("core"),
        fields.flag("redFlag"),
        fields.flag("screen"),
        fields.flag("examination"),
        fields.texts("contradicts"),
        null,
        fields.optionalText("snomed"),
        fields.optionalText("loinc"),
        fields.optionalText("recordedOnly"),
        at);
  }
}
