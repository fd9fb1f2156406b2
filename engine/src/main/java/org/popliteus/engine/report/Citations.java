package org.popliteus.engine.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.knowledge.FactorDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.SourceDefinition;
import org.popliteus.engine.report.Contents.SourceView;

/** Which rules, causes, advice, factors and scores cite a source. */
final class Citations {
  private final KnowledgeBase knowledge;
  private final Remarks remarks;
  private final Map<String, List<Term>> rules = new HashMap<>();
  private final Map<String, List<Term>> others = new HashMap<>();

  Citations(KnowledgeBase knowledge, Remarks remarks) {
    this.knowledge = knowledge;
    this.remarks = remarks;
    knowledge.rules().forEach(rule -> cite(rules, rule.sources(), Term.of(rule)));
    knowledge.causes().forEach(cause -> cite(others, cause.sources(), Term.of(cause)));
    knowledge.advice().forEach(advice -> cite(others, advice.sources(), Term.of(advice)));
    knowledge.scores().forEach(score -> cite(others, score.sources(), Term.of(score)));
    for (FactorDefinition factor : knowledge.factors()) {
      List<String> cited =
          factor.prevention().stream().flatMap(p -> p.sources().stream()).distinct().toList();
      cite(others, cited, Term.of(factor));
    }
  }

  private static void cite(Map<String, List<Term>> by, List<String> sources, Term term) {
    for (String source : sources) {
      by.computeIfAbsent(source, s -> new ArrayList<>()).add(term);
    }
  }

  List<SourceView> sources() {
    return knowledge.sources().stream()
        .map(
            source ->
                new SourceView(
                    Term.of(source),
                    source,
                    link(source),
                    rules.getOrDefault(source.id(), List.of()),
                    others.getOrDefault(source.id(), List.of()),
                    remarks.above(source.at())))
        .toList();
  }

  /** Only what leads to a page: an address can also be a program. */
  private static @Nullable String link(SourceDefinition source) {
    String url = source.url();
    return url != null && (url.startsWith("https://") || url.startsWith("http://")) ? url : null;
  }
}
