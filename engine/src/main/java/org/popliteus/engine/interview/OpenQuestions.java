package org.popliteus.engine.interview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Unknown;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.Requirement;
import org.popliteus.engine.knowledge.Truth;

/**
 * The questions that may still be asked: those without an answer that the setting allows, unless
 * the answer that would make them sensible is known not to be given. Who was asked and does not
 * know is not asked again; and as unknown is not a no, what depends on that answer is still asked.
 */
final class OpenQuestions {
  private final Vocabulary vocabulary;
  private final Setting setting;
  private final Map<String, Finding> answers = new LinkedHashMap<>();
  private final Set<String> asked = new HashSet<>();
  private final Map<String, Boolean> open = new HashMap<>();

  OpenQuestions(Vocabulary vocabulary, Setting setting, Presentation presentation) {
    this.vocabulary = vocabulary;
    this.setting = setting;
    for (Finding finding : presentation.findings()) {
      asked.add(finding.code());
      if (!(finding instanceof Unknown)) {
        answers.put(finding.code(), finding);
      }
    }
  }

  /** The answers that are known. */
  Iterable<Finding> answers() {
    return answers.values();
  }

  /** The answer to a question by its code, or null. */
  Map<String, Finding> byCode() {
    return answers;
  }

  /** By number. */
  List<Integer> topics() {
    List<Integer> topics = new ArrayList<>();
    for (int topic = 0; topic < vocabulary.size(); topic++) {
      if (isOpen(vocabulary.topic(topic))) {
        topics.add(topic);
      }
    }
    return topics;
  }

  /** The open questions whose answers decide whether a question is sensible, by code. */
  List<String> before(FindingDefinition question) {
    Requirement after = question.after();
    if (after == null || after.truth(answers::get) != Truth.OPEN) {
      return List.of();
    }
    return after.codes().stream().filter(this::isOpen).toList();
  }

  private boolean isOpen(String code) {
    return isOpen(vocabulary.topic(vocabulary.number(code)));
  }

  private boolean isOpen(FindingDefinition question) {
    Boolean known = open.get(question.code());
    if (known != null) {
      return known;
    }
    // of questions that wait for each other in a circle, the one asked for first waits for none
    open.put(question.code(), true);
    Requirement after = question.after();
    boolean isOpen =
        !asked.contains(question.code())
            && (setting == Setting.CLINICIAN || !question.examination())
            && (after == null || canHold(after));
    open.put(question.code(), isOpen);
    return isOpen;
  }

  private boolean canHold(Requirement requirement) {
    if (requirement instanceof Requirement.All all) {
      return all.parts().stream().allMatch(this::canHold);
    }
    if (requirement instanceof Requirement.Any any) {
      return any.parts().stream().anyMatch(this::canHold);
    }
    Requirement.Is one = (Requirement.Is) requirement;
    Finding answer = answers.get(one.code());
    return answer != null ? one.accepts(answer) : asked.contains(one.code()) || isOpen(one.code());
  }
}
