package org.popliteus.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.popliteus.engine.Firing.Fired;
import org.popliteus.engine.knowledge.AdviceDefinition;
import org.popliteus.engine.knowledge.CauseDefinition;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.RuleDefinition;

/** Settles how urgent it is: every urgency above self-care has an escalation that says why. */
final class Triage {
  private static final int ESCALATIONS =
      ReadyRule.kinds(Conclusion.Kind.EMERGENCY, Conclusion.Kind.SAME_DAY, Conclusion.Kind.SOON);
  private static final Comparator<Escalation> MOST_URGENT_FIRST =
      Comparator.comparing(Escalation::urgency)
          .thenComparing(Escalation::within)
          .thenComparing(escalation -> escalation.provenance().rule())
          .thenComparing(Escalation::action);

  private final KnowledgeBase knowledge;
  private final List<Escalation> escalations = new ArrayList<>();

  Triage(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  /** What the rules raise, and, where nothing of the screen is answered, that. */
  void hear(List<Fired> fired, boolean nothingAnswered) {
    for (Fired rule : fired) {
      if (!rule.rule().concludes(ESCALATIONS)) {
        continue;
      }
      List<Conclusion> then = rule.rule().definition().then();
      for (int i = 0; i < then.size(); i++) {
        if (then.get(i).kind().escalates()) {
          raise(rule.rule().provenance(), rule.rule().definition(), then.get(i), rule.findings());
        }
      }
    }
    if (nothingAnswered) {
      raise(knowledge.settings().nothingAnswered(), Set.of());
    }
  }

  /** A likely cause that wants a review makes self-care soon. */
  void review(List<Cause> causes) {
    if (urgency() != Urgency.SELF_CARE) {
      return;
    }
    Set<String> findings = new TreeSet<>();
    boolean wanted = false;
    for (Cause cause : causes) {
      CauseDefinition definition = knowledge.cause(cause.code());
      if (cause.likelihood() == Likelihood.LIKELY
          && definition != null
          && definition.reviewWhenLikely()) {
        wanted = true;
        for (Evidence evidence : cause.evidence()) {
          if (evidence.counted() && evidence.ratio() > 1) {
            findings.addAll(evidence.findings());
          }
        }
      }
    }
    if (wanted) {
      raise(knowledge.settings().reviewWhenLikely(), findings);
    }
  }

  private void raise(RuleDefinition rule, Set<String> findings) {
    for (Conclusion conclusion : rule.then()) {
      raise(Provenance.of(rule), rule, conclusion, List.copyOf(findings));
    }
  }

  private void raise(
      Provenance provenance, RuleDefinition rule, Conclusion conclusion, List<String> findings) {
    AdviceDefinition action = knowledge.advice(conclusion.subject());
    Duration within = action == null ? null : action.within();
    if (within == null) {
      throw new IllegalStateException(
          "the action of " + rule.id() + " has no time: " + conclusion.subject());
    }
    Urgency urgency =
        switch (conclusion.kind()) {
          case EMERGENCY -> Urgency.EMERGENCY;
          case SAME_DAY -> Urgency.SAME_DAY;
          default -> Urgency.SOON;
        };
    escalations.add(
        new Escalation(
            provenance, urgency, conclusion.subject(), within, findings, rule.mustExclude()));
  }

  /** The highest of all that was raised. */
  Urgency urgency() {
    Urgency highest = Urgency.SELF_CARE;
    for (Escalation escalation : escalations) {
      highest = escalation.urgency().isMoreUrgentThan(highest) ? escalation.urgency() : highest;
    }
    return highest;
  }

  /** Most urgent first. */
  List<Escalation> escalations() {
    escalations.sort(MOST_URGENT_FIRST);
    return List.copyOf(escalations);
  }

  /** Every cause that an escalation must exclude, by code. */
  Set<String> mustExclude() {
    Set<String> causes = new TreeSet<>();
    for (Escalation escalation : escalations) {
      causes.addAll(escalation.mustExclude());
    }
    return causes;
  }
}
