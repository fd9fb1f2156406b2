package org.popliteus.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
import org.popliteus.engine.Firing.Fired;
import org.popliteus.engine.fact.Absent;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Present;
import org.popliteus.engine.fact.Suspected;
import org.popliteus.engine.fact.Triaged;
import org.popliteus.engine.fact.Unknown;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;

/**
 * The way from findings to an answer: the rules on findings fire, causes are ranked, the urgency is
 * settled, the rules on both fire, and advice is settled last.
 */
final class Assessor {
  /** More firings than any presentation can cause; reaching it is an error. */
  private static final int MOST_FIRINGS = 100_000;

  private final KnowledgeBase knowledge;
  private final CompiledRules rules;
  private final Ranking ranking;
  private final Scoring scoring;
  private final KnowledgeBaseVersion version;
  private final List<FindingDefinition> screen;

  Assessor(KnowledgeBase knowledge, CompiledRules rules) {
    this.knowledge = knowledge;
    this.rules = rules;
    this.ranking = new Ranking(knowledge);
    this.scoring = new Scoring(knowledge, rules);
    this.version =
        new KnowledgeBaseVersion(
            knowledge.id(),
            knowledge.version(),
            knowledge.status(),
            knowledge.sha256(),
            EngineVersion.get());
    this.screen = knowledge.findings().stream().filter(FindingDefinition::screen).toList();
  }

  KnowledgeBaseVersion version() {
    return version;
  }

  Assessment assess(Presentation presentation) {
    Map<String, Finding> answers = new HashMap<>();
    for (Finding finding : presentation.findings()) {
      if (!(finding instanceof Unknown)) {
        answers.put(finding.code(), finding);
      }
    }
    List<List<String>> contradictions = contradictions(presentation, answers);
    Set<String> contradicted = new TreeSet<>();
    contradictions.forEach(contradicted::addAll);
    List<String> open = open(answers);

    Firing firing = new Firing(rules, contradicted);
    Fired[] fired = firing.fired();
    Triage triage = new Triage(knowledge);
    List<Cause> causes;
    KieSession session = rules.kieBase().newKieSession();
    try {
      session.setGlobal("conclude", firing);
      session.addEventListener(firing);
      for (Finding finding : presentation.findings()) {
        if (!(finding instanceof Unknown)) {
          session.insert(finding);
        }
      }
      fire(session, firing);
      triage.hear(fired, open.size() == screen.size() && !screen.isEmpty());
      causes = ranking.rank(fired, triage.mustExclude());
      triage.review(causes);
      for (Cause cause : causes) {
        session.insert(new Suspected(cause.code(), cause.likelihood().name(), cause.rank()));
      }
      session.insert(new Triaged(triage.urgency().name()));
      fire(session, firing);
    } finally {
      session.dispose();
    }

    Urgency urgency = triage.urgency();
    List<Escalation> escalations = triage.escalations();
    Settlement settlement = new Settlement(knowledge, urgency, escalations, causes);
    settlement.settle(fired, answers::get);
    boolean provisional = urgency == Urgency.SELF_CARE && !open.isEmpty();
    return new Assessment(
        urgency,
        provisional,
        summary(urgency, provisional ? open : List.of()),
        escalations,
        causes,
        settlement.recommendations(),
        settlement.withheld(),
        Contributions.of(fired, knowledge),
        scoring.scores(fired, answers::get),
        settlement.safetyNet(),
        open,
        Notes.of(fired, contradictions, knowledge),
        version,
        firedRules(fired, escalations));
  }

  private void fire(KieSession session, Firing firing) {
    if (session.fireAllRules(MOST_FIRINGS) >= MOST_FIRINGS) {
      List<String> ids = new ArrayList<>();
      for (Fired rule : firing.fired()) {
        if (rule != null) {
          ids.add(rule.rule.definition().id());
        }
      }
      throw new IllegalStateException(
          "more than "
              + MOST_FIRINGS
              + " firings, among the rules "
              + ids
              + "\n  Maybe one of them names many findings in several lines.");
    }
  }

  private static List<String> firedRules(Fired[] fired, List<Escalation> escalations) {
    Set<String> ids = new TreeSet<>();
    for (Fired rule : fired) {
      if (rule != null) {
        ids.add(rule.rule.definition().id());
      }
    }
    // the two escalations that kb.yaml holds stand in no rule file
    for (Escalation escalation : escalations) {
      ids.add(escalation.provenance().rule());
    }
    return List.copyOf(ids);
  }

  /** Pairs of codes that cannot both hold, and both are PRESENT. */
  private List<List<String>> contradictions(
      Presentation presentation, Map<String, Finding> answers) {
    List<List<String>> pairs = new ArrayList<>();
    for (Finding finding : presentation.findings()) {
      FindingDefinition definition =
          finding instanceof Present ? knowledge.finding(finding.code()) : null;
      if (definition == null) {
        continue;
      }
      for (String other : definition.contradicts()) {
        List<String> pair =
            other.compareTo(finding.code()) < 0
                ? List.of(other, finding.code())
                : List.of(finding.code(), other);
        if (answers.get(other) instanceof Present && !pairs.contains(pair)) {
          pairs.add(pair);
        }
      }
    }
    return pairs;
  }

  private List<String> open(Map<String, Finding> answers) {
    List<String> open = new ArrayList<>();
    for (FindingDefinition question : screen) {
      @Nullable Finding answer = answers.get(question.code());
      if (!(answer instanceof Present) && !(answer instanceof Absent)) {
        open.add(question.code());
      }
    }
    return List.copyOf(open);
  }

  private String summary(Urgency urgency, List<String> notExcluded) {
    Map<KnowledgeBase.Text, String> texts = knowledge.settings().texts();
    String text =
        texts.getOrDefault(
            switch (urgency) {
              case EMERGENCY -> KnowledgeBase.Text.EMERGENCY;
              case SAME_DAY -> KnowledgeBase.Text.SAME_DAY;
              case SOON -> KnowledgeBase.Text.SOON;
              case SELF_CARE -> KnowledgeBase.Text.SELF_CARE;
            },
            "");
    if (notExcluded.isEmpty()) {
      return text.endsWith(".") ? text : text + ".";
    }
    List<String> displays = new ArrayList<>();
    for (String code : notExcluded) {
      FindingDefinition question = knowledge.finding(code);
      displays.add((question == null ? code : question.display()).toLowerCase(Locale.ROOT));
    }
    String stem = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    return stem
        + "; "
        + texts.getOrDefault(KnowledgeBase.Text.NOT_EXCLUDED, "")
        + ": "
        + String.join(", ", displays)
        + ".";
  }
}
