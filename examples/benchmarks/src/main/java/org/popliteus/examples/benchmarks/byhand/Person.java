package org.popliteus.examples.benchmarks.byhand;

import java.util.ArrayList;
import java.util.List;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.Urgency;
import org.popliteus.examples.benchmarks.Answer;

/** One person, from findings to the answer. */
public final class Person {
  final Tables tables;
  final boolean[] truths;

  /** Without the answers that contradict each other; the same array where none do. */
  final boolean[] plain;

  final boolean[] fired;

  /** Most urgent first. */
  final Escalation[] raised;

  int raisedCount;
  Urgency urgency = Urgency.SELF_CARE;
  final Differential differential;
  private List<String> notExcluded = List.of();

  Person(Tables tables, Presentation presentation) {
    this.tables = tables;
    truths = tables.truths.of(presentation);
    plain = tables.truths.withoutContradictions(truths);
    fired = new boolean[tables.rules.ids.length];
    raised = new Escalation[tables.statements.escalations.length];
    differential = new Differential(tables);
  }

  /** Whether something that can be asked of an answer, by its number, is true. */
  public boolean is(int truth) {
    return truths[truth];
  }

  /** Whether the suspicions and the urgency are what a rule asks for. */
  public boolean suspects(int rule) {
    RuleTable rules = tables.rules;
    if ((rules.urgencies[rule] & 1 << Ordinals.of(urgency)) == 0) {
      return false;
    }
    int end = rules.suspicionsOf[rule + 1];
    for (int i = rules.suspicionsOf[rule]; i < end; i++) {
      if (differential.matched(rules.suspicions[i]) == 0) {
        return false;
      }
    }
    return true;
  }

  /** Called by every rule that holds. */
  public void fire(int rule) {
    fired[rule] = true;
  }

  /** Ranks the causes and settles the urgency, between the phases. */
  void triage() {
    notExcluded = tables.truths.open(truths);
    int screened = tables.truths.screened();
    fired[tables.rules.nothingAnswered] = screened > 0 && notExcluded.size() == screened;
    escalate();
    differential.rank(this);
    if (urgency == Urgency.SELF_CARE && differential.wantsReview()) {
      fired[tables.rules.reviewWhenLikely] = true;
      escalate();
    }
  }

  private void escalate() {
    raisedCount = 0;
    for (Escalation escalation : tables.statements.escalations) {
      if (fired[escalation.rule()]) {
        raised[raisedCount++] = escalation;
      }
    }
    if (raisedCount > 0) {
      urgency = raised[0].urgency();
    }
  }

  Answer answer() {
    Settlement settlement = new Settlement(this);
    settlement.settle();
    return new Answer(
        firedRules(),
        urgency,
        differential.causes(),
        settlement.recommendations(),
        settlement.withheld(),
        notExcluded);
  }

  private List<String> firedRules() {
    List<String> ids = new ArrayList<>();
    for (int rule = 0; rule < fired.length; rule++) {
      if (fired[rule]) {
        ids.add(tables.rules.ids[rule]);
      }
    }
    return ids;
  }
}
