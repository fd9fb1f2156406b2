package org.popliteus.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Firing.Fired;
import org.popliteus.engine.knowledge.CauseDefinition;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.KnowledgeBase;

/**
 * Ranks causes: prior odds times likelihood ratios, of each group the strongest for and the
 * strongest against, multiplied in the order of rule ids.
 */
final class Ranking {
  private static final int EVIDENCE =
      ReadyRule.kinds(Conclusion.Kind.SUPPORTS, Conclusion.Kind.OPPOSES);

  private final KnowledgeBase knowledge;
  private final Map<String, Set<String>> companions = new HashMap<>();

  Ranking(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    for (CauseDefinition cause : knowledge.causes()) {
      for (String other : cause.accompanies()) {
        companions.computeIfAbsent(cause.code(), c -> new HashSet<>()).add(other);
        companions.computeIfAbsent(other, c -> new HashSet<>()).add(cause.code());
      }
    }
  }

  /** What the rules said of one cause. */
  private static final class Case {
    final CauseDefinition cause;
    final List<Statement> statements = new ArrayList<>();
    boolean mustExclude;
    boolean supported;
    double ratio = 1;
    double weight;
    double share;

    Case(CauseDefinition cause) {
      this.cause = cause;
    }
  }

  private static final class Statement {
    final Fired fired;
    final double ratio;
    boolean counted;

    Statement(Fired fired, double ratio) {
      this.fired = fired;
      this.ratio = ratio;
    }

    @Nullable String group() {
      return fired.rule().definition().group();
    }
  }

  /** The causes that a rule supports or that an escalation must exclude, greatest share first. */
  List<Cause> rank(List<Fired> fired, Set<String> mustExclude) {
    Map<String, Case> cases = new LinkedHashMap<>();
    for (Fired rule : fired) {
      if (rule.rule().concludes(EVIDENCE)) {
        collect(rule, cases);
      }
    }
    for (String code : mustExclude) {
      caseOf(code, cases).mustExclude = true;
    }
    List<Case> listed = new ArrayList<>();
    double sum = 0;
    for (Case one : cases.values()) {
      weigh(one);
      if (one.supported || one.mustExclude) {
        listed.add(one);
      }
    }
    // in the order of codes, so that the sum does not depend on which rule spoke first
    listed.sort(Comparator.comparing(one -> one.cause.code()));
    for (Case one : listed) {
      sum += one.weight;
    }
    for (Case one : listed) {
      one.share = rounded(one.weight / sum);
    }
    listed.sort(
        Comparator.<Case>comparingDouble(one -> -one.share).thenComparing(one -> one.cause.code()));
    List<Cause> ranked = new ArrayList<>(listed.size());
    for (Case one : listed) {
      ranked.add(cause(one, ranked.size() + 1, listed));
    }
    return List.copyOf(ranked);
  }

  private void collect(Fired rule, Map<String, Case> cases) {
    List<Conclusion> then = rule.rule().definition().then();
    for (int i = 0; i < then.size(); i++) {
      Conclusion conclusion = then.get(i);
      boolean evidence =
          conclusion.kind() == Conclusion.Kind.SUPPORTS
              || conclusion.kind() == Conclusion.Kind.OPPOSES;
      if (evidence) {
        Case one = caseOf(conclusion.subject(), cases);
        one.statements.add(new Statement(rule, conclusion.number()));
      }
    }
  }

  private Case caseOf(String code, Map<String, Case> cases) {
    return cases.computeIfAbsent(
        code,
        c -> {
          CauseDefinition cause = knowledge.cause(c);
          if (cause == null) {
            throw new IllegalStateException("a rule speaks of a cause that is not defined: " + c);
          }
          return new Case(cause);
        });
  }

  private static void weigh(Case one) {
    for (Statement statement : one.statements) {
      statement.counted = statement.fired.clean() && isStrongest(statement, one.statements);
      if (statement.counted) {
        one.ratio *= statement.ratio;
        one.supported |= statement.ratio > 1;
      }
    }
    one.weight = one.cause.odds() * one.ratio;
  }

  /** Of its group and direction; the first by rule id where two are equally strong. */
  private static boolean isStrongest(Statement statement, List<Statement> all) {
    String group = statement.group();
    if (group == null) {
      return true;
    }
    boolean before = true;
    for (Statement other : all) {
      if (other == statement) {
        before = false;
        continue;
      }
      boolean sameSide = (other.ratio > 1) == (statement.ratio > 1);
      if (other.fired.clean() && sameSide && group.equals(other.group())) {
        double mine = Math.abs(Math.log(statement.ratio));
        double theirs = Math.abs(Math.log(other.ratio));
        if (theirs > mine || (theirs == mine && before)) {
          return false;
        }
      }
    }
    return true;
  }

  private Cause cause(Case one, int rank, List<Case> listed) {
    Set<String> mine = companions.getOrDefault(one.cause.code(), Set.of());
    List<String> accompanies = new ArrayList<>();
    // who has evidence of its own is not drowned by what it may accompany
    boolean standsAlone = one.ratio >= knowledge.settings().likelyRatio();
    double rivals = 0;
    for (Case other : listed) {
      boolean companion = mine.contains(other.cause.code());
      if (companion) {
        accompanies.add(other.cause.code());
      }
      if (!companion || !standsAlone) {
        rivals += other.weight;
      }
    }
    accompanies.sort(null);
    return new Cause(
        one.cause.code(),
        one.cause.display(),
        rank,
        likelihood(one.share, rounded(one.weight / rivals), one.ratio),
        one.share,
        one.mustExclude,
        List.copyOf(accompanies),
        evidence(one),
        one.cause.confirm(),
        one.cause.confirmedBy());
  }

  /** What its companions leave it makes a cause possible; likely it is not on a sliver of all. */
  private Likelihood likelihood(double share, double shareAmongRivals, double ratio) {
    KnowledgeBase.Settings settings = knowledge.settings();
    if (shareAmongRivals >= settings.likelyShare()
        && share >= settings.possibleShare()
        && ratio >= settings.likelyRatio()) {
      return Likelihood.LIKELY;
    }
    return shareAmongRivals >= settings.possibleShare() ? Likelihood.POSSIBLE : Likelihood.UNLIKELY;
  }

  private static List<Evidence> evidence(Case one) {
    List<Evidence> evidence = new ArrayList<>(one.statements.size());
    for (Statement statement : one.statements) {
      evidence.add(
          new Evidence(
              statement.fired.rule().provenance(),
              statement.ratio,
              statement.counted,
              statement.group(),
              statement.fired.findings()));
    }
    return List.copyOf(evidence);
  }

  /** Half-even to 4 decimals. */
  private static double rounded(double share) {
    return Math.rint(share * 10_000) / 10_000;
  }
}
