package org.popliteus.engine.knowledge;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads {@code kb.yaml}. */
final class SettingsReader {
  private static final Location WHOLE = new Location(KnowledgeFiles.MARKER, 0, 0);

  /** A rule of which nothing could be read. */
  private static final RuleDefinition NO_RULE =
      new RuleDefinition(
          "", "", "", List.of(), "", null, "", null, List.of(), List.of(), List.of(), "", WHOLE);

  /** What stands in for a file that could not be read, so that the others are still checked. */
  static final KnowledgeBase.Settings NONE =
      new KnowledgeBase.Settings("", "", "", "", Map.of(), 0, 0, 0, NO_RULE, NO_RULE, Map.of());

  private final Diagnostics diagnostics;

  private SettingsReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Null where it holds no fields. */
  static KnowledgeBase.@Nullable Settings read(Tree tree, Diagnostics diagnostics) {
    return FieldsReader.read(tree, diagnostics, new SettingsReader(diagnostics)::settings);
  }

  private KnowledgeBase.Settings settings(FieldsReader fields, Location at) {
    Map<String, Double> baseRates = new LinkedHashMap<>();
    part(fields, "baseRates", rates -> baseRates(rates, baseRates));
    double[] likely = {0, 0};
    part(
        fields,
        "likely",
        f -> {
          likely[0] = between(f, "share", 0, 1);
          likely[1] = between(f, "ratio", 1, 1000);
          return likely;
        });
    double[] possible = {0};
    part(
        fields,
        "possible",
        f -> {
          possible[0] = between(f, "share", 0, 1);
          return possible;
        });
    Map<KnowledgeBase.Text, String> texts = new EnumMap<>(KnowledgeBase.Text.class);
    part(
        fields,
        "texts",
        f -> {
          for (KnowledgeBase.Text text : KnowledgeBase.Text.values()) {
            texts.put(text, f.text(text.name().toLowerCase(Locale.ROOT).replace('_', '-')));
          }
          return texts;
        });
    if (likely[0] > 0 && possible[0] > likely[0]) {
      diagnostics.report(
          fields.at("possible"),
          "a cause is possible from a greater share than it is likely from",
          "Maybe the two shares are exchanged.");
    }
    return new KnowledgeBase.Settings(
        fields.text("id"),
        fields.text("version"),
        fields.text("title"),
        fields.text("package"),
        baseRates,
        likely[0],
        likely[1],
        possible[0],
        engineRule(fields, "nothingAnswered"),
        engineRule(fields, "reviewWhenLikely"),
        texts);
  }

  private <T> @Nullable T part(
      FieldsReader fields, String name, Function<FieldsReader, @Nullable T> read) {
    Tree tree = fields.requiredTree(name);
    return tree == null ? null : FieldsReader.read(tree, diagnostics, (f, at) -> read.apply(f));
  }

  private Map<String, Double> baseRates(FieldsReader fields, Map<String, Double> baseRates) {
    for (String rate : fields.names()) {
      double odds = fields.number(rate, null);
      baseRates.put(rate, odds);
      if (odds < 0) {
        diagnostics.report(
            fields.at(rate),
            "the base rate " + rate + " is " + Numbers.plain(odds) + ", and odds are above 0",
            "Maybe 0.5 for what is rare, and 20 for what is very common.");
      }
    }
    return baseRates;
  }

  private double between(FieldsReader fields, String name, double least, double most) {
    double number = fields.number(name, null);
    if (number < least || number > most) {
      diagnostics.report(
          fields.at(name),
          "\""
              + name
              + "\" lies from "
              + Numbers.plain(least)
              + " to "
              + Numbers.plain(most)
              + ", and this is "
              + Numbers.plain(number),
          "Maybe a point is missing.");
    }
    return number;
  }

  /** A rule that the engine itself applies, since no rule file can say "nothing was answered". */
  private RuleDefinition engineRule(FieldsReader fields, String name) {
    RuleDefinition rule = part(fields, name, f -> engineRule(f, name, fields.at(name)));
    return rule == null ? NO_RULE : rule;
  }

  private static RuleDefinition engineRule(FieldsReader fields, String name, Location at) {
    Conclusion action =
        new Conclusion(Conclusion.Kind.SOON, fields.text("action"), 0, fields.at("action"));
    return new RuleDefinition(
        fields.text("rule"),
        fields.text("rule") + " " + name,
        fields.text("because"),
        fields.someTexts("sources"),
        fields.oneOf("grade", KnowledgeReader.GRADES),
        null,
        fields.oneOf("status", List.of("draft", "reviewed")),
        fields.optionalText("reviewed"),
        List.of(),
        List.of(),
        List.of(action),
        "",
        at);
  }
}
