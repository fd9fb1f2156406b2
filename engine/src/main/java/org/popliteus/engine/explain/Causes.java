package org.popliteus.engine.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Cause;
import org.popliteus.engine.Escalation;
import org.popliteus.engine.Evidence;
import org.popliteus.engine.Likelihood;
import org.popliteus.engine.explain.Calculation.Counting;
import org.popliteus.engine.explain.Calculation.Step;
import org.popliteus.engine.explain.Calculation.Weight;
import org.popliteus.engine.knowledge.CauseDefinition;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Numbers;
import org.popliteus.engine.knowledge.RuleDefinition;

/** Says of causes how their share came about. */
final class Causes {
  private final Person person;
  private final Rules rules;

  Causes(Person person, Rules rules) {
    this.person = person;
    this.rules = rules;
  }

  CauseExplanation explain(CauseDefinition definition) {
    String code = definition.code();
    Cause cause = person.cause(code);
    Calculation calculation = calculation(definition, cause);
    List<RuleExplanation> missing = rules.missed(Conclusion.Kind.SUPPORTS, code);
    return new CauseExplanation(
        code,
        definition.display(),
        cause == null ? 0 : cause.rank(),
        calculation,
        rules.fired(Conclusion.Kind.SUPPORTS, code),
        rules.fired(Conclusion.Kind.OPPOSES, code),
        excluding(code),
        missing,
        text(definition, cause, calculation, missing));
  }

  private List<RuleExplanation> excluding(String code) {
    List<RuleExplanation> excluding = new ArrayList<>();
    for (Escalation escalation : person.assessment().escalations()) {
      RuleDefinition rule = rules.definition(escalation.provenance().rule());
      if (rule != null && escalation.mustExclude().contains(code)) {
        excluding.add(rules.explain(rule));
      }
    }
    return List.copyOf(excluding);
  }

  private Calculation calculation(CauseDefinition definition, @Nullable Cause cause) {
    KnowledgeBase.Settings settings = person.knowledge().settings();
    List<Step> steps = steps(definition.code());
    double ratio = steps.isEmpty() ? 1 : steps.get(steps.size() - 1).product();
    double weight = definition.odds() * ratio;
    List<Weight> ranked = new ArrayList<>();
    for (Cause one : person.assessment().causes()) {
      ranked.add(new Weight(one.code(), weight(one)));
    }
    List<Weight> listed = new ArrayList<>(ranked);
    listed.sort(Comparator.comparing(Weight::code));
    double sum = sum(listed);
    Set<String> companions =
        ratio >= settings.likelyRatio() ? companions(definition) : Set.<String>of();
    List<Weight> rivals = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (Weight one : cause == null ? List.<Weight>of() : ranked) {
      if (companions.contains(one.code())) {
        leftOut.add(one.code());
      } else {
        rivals.add(one);
      }
    }
    double rivalSum = sum(rivals);
    return new Calculation(
        definition.baseRate(),
        definition.odds(),
        definition.baseRateBecause(),
        steps,
        ratio,
        weight,
        List.copyOf(listed),
        sum,
        cause == null ? 0 : rounded(weight / sum),
        List.copyOf(rivals),
        List.copyOf(leftOut),
        rivalSum,
        cause == null ? 0 : rounded(weight / rivalSum),
        settings.likelyShare(),
        settings.likelyRatio(),
        settings.possibleShare(),
        cause == null ? null : cause.likelihood());
  }

  /** A ratio of a rule that fired. */
  private record Said(RuleDefinition rule, double ratio, boolean clean) {

    boolean isBeside(Said other) {
      String group = rule.group();
      return group != null && group.equals(other.rule.group()) && (ratio > 1) == (other.ratio > 1);
    }

    double strength() {
      return Math.abs(Math.log(ratio));
    }
  }

  private List<Step> steps(String code) {
    List<Said> said = new ArrayList<>();
    for (RuleDefinition rule : person.knowledge().rules()) {
      if (person.hasFired(rule.id())) {
        for (Conclusion conclusion : rule.then()) {
          boolean evidence =
              conclusion.kind() == Conclusion.Kind.SUPPORTS
                  || conclusion.kind() == Conclusion.Kind.OPPOSES;
          if (evidence && conclusion.subject().equals(code)) {
            said.add(new Said(rule, conclusion.number(), person.isClean(rule)));
          }
        }
      }
    }
    List<Step> steps = new ArrayList<>();
    double product = 1;
    for (Said one : said) {
      Said stronger = one.clean() ? stronger(one, said) : null;
      Counting counting =
          !one.clean()
              ? Counting.CONTRADICTED
              : stronger == null ? Counting.COUNTED : Counting.OUTWEIGHED;
      product *= counting == Counting.COUNTED ? one.ratio() : 1;
      steps.add(
          new Step(
              one.rule().id(),
              one.ratio(),
              one.rule().group(),
              counting,
              stronger == null ? null : stronger.rule().id(),
              product));
    }
    return List.copyOf(steps);
  }

  /** The one that counts in its place: the strongest beside it, the first by rule id of equals. */
  private static @Nullable Said stronger(Said one, List<Said> all) {
    Said strongest = null;
    for (Said other : all) {
      boolean beside = other.equals(one) || (other.clean() && one.isBeside(other));
      if (beside && (strongest == null || other.strength() > strongest.strength())) {
        strongest = other;
      }
    }
    return one.equals(strongest) ? null : strongest;
  }

  private double weight(Cause cause) {
    CauseDefinition definition = person.knowledge().cause(cause.code());
    double ratio = 1;
    for (Evidence evidence : cause.evidence()) {
      ratio *= evidence.counted() ? evidence.ratio() : 1;
    }
    return definition == null ? 0 : definition.odds() * ratio;
  }

  private static double sum(List<Weight> weights) {
    double sum = 0;
    for (Weight weight : weights) {
      sum += weight.weight();
    }
    return sum;
  }

  private Set<String> companions(CauseDefinition definition) {
    Set<String> companions = new HashSet<>(definition.accompanies());
    for (CauseDefinition other : person.knowledge().causes()) {
      if (other.accompanies().contains(definition.code())) {
        companions.add(other.code());
      }
    }
    return companions;
  }

  private static double rounded(double share) {
    return Math.rint(share * 10_000) / 10_000;
  }

  private String text(
      CauseDefinition definition,
      @Nullable Cause cause,
      Calculation calculation,
      List<RuleExplanation> missing) {
    StringBuilder text = new StringBuilder(definition.display());
    if (cause == null) {
      boolean supported = calculation.steps().stream().anyMatch(step -> step.ratio() > 1);
      text.append(
          supported
              ? " is not listed, because no rule for it counts."
              : " is not listed, because no rule for it fired.");
    } else {
      text.append(" is ").append(Wording.of(cause.likelihood()));
      text.append(", with a share of ").append(Numbers.plain(cause.share())).append(". ");
      text.append(paper(calculation));
    }
    boolean isLikely = cause != null && cause.likelihood() == Likelihood.LIKELY;
    if (!isLikely && !missing.isEmpty() && missing.get(0).miss() != null) {
      text.append(" The nearest rule for it: ").append(missing.get(0).text());
    }
    return text.toString();
  }

  /** The way to the share, in numbers. */
  private static String paper(Calculation calculation) {
    StringBuilder text = new StringBuilder("Prior odds of ");
    text.append(Numbers.plain(calculation.odds()));
    text.append(" (").append(calculation.baseRate()).append(")");
    for (Step step : calculation.steps()) {
      if (step.counting() == Counting.COUNTED) {
        text.append(" x ").append(Numbers.plain(step.ratio()));
        text.append(" (").append(step.rule()).append(")");
      }
    }
    text.append(" = ").append(shown(calculation.weight()));
    text.append(", of ").append(shown(calculation.sum())).append(" for all causes listed.");
    text.append(" Likely begins at a share of ").append(Numbers.plain(calculation.likelyShare()));
    text.append(" among its rivals with a ratio of ");
    text.append(Numbers.plain(calculation.likelyRatio())).append("; it has ");
    text.append(Numbers.plain(calculation.shareAmongRivals())).append(" and ");
    text.append(shown(calculation.ratio())).append(".");
    return text.toString();
  }

  private static String shown(double weight) {
    return String.format(Locale.ROOT, "%.4g", weight);
  }
}
