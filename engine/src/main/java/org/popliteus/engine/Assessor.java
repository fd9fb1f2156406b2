package org.popliteus.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Firing.Fired;
import org.popliteus.engine.fact.Absent;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Present;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;

/**
 * The way from findings to an answer: the rules on findings fire, causes are ranked, the urgency is
 * settled, the rules on both fire, and advice is settled last.
 */
final class Assessor {
  private final KnowledgeBase knowledge;
  private final RuleSet rules;
  private final RuleEngine engine;
  private final Ranking ranking;
  private final Scoring scoring;
  private final KnowledgeBaseVersion version;
  private final List<FindingDefinition> screen;

  Assessor(KnowledgeBase knowledge, Function<RuleSet, RuleEngine> engine) {
    this.knowledge = knowledge;
    this.rules = RuleSet.of(knowledge);
    this.engine = engine.apply(rules);
    this.ranking = new Ranking(knowledge, rules);
    this.scoring = new Scoring(knowledge, rules);
    this.version =
        new KnowledgeBaseVersion(
            knowledge.id(),
            knowledge.version(),
            knowledge.status(),
            knowledge.sha256(),
            EngineVersion.get());
    this.screen = new ArrayList<>();
    for (FindingDefinition finding : knowledge.findings()) {
      if (finding.screen()) {
        screen.add(finding);
      }
    }
  }

  KnowledgeBaseVersion version() {
    return version;
  }

  Assessment assess(Presentation presentation) {
    Firing firing = new Firing(new Answers(rules.questions(), presentation));
    try (RuleEngine.Run run = engine.run(firing)) {
      return assess(presentation, firing, run);
    }
  }

  private Assessment assess(Presentation presentation, Firing firing, RuleEngine.Run run) {
    Answers answers = firing.answers();
    List<List<String>> contradictions = contradictions(presentation, answers);
    List<String> open = open(answers);

    run.firstPhase();
    List<Fired> evidence = firing.fired();
    Triage triage = new Triage(knowledge);
    triage.hear(evidence, open.size() == screen.size() && !screen.isEmpty());
    List<Cause> causes = ranking.rank(evidence, triage.mustExclude());
    triage.review(causes);
    firing.suspect(new Suspicions(rules.questions(), causes, triage.urgency()));
    run.secondPhase();
    List<Fired> fired = firing.fired();

    Urgency urgency = triage.urgency();
    List<Escalation> escalations = triage.escalations();
    Settlement settlement = new Settlement(knowledge, urgency, escalations, causes);
    settlement.settle(fired, answers::to);
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
        scoring.scores(fired, answers),
        settlement.safetyNet(),
        open,
        Notes.of(fired, contradictions, knowledge),
        version,
        firedRules(fired, escalations));
  }

  private static List<String> firedRules(List<Fired> fired, List<Escalation> escalations) {
    // by rule id already, but for the two escalations of kb.yaml, which stand in no rule file
    List<String> ids = new ArrayList<>();
    for (Fired rule : fired) {
      ids.add(rule.rule().definition().id());
    }
    for (Escalation escalation : escalations) {
      int place = Collections.binarySearch(ids, escalation.provenance().rule());
      if (place < 0) {
        ids.add(-place - 1, escalation.provenance().rule());
      }
    }
    return List.copyOf(ids);
  }

  /** Pairs of codes that cannot both hold, and both are PRESENT. */
  private List<List<String>> contradictions(Presentation presentation, Answers answers) {
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
        if (answers.isPresent(other) && !pairs.contains(pair)) {
          pairs.add(pair);
          pair.forEach(answers::contradict);
        }
      }
    }
    return pairs;
  }

  private List<String> open(Answers answers) {
    List<String> open = new ArrayList<>();
    for (FindingDefinition question : screen) {
      @Nullable Finding answer = answers.to(question.code());
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
