package org.popliteus.engine.review.mutants;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.Location;
import org.popliteus.engine.knowledge.Pattern;
import org.popliteus.engine.knowledge.RuleDefinition;
import org.popliteus.engine.knowledge.Strength;
import org.popliteus.engine.review.mutants.Mutant.Kind;
import org.popliteus.engine.review.mutants.Mutant.Stakes;

/** Every small change of one rule. */
final class RuleMutants {
  private final RuleDefinition rule;
  private final Stakes stakes;
  private final PatternEdits edits;
  private final Equivalence equivalence;
  private final List<Mutant> mutants = new ArrayList<>();

  private RuleMutants(RuleDefinition rule, PatternEdits edits, Equivalence equivalence) {
    this.rule = rule;
    this.edits = edits;
    this.equivalence = equivalence;
    this.stakes = stakes(rule);
  }

  private static Stakes stakes(RuleDefinition rule) {
    if (rule.escalates()) {
      return Stakes.ESCALATION;
    }
    return rule.then().stream().anyMatch(c -> c.kind() == Conclusion.Kind.WITHHOLD)
        ? Stakes.CONTRAINDICATION
        : Stakes.OTHER;
  }

  static List<Mutant> of(RuleDefinition rule, PatternEdits edits, Equivalence equivalence) {
    RuleMutants all = new RuleMutants(rule, edits, equivalence);
    all.mutants.add(dropped(rule));
    for (int i = 0; i < rule.when().size(); i++) {
      all.condition(i);
    }
    for (int i = 0; i < rule.then().size(); i++) {
      all.conclusion(i);
    }
    return all.mutants;
  }

  /** It never holds and says nothing, so that even the only rule can be left out. */
  static Mutant dropped(RuleDefinition rule) {
    Pattern.Constraint nobody =
        new Pattern.Constraint("code", Pattern.Operator.IN, List.of(), rule.at());
    Pattern never = new Pattern(Pattern.Fact.PRESENT, List.of(nobody), rule.at());
    String where = rule.when().isEmpty() ? "it holds" : Words.all(rule.when());
    return new Mutant(
        Kind.DROP_RULE,
        stakes(rule),
        rule.id(),
        rule.id() + " would be gone",
        "Maybe a scenario in which " + where + ", with fires: [" + rule.id() + "].",
        rule.at(),
        new RuleEdit(rule.with(List.of(never), List.of())));
  }

  private void condition(int index) {
    Pattern pattern = rule.when().get(index);
    String id = rule.id();
    String rest = Words.allBut(rule.when(), index);
    String others = rest.isEmpty() ? "" : rest + ", and ";
    add(
        Kind.DROP_CONDITION,
        "would no longer ask whether " + Words.of(pattern),
        "Maybe a scenario in which " + others + Words.against(pattern) + ", with " + silent(),
        pattern.at(),
        index,
        null);
    for (PatternEdits.Edit edit : edits.of(pattern)) {
      String expected = edit.fires() ? "fires: [" + id + "]." : silent();
      add(
          edit.kind(),
          edit.change(),
          "Maybe a scenario in which " + others + edit.who() + ", with " + expected,
          edit.at(),
          index,
          edit.changed());
    }
  }

  private String silent() {
    return "silent: [" + rule.id() + "].";
  }

  private void add(
      Kind kind, String change, String next, Location at, int index, @Nullable Pattern changed) {
    List<Pattern> when = new ArrayList<>(rule.when());
    when.remove(index);
    if (changed != null) {
      when.add(index, changed);
    }
    RuleEdit edit = new RuleEdit(rule.with(List.copyOf(when), rule.then()));
    mutants.add(new Mutant(kind, stakes, rule.id(), rule.id() + " " + change, next, at, edit));
  }

  private void conclusion(int index) {
    Conclusion conclusion = rule.then().get(index);
    switch (conclusion.kind()) {
      case EMERGENCY -> lower(index, Conclusion.Kind.SAME_DAY);
      case SAME_DAY -> lower(index, Conclusion.Kind.SOON);
      case SOON -> lower(index, null);
      case WITHHOLD ->
          conclude(
              Kind.DROP_CONTRAINDICATION,
              "would no longer withhold " + conclusion.subject(),
              says("no " + conclusion.subject(), ""),
              index,
              null);
      case SUPPORTS, OPPOSES -> weigh(index);
      case RECOMMEND, CONTRIBUTES, SCORE, NOTE -> {}
    }
  }

  private void lower(int index, Conclusion.@Nullable Kind lower) {
    Conclusion conclusion = rule.then().get(index);
    String urgency = Words.urgency(conclusion.kind());
    conclude(
        Kind.LOWER_ESCALATION,
        "would be " + (lower == null ? "no escalation" : Words.urgency(lower)) + ", not " + urgency,
        says(urgency, ""),
        index,
        lower == null
            ? null
            : new Conclusion(lower, conclusion.subject(), conclusion.number(), conclusion.at()));
  }

  private void weigh(int index) {
    Conclusion conclusion = rule.then().get(index);
    if (conclusion.number() < 1 && equivalence.isNeverListed(conclusion.subject(), rule)) {
      return;
    }
    for (double ratio : Ratios.next(conclusion.number())) {
      Conclusion changed =
          new Conclusion(conclusion.kind(), conclusion.subject(), ratio, conclusion.at());
      conclude(
          Kind.CHANGE_WEIGHT,
          "would be "
              + Ratios.words(ratio)
              + " "
              + conclusion.subject()
              + ", not "
              + Ratios.words(conclusion.number()),
          says(Strength.words(conclusion.number()), " and " + conclusion.subject() + " is listed"),
          index,
          changed);
    }
  }

  private String says(String what, String also) {
    return "Maybe says: {"
        + rule.id()
        + ": "
        + what
        + "} in a scenario in which "
        + Words.all(rule.when())
        + also
        + ".";
  }

  private void conclude(
      Kind kind, String change, String next, int index, @Nullable Conclusion changed) {
    List<Conclusion> then = new ArrayList<>(rule.then());
    Location at = then.remove(index).at();
    if (changed != null) {
      then.add(index, changed);
    }
    RuleEdit edit = new RuleEdit(rule.with(rule.when(), List.copyOf(then)));
    mutants.add(new Mutant(kind, stakes, rule.id(), rule.id() + " " + change, next, at, edit));
  }
}
