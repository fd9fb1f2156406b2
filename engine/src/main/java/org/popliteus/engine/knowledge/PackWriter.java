package org.popliteus.engine.knowledge;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a knowledge base in a compact form: every text once in a table, everything else as
 * numbers. {@link PackReader} reads the same in the same order.
 */
final class PackWriter {
  // a packed knowledge base is read by the version of the engine that wrote it
  static final List<Pattern.Fact> FACTS = List.of(Pattern.Fact.values());
  static final List<Pattern.Operator> OPERATORS = List.of(Pattern.Operator.values());
  static final List<Conclusion.Kind> CONCLUSIONS = List.of(Conclusion.Kind.values());
  static final List<FindingDefinition.Kind> FINDINGS = List.of(FindingDefinition.Kind.values());
  static final List<AdviceDefinition.Category> CATEGORIES =
      List.of(AdviceDefinition.Category.values());
  static final List<KnowledgeBase.Text> TEXTS = List.of(KnowledgeBase.Text.values());

  private final Map<String, Integer> table = new LinkedHashMap<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  private interface Write<T> {
    void write(T value) throws IOException;
  }

  void write(KnowledgeBase knowledge) throws IOException {
    text(knowledge.sha256());
    settings(knowledge.settings());
    list(knowledge.findings(), this::finding);
    list(knowledge.causes(), this::cause);
    list(knowledge.advice(), this::advice);
    list(knowledge.factors(), this::factor);
    list(knowledge.scores(), this::score);
    list(knowledge.sources(), this::source);
    list(knowledge.traces(), this::trace);
    list(knowledge.rules(), this::rule);
  }

  /** Puts the table before what was written. */
  void finish(OutputStream stream) throws IOException {
    DataOutputStream whole = new DataOutputStream(stream);
    whole.writeInt(table.size());
    for (String text : table.keySet()) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      whole.writeInt(utf8.length);
      whole.write(utf8);
    }
    out.flush();
    bytes.writeTo(whole);
    whole.flush();
  }

  private void text(@Nullable String text) throws IOException {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    Integer index = table.get(text);
    if (index == null) {
      index = table.size();
      table.put(text, index);
    }
    out.writeInt(index);
  }

  private <T> void list(Collection<T> values, Write<T> write) throws IOException {
    out.writeInt(values.size());
    for (T value : values) {
      write.write(value);
    }
  }

  private void texts(Collection<String> texts) throws IOException {
    list(texts, this::text);
  }

  private <T> void oneOf(List<T> all, T one) throws IOException {
    out.writeByte(all.indexOf(one));
  }

  private void at(Location at) throws IOException {
    text(at.file());
    out.writeInt(at.line());
    out.writeInt(at.column());
  }

  private void settings(KnowledgeBase.Settings settings) throws IOException {
    text(settings.id());
    text(settings.version());
    text(settings.title());
    text(settings.packageName());
    list(
        settings.baseRates().entrySet(),
        rate -> {
          text(rate.getKey());
          out.writeDouble(rate.getValue());
        });
    out.writeDouble(settings.likelyShare());
    out.writeDouble(settings.likelyRatio());
    out.writeDouble(settings.possibleShare());
    rule(settings.nothingAnswered());
    rule(settings.reviewWhenLikely());
    list(
        settings.texts().entrySet(),
        entry -> {
          oneOf(TEXTS, entry.getKey());
          text(entry.getValue());
        });
  }

  private void finding(FindingDefinition finding) throws IOException {
    text(finding.code());
    text(finding.display());
    text(finding.question());
    oneOf(FINDINGS, finding.kind());
    text(finding.unit());
    out.writeDouble(finding.least());
    out.writeDouble(finding.most());
    texts(finding.options());
    text(finding.group());
    out.writeBoolean(finding.core());
    out.writeBoolean(finding.redFlag());
    out.writeBoolean(finding.screen());
    out.writeBoolean(finding.examination());
    texts(finding.contradicts());
    out.writeBoolean(finding.after() != null);
    if (finding.after() != null) {
      requirement(finding.after());
    }
    text(finding.snomed());
    text(finding.loinc());
    text(finding.recordedOnly());
    at(finding.at());
  }

  private void requirement(Requirement requirement) throws IOException {
    if (requirement instanceof Requirement.IsPresent is) {
      out.writeByte('p');
      text(is.code());
    } else if (requirement instanceof Requirement.IsAbsent is) {
      out.writeByte('a');
      text(is.code());
    } else if (requirement instanceof Requirement.IsFromTo is) {
      out.writeByte('f');
      text(is.code());
      out.writeDouble(is.least());
      out.writeDouble(is.most());
    } else if (requirement instanceof Requirement.IsOption is) {
      out.writeByte('o');
      text(is.code());
      texts(is.options());
    } else if (requirement instanceof Requirement.All all) {
      out.writeByte('&');
      list(all.parts(), this::requirement);
    } else if (requirement instanceof Requirement.Any any) {
      out.writeByte('|');
      list(any.parts(), this::requirement);
    }
  }

  private void cause(CauseDefinition cause) throws IOException {
    text(cause.code());
    text(cause.display());
    text(cause.baseRate());
    out.writeDouble(cause.odds());
    text(cause.baseRateBecause());
    out.writeBoolean(cause.reviewWhenLikely());
    texts(cause.accompanies());
    text(cause.confirm());
    text(cause.confirmedBy());
    texts(cause.sources());
    at(cause.at());
  }

  private void advice(AdviceDefinition advice) throws IOException {
    text(advice.code());
    text(advice.display());
    text(advice.text());
    text(advice.clinicianText());
    list(
        advice.parameters().entrySet(),
        parameter -> {
          text(parameter.getKey());
          text(parameter.getValue());
        });
    oneOf(CATEGORIES, advice.category());
    out.writeInt(advice.priority());
    out.writeLong(advice.within() == null ? -1 : advice.within().toSeconds());
    list(advice.requires(), this::requirement);
    texts(advice.sources());
    at(advice.at());
  }

  private void factor(FactorDefinition factor) throws IOException {
    text(factor.code());
    text(factor.display());
    list(
        factor.prevention(),
        prevention -> {
          text(prevention.text());
          text(prevention.grade());
          texts(prevention.sources());
        });
    at(factor.at());
  }

  private void score(ScoreDefinition score) throws IOException {
    text(score.code());
    text(score.display());
    out.writeDouble(score.cutOff());
    text(score.below());
    text(score.atLeast());
    texts(score.sources());
    at(score.at());
  }

  private void source(SourceDefinition source) throws IOException {
    text(source.id());
    text(source.title());
    text(source.by());
    out.writeInt(source.year() == null ? -1 : source.year());
    text(source.url());
    text(source.kind());
    text(source.checked());
    at(source.at());
  }

  private void trace(TraceDefinition trace) throws IOException {
    text(trace.fact());
    text(trace.says());
    texts(trace.carriedBy());
    text(trace.notUsed());
    at(trace.at());
  }

  private void rule(RuleDefinition rule) throws IOException {
    text(rule.id());
    text(rule.name());
    text(rule.because());
    texts(rule.sources());
    text(rule.grade());
    text(rule.group());
    text(rule.status());
    text(rule.reviewed());
    texts(rule.mustExclude());
    list(rule.when(), this::pattern);
    list(rule.then(), this::conclusion);
    text(rule.packageName());
    at(rule.at());
  }

  private void pattern(Pattern pattern) throws IOException {
    oneOf(FACTS, pattern.fact());
    list(pattern.constraints(), this::constraint);
    at(pattern.at());
  }

  private void constraint(Pattern.Constraint constraint) throws IOException {
    text(constraint.field());
    oneOf(OPERATORS, constraint.operator());
    list(constraint.values(), this::literal);
    at(constraint.at());
  }

  private void literal(Pattern.Literal literal) throws IOException {
    text(literal.text());
    out.writeBoolean(literal.quoted());
    at(literal.at());
  }

  private void conclusion(Conclusion conclusion) throws IOException {
    oneOf(CONCLUSIONS, conclusion.kind());
    text(conclusion.subject());
    out.writeDouble(conclusion.number());
    at(conclusion.at());
  }
}
