package org.popliteus.examples.benchmarks.naive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.fact.Absent;
import org.popliteus.engine.fact.Chosen;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Measured;
import org.popliteus.engine.fact.Present;
import org.popliteus.engine.knowledge.AdviceDefinition;
import org.popliteus.engine.knowledge.AdviceDefinition.Category;
import org.popliteus.engine.knowledge.CauseDefinition;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;

/** What a session is told: what the knowledge base defines, and what a person answered. */
final class KnowledgeFacts {
  private final List<Object> facts = new ArrayList<>();

  /** By code of a finding, those that it contradicts. */
  private final Map<String, List<String>> contradictions = new HashMap<>();

  KnowledgeFacts(KnowledgeBase knowledge) {
    KnowledgeBase.Settings settings = knowledge.settings();
    facts.add(
        new Facts.Thresholds(
            settings.likelyShare(), settings.likelyRatio(), settings.possibleShare()));
    for (CauseDefinition cause : knowledge.causes()) {
      facts.add(new Facts.Candidate(cause.code(), cause.odds(), cause.reviewWhenLikely()));
      for (String other : cause.accompanies()) {
        facts.add(new Facts.Companions(cause.code(), other));
        facts.add(new Facts.Companions(other, cause.code()));
      }
    }
    for (AdviceDefinition advice : knowledge.advice()) {
      facts.add(
          new Facts.Advice(
              advice.code(),
              advice.priority(),
              advice.category() == Category.SAFETY_NET,
              from(advice.category()),
              advice.requires().size()));
    }
    for (FindingDefinition finding : knowledge.findings()) {
      if (finding.screen()) {
        facts.add(new Facts.Screen(finding.code(), facts.size()));
      }
      contradictions.put(finding.code(), finding.contradicts());
    }
  }

  private static int from(Category category) {
    return switch (category) {
      case WHILE_WAITING, SAFETY_NET -> 0;
      case UNTIL_SEEN -> 1;
      default -> 2;
    };
  }

  /** What the knowledge base defines. */
  List<Object> facts() {
    return facts;
  }

  /** What a person answered, a fact for each finding. */
  List<Object> facts(Presentation presentation) {
    Set<String> present = new HashSet<>();
    for (Finding finding : presentation.findings()) {
      if (finding instanceof Present) {
        present.add(finding.code());
      }
    }
    List<Object> answered = new ArrayList<>();
    for (Finding finding : presentation.findings()) {
      String code = finding.code();
      if (finding instanceof Present) {
        List<String> others = contradictions.getOrDefault(code, List.of());
        answered.add(new Facts.Present(code, others.stream().anyMatch(present::contains)));
      } else if (finding instanceof Absent) {
        answered.add(new Facts.Absent(code));
      } else if (finding instanceof Measured measured) {
        answered.add(new Facts.Measured(code, measured.value()));
      } else if (finding instanceof Chosen chosen) {
        answered.add(new Facts.Chosen(code, chosen.option()));
      }
    }
    return answered;
  }
}
