package org.popliteus.engine.review.diff;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.popliteus.engine.knowledge.AdviceDefinition;
import org.popliteus.engine.knowledge.CauseDefinition;
import org.popliteus.engine.knowledge.FactorDefinition;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Numbers;
import org.popliteus.engine.knowledge.ScoreDefinition;
import org.popliteus.engine.knowledge.SourceDefinition;

/** What the YAML files say of an entry, as text by the name of the field. */
final class EntryTexts {
  private EntryTexts() {}

  static Map<String, String> of(KnowledgeBase.Settings settings) {
    Map<String, String> texts =
        new LinkedHashMap<>(
            Texts.of(
                "id", settings.id(),
                "version", settings.version(),
                "title", settings.title(),
                "package", settings.packageName(),
                "share of a likely cause", Numbers.plain(settings.likelyShare()),
                "ratio of a likely cause", Numbers.plain(settings.likelyRatio()),
                "share of a possible cause", Numbers.plain(settings.possibleShare())));
    settings
        .baseRates()
        .forEach((rate, odds) -> texts.put("base rate " + rate, Numbers.plain(odds)));
    settings
        .texts()
        .forEach(
            (text, said) -> texts.put("text of " + text.name().toLowerCase(Locale.ROOT), said));
    return texts;
  }

  static Map<String, String> of(FindingDefinition finding) {
    return Texts.of(
        "display", finding.display(),
        "question", finding.question(),
        "kind", finding.kind().name().toLowerCase(Locale.ROOT),
        "unit", finding.unit(),
        "least", Numbers.plain(finding.least()),
        "most", Numbers.plain(finding.most()),
        "options", String.join(", ", finding.options()),
        "group", finding.group(),
        "core", finding.core(),
        "red flag", finding.redFlag(),
        "screen", finding.screen(),
        "examination", finding.examination(),
        "contradicts", String.join(", ", finding.contradicts()),
        "after", finding.after(),
        "SNOMED CT", finding.snomed(),
        "LOINC", finding.loinc());
  }

  static Map<String, String> of(CauseDefinition cause) {
    return Texts.of(
        "display", cause.display(),
        "base rate", cause.baseRate(),
        "why that base rate", cause.baseRateBecause(),
        "review when likely", cause.reviewWhenLikely(),
        "accompanies", String.join(", ", cause.accompanies()),
        "confirm", cause.confirm(),
        "confirmed by", cause.confirmedBy(),
        "source", String.join("; ", cause.sources()));
  }

  static Map<String, String> of(AdviceDefinition advice) {
    return Texts.of(
        "display", advice.display(),
        "text", advice.text(),
        "text for clinicians", advice.clinicianText(),
        "parameters", advice.parameters().isEmpty() ? null : advice.parameters(),
        "category", advice.category().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        "priority", advice.priority(),
        "within", advice.within(),
        "source", String.join("; ", advice.sources()));
  }

  static Map<String, String> of(FactorDefinition factor) {
    return Texts.of(
        "display", factor.display(),
        "prevention",
            factor.prevention().stream()
                .map(p -> p.text() + " (" + p.grade() + ": " + String.join(", ", p.sources()) + ")")
                .collect(Collectors.joining(" | ")));
  }

  static Map<String, String> of(ScoreDefinition score) {
    return Texts.of(
        "display", score.display(),
        "cut-off", Numbers.plain(score.cutOff()),
        "below the cut-off", score.below(),
        "from the cut-off", score.atLeast(),
        "source", String.join("; ", score.sources()));
  }

  static Map<String, String> of(SourceDefinition source) {
    return Texts.of(
        "title", source.title(),
        "by", source.by(),
        "year", source.year(),
        "url", source.url(),
        "kind", source.kind(),
        "checked", source.checked());
  }
}
