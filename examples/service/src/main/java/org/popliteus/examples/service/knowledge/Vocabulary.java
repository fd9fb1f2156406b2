package org.popliteus.examples.service.knowledge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.KnowledgeBaseVersion;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.FindingDefinition.Kind;
import org.popliteus.engine.knowledge.Numbers;

/** What a presentation may say, in the JSON of the command line's {@code findings}. */
record Vocabulary(int schema, List<Entry> findings, KnowledgeBase knowledgeBase) {

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Entry(
      String code,
      String display,
      String question,
      String kind,
      @Nullable String unit,
      @Nullable BigDecimal least,
      @Nullable BigDecimal most,
      @Nullable List<String> options,
      String group,
      boolean core,
      boolean screen,
      boolean redFlag,
      boolean examination,
      List<String> contradicts,
      @Nullable String after,
      @Nullable String snomed,
      @Nullable String loinc) {

    static Entry of(FindingDefinition finding) {
      boolean numeric = finding.kind() == Kind.NUMERIC;
      return new Entry(
          finding.code(),
          finding.display(),
          finding.question(),
          finding.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          finding.unit(),
          numeric ? new BigDecimal(Numbers.plain(finding.least())) : null,
          numeric ? new BigDecimal(Numbers.plain(finding.most())) : null,
          finding.kind() == Kind.CHOICE ? finding.options() : null,
          finding.group(),
          finding.core(),
          finding.screen(),
          finding.redFlag(),
          finding.examination(),
          finding.contradicts(),
          finding.after() == null ? null : finding.after().toString(),
          finding.snomed(),
          finding.loinc());
    }
  }

  record KnowledgeBase(String id, String version, String status, String sha256) {

    static KnowledgeBase of(KnowledgeBaseVersion version) {
      return new KnowledgeBase(version.id(), version.version(), version.status(), version.sha256());
    }
  }
}
