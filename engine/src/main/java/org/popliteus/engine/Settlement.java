package org.popliteus.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Firing.Fired;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.knowledge.AdviceDefinition;
import org.popliteus.engine.knowledge.AdviceDefinition.Category;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Requirement;
import org.popliteus.engine.knowledge.Truth;

/**
 * Settles which advice is given and which is withheld. An escalation's action is always given; all
 * other advice must survive every rule that withholds it, its own requirements, and the urgency.
 */
final class Settlement {
  private static final int ADVICE =
      ReadyRule.kinds(Conclusion.Kind.RECOMMEND, Conclusion.Kind.WITHHOLD);
  private static final Comparator<Proposal> BY_SUSPICION =
      Comparator.<Proposal>comparingDouble(p -> -p.served)
          .thenComparingInt(p -> p.advice.priority())
          .thenComparing(p -> p.advice.code());

  private final KnowledgeBase knowledge;
  private final Urgency urgency;
  private final List<Escalation> escalations;
  private final Map<String, Double> shares = new HashMap<>();
  private final Map<String, Proposal> proposals = new HashMap<>();
  private final List<Withheld> withheld = new ArrayList<>();
  private @Nullable Provenance seenFirst;

  /** An advice that something gives. */
  private static final class Proposal {
    static final int NONE = Integer.MAX_VALUE;
    final AdviceDefinition advice;
    final List<String> causes = new ArrayList<>();
    final List<Giver> givers = new ArrayList<>(2);

    /** The place of the first escalation that asks for it. */
    int escalation = NONE;

    double served;

    Proposal(AdviceDefinition advice) {
      this.advice = advice;
    }
  }

  private record Giver(Provenance provenance, double served) {}

  Settlement(
      KnowledgeBase knowledge, Urgency urgency, List<Escalation> escalations, List<Cause> causes) {
    this.knowledge = knowledge;
    this.urgency = urgency;
    this.escalations = escalations;
    for (Cause cause : causes) {
      // whole ten-thousandths: their sum is exact in whatever order they come
      shares.put(cause.code(), Math.rint(cause.share() * 10_000));
    }
  }

  /** Must be called once, before the results are asked for. */
  void settle(List<Fired> fired, Function<String, @Nullable Finding> answers) {
    for (int i = 0; i < escalations.size(); i++) {
      Escalation escalation = escalations.get(i);
      Proposal proposal = proposal(escalation.action());
      proposal.escalation = Math.min(proposal.escalation, i);
      give(proposal, escalation.provenance(), escalation.mustExclude());
    }
    for (Fired rule : fired) {
      if (rule.rule().concludes(ADVICE)) {
        hear(rule);
      }
    }
    for (Withheld stopped : withheld) {
      drop(stopped.code());
    }
    for (Proposal proposal : List.copyOf(proposals.values())) {
      require(proposal, answers);
      beSeenFirst(proposal);
    }
    withheld.sort(
        Comparator.comparing(Withheld::code).thenComparing(stopped -> stopped.provenance().rule()));
  }

  private void hear(Fired rule) {
    List<Conclusion> then = rule.rule().definition().then();
    for (int i = 0; i < then.size(); i++) {
      String code = then.get(i).subject();
      if (then.get(i).kind() == Conclusion.Kind.RECOMMEND) {
        give(proposal(code), rule.rule().provenance(), rule.causes());
      } else if (then.get(i).kind() == Conclusion.Kind.WITHHOLD) {
        withheld.add(new Withheld(code, rule.rule().provenance(), rule.findings(), List.of()));
      }
    }
  }

  private Proposal proposal(String code) {
    Proposal proposal = proposals.get(code);
    if (proposal == null) {
      AdviceDefinition advice = knowledge.advice(code);
      if (advice == null) {
        throw new IllegalStateException("a rule speaks of an advice that is not defined: " + code);
      }
      proposal = new Proposal(advice);
      proposals.put(code, proposal);
    }
    return proposal;
  }

  private void give(Proposal proposal, Provenance provenance, List<String> causes) {
    double served = 0;
    for (int i = 0; i < causes.size(); i++) {
      String cause = causes.get(i);
      double share = shares.getOrDefault(cause, 0.0);
      served += share;
      if (!proposal.causes.contains(cause)) {
        proposal.causes.add(cause);
        proposal.served += share;
      }
    }
    proposal.givers.add(new Giver(provenance, served));
  }

  /** Takes an advice away; never what an escalation asks for. */
  private void drop(String code) {
    Proposal proposal = proposals.get(code);
    if (proposal != null && proposal.escalation == Proposal.NONE) {
      proposals.remove(code);
    }
  }

  private void require(Proposal proposal, Function<String, @Nullable Finding> answers) {
    AdviceDefinition advice = proposal.advice;
    if (proposal.escalation != Proposal.NONE || isMet(advice.requires(), answers)) {
      return;
    }
    Set<String> broken = new TreeSet<>();
    Set<String> unanswered = new TreeSet<>();
    for (Requirement requirement : advice.requires()) {
      if (requirement.truth(answers) != Truth.YES) {
        requirement.blame(answers, broken, unanswered);
      }
    }
    Provenance provenance =
        new Provenance(
            "requires:" + advice.code(),
            advice.at().file(),
            advice.at().line(),
            text(KnowledgeBase.Text.REQUIREMENT),
            advice.sources(),
            "",
            knowledge.status());
    withheld.add(
        new Withheld(advice.code(), provenance, List.copyOf(broken), List.copyOf(unanswered)));
    drop(advice.code());
  }

  private static boolean isMet(
      List<Requirement> requires, Function<String, @Nullable Finding> answers) {
    for (int i = 0; i < requires.size(); i++) {
      if (requires.get(i).truth(answers) != Truth.YES) {
        return false;
      }
    }
    return true;
  }

  /** Where a clinician must see the person first, only what may be done until then is given. */
  private void beSeenFirst(Proposal proposal) {
    Category category = proposal.advice.category();
    boolean given =
        switch (urgency) {
          case EMERGENCY -> category == Category.WHILE_WAITING;
          case SAME_DAY -> category == Category.WHILE_WAITING || category == Category.UNTIL_SEEN;
          case SOON, SELF_CARE -> true;
        };
    boolean stands = proposals.containsKey(proposal.advice.code());
    if (given
        || !stands
        || proposal.escalation != Proposal.NONE
        || category == Category.SAFETY_NET) {
      return;
    }
    withheld.add(
        new Withheld(
            proposal.advice.code(), seenFirst(), escalations.get(0).findings(), List.of()));
    drop(proposal.advice.code());
  }

  /** The same for all advice that has to wait. */
  private Provenance seenFirst() {
    if (seenFirst == null) {
      Provenance by = escalations.get(0).provenance();
      seenFirst =
          new Provenance(
              by.rule(),
              by.file(),
              by.line(),
              text(KnowledgeBase.Text.SEEN_FIRST) + " " + by.because(),
              by.sources(),
              by.grade(),
              by.status());
    }
    return seenFirst;
  }

  private String text(KnowledgeBase.Text text) {
    return knowledge.settings().texts().getOrDefault(text, "");
  }

  /**
   * Actions of escalations first, most urgent first; then by the suspicion served, the advice's own
   * priority, and code.
   */
  List<Recommendation> recommendations() {
    List<Proposal> given = new ArrayList<>();
    for (Proposal proposal : proposals.values()) {
      if (proposal.advice.category() != Category.SAFETY_NET) {
        given.add(proposal);
      }
    }
    given.sort(Comparator.<Proposal>comparingInt(p -> p.escalation).thenComparing(BY_SUSPICION));
    List<Recommendation> ranked = new ArrayList<>(given.size());
    for (Proposal proposal : given) {
      ranked.add(recommendation(proposal, ranked.size() + 1));
    }
    return List.copyOf(ranked);
  }

  private Recommendation recommendation(Proposal proposal, int rank) {
    proposal.causes.sort(null);
    Giver first = proposal.givers.get(0);
    if (proposal.escalation == Proposal.NONE) {
      for (Giver giver : proposal.givers) {
        first = giver.served > first.served ? giver : first;
      }
    }
    AdviceDefinition advice = proposal.advice;
    return new Recommendation(
        advice.code(),
        rank,
        advice.text(),
        advice.clinicianText(),
        advice.parameters(),
        advice.priority(),
        List.copyOf(proposal.causes),
        first.provenance,
        alsoBy(proposal, first));
  }

  private static List<String> alsoBy(Proposal proposal, Giver first) {
    if (proposal.givers.size() == 1) {
      return List.of();
    }
    SortedSet<String> alsoBy = new TreeSet<>();
    for (Giver giver : proposal.givers) {
      alsoBy.add(giver.provenance.rule());
    }
    alsoBy.remove(first.provenance.rule());
    return List.copyOf(alsoBy);
  }

  /** By code, then rule. */
  List<Withheld> withheld() {
    return List.copyOf(withheld);
  }

  /** What to watch for, in the order in which advice is ranked. */
  List<String> safetyNet() {
    List<Proposal> given = new ArrayList<>();
    for (Proposal proposal : proposals.values()) {
      if (proposal.advice.category() == Category.SAFETY_NET) {
        given.add(proposal);
      }
    }
    given.sort(BY_SUSPICION);
    List<String> texts = new ArrayList<>(given.size());
    for (Proposal proposal : given) {
      texts.add(proposal.advice.text());
    }
    return List.copyOf(texts);
  }
}
