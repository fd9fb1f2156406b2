package org.popliteus.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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

  private static final int NONE = -1;
  private static final Comparator<Case> GREATEST_SHARE_FIRST =
      (one, other) -> {
        int greater = Double.compare(other.share, one.share);
        return greater != 0 ? greater : Integer.compare(one.number, other.number);
      };

  private final KnowledgeBase knowledge;

  /** By code; a cause has its place here as its number. */
  private final List<CauseDefinition> causes;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final boolean[][] companions;

  /** By rule, the causes that its conclusions speak of; {@link #NONE} for what is no evidence. */
  private final int[][] subjects;

  Ranking(KnowledgeBase knowledge, RuleSet rules) {
    this.knowledge = knowledge;
    this.causes = new ArrayList<>(knowledge.causes());
    causes.sort(Comparator.comparing(CauseDefinition::code));
    for (CauseDefinition cause : causes) {
      numbers.put(cause.code(), numbers.size());
    }
    this.companions = new boolean[causes.size()][causes.size()];
    for (CauseDefinition cause : causes) {
      for (String other : cause.accompanies()) {
        companions[number(cause.code())][number(other)] = true;
        companions[number(other)][number(cause.code())] = true;
      }
    }
    this.subjects = new int[rules.rules().size()][];
    for (ReadyRule rule : rules.rules()) {
      subjects[rule.index()] = subjects(rule.definition().then());
    }
  }

  private int[] subjects(List<Conclusion> then) {
    int[] subjects = new int[then.size()];
    for (int i = 0; i < subjects.length; i++) {
      Conclusion.Kind kind = then.get(i).kind();
      boolean evidence = kind == Conclusion.Kind.SUPPORTS || kind == Conclusion.Kind.OPPOSES;
      subjects[i] = evidence ? number(then.get(i).subject()) : NONE;
    }
    return subjects;
  }

  private int number(String code) {
    Integer number = numbers.get(code);
    if (number == null) {
      throw new IllegalStateException("a rule speaks of a cause that is not defined: " + code);
    }
    return number;
  }

  /** What the rules said of one cause. */
  private static final class Case {
    final int number;
    final CauseDefinition cause;
    final List<Statement> statements = new ArrayList<>();
    boolean mustExclude;
    boolean supported;
    double ratio = 1;
    double weight;
    double share;

    Case(int number, CauseDefinition cause) {
      this.number = number;
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

    boolean speaksFor() {
      return ratio > 1;
    }

    /** Of two that both speak for the cause, or both against it. */
    boolean isStrongerThan(Statement other) {
      return speaksFor() ? ratio > other.ratio : ratio < other.ratio;
    }
  }

  /** The causes that a rule supports or that an escalation must exclude, greatest share first. */
  List<Cause> rank(List<Fired> fired, Set<String> mustExclude) {
    @Nullable Case[] cases = new Case[causes.size()];
    for (Fired rule : fired) {
      if (rule.rule().concludes(EVIDENCE)) {
        collect(rule, cases);
      }
    }
    for (String code : mustExclude) {
      caseOf(number(code), cases).mustExclude = true;
    }
    List<Case> listed = new ArrayList<>(cases.length);
    double sum = 0;
    // in the order of codes, so that the sum does not depend on which rule spoke first
    for (Case one : cases) {
      if (one != null) {
        weigh(one);
        if (one.supported || one.mustExclude) {
          listed.add(one);
        }
      }
    }
    for (Case one : listed) {
      sum += one.weight;
    }
    for (Case one : listed) {
      one.share = rounded(one.weight / sum);
    }
    listed.sort(GREATEST_SHARE_FIRST);
    List<Cause> ranked = new ArrayList<>(listed.size());
    for (Case one : listed) {
      ranked.add(cause(one, ranked.size() + 1, listed));
    }
    return List.copyOf(ranked);
  }

  private void collect(Fired rule, @Nullable Case[] cases) {
    List<Conclusion> then = rule.rule().definition().then();
    int[] about = subjects[rule.rule().index()];
    for (int i = 0; i < about.length; i++) {
      if (about[i] != NONE) {
        caseOf(about[i], cases).statements.add(new Statement(rule, then.get(i).number()));
      }
    }
  }

  private Case caseOf(int number, @Nullable Case[] cases) {
    Case one = cases[number];
    if (one == null) {
      one = new Case(number, causes.get(number));
      cases[number] = one;
    }
    return one;
  }

  private static void weigh(Case one) {
    for (Statement statement : one.statements) {
      statement.counted = statement.fired.clean() && isStrongest(statement, one.statements);
      if (statement.counted) {
        one.ratio *= statement.ratio;
        one.supported |= statement.speaksFor();
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
      if (other.fired.clean()
          && other.speaksFor() == statement.speaksFor()
          && group.equals(other.group())
          && (other.isStrongerThan(statement) || (before && !statement.isStrongerThan(other)))) {
        return false;
      }
    }
    return true;
  }

  private Cause cause(Case one, int rank, List<Case> listed) {
    boolean[] mine = companions[one.number];
    List<String> accompanies = new ArrayList<>();
    // who has evidence of its own is not drowned by what it may accompany
    boolean standsAlone = one.ratio >= knowledge.settings().likelyRatio();
    double rivals = 0;
    for (Case other : listed) {
      boolean companion = mine[other.number];
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
