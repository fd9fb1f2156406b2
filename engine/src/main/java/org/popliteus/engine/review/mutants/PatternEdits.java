package org.popliteus.engine.review.mutants;

import java.util.ArrayList;
import java.util.List;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Location;
import org.popliteus.engine.knowledge.Numbers;
import org.popliteus.engine.knowledge.Pattern;
import org.popliteus.engine.knowledge.Pattern.Constraint;
import org.popliteus.engine.knowledge.Pattern.Fact;
import org.popliteus.engine.knowledge.Pattern.Literal;
import org.popliteus.engine.review.mutants.Mutant.Kind;

/** Every small change of one line of a rule's {@code when}. */
final class PatternEdits {
  private final KnowledgeBase knowledge;
  private final Steps steps;

  /**
   * One change.
   *
   * @param kind the kind
   * @param change what would be different, after the rule's id
   * @param who whom the change would hit, after "in which"
   * @param fires whether the unchanged rule fires for them
   * @param at where it stands
   * @param changed the line with the change
   */
  record Edit(Kind kind, String change, String who, boolean fires, Location at, Pattern changed) {}

  PatternEdits(KnowledgeBase knowledge, Steps steps) {
    this.knowledge = knowledge;
    this.steps = steps;
  }

  List<Edit> of(Pattern pattern) {
    List<Edit> edits = new ArrayList<>();
    if (pattern.fact() == Fact.PRESENT || pattern.fact() == Fact.ABSENT) {
      boolean present = pattern.fact() == Fact.PRESENT;
      Pattern swapped =
          new Pattern(present ? Fact.ABSENT : Fact.PRESENT, pattern.constraints(), pattern.at());
      edits.add(
          new Edit(
              Kind.SWAP_ANSWER,
              "would ask whether " + Words.of(swapped) + ", not " + word(present),
              Words.of(pattern),
              true,
              pattern.at(),
              swapped));
    }
    List<Constraint> further = Words.further(pattern);
    for (Constraint constraint : pattern.constraints()) {
      boolean isKey = !further.contains(constraint);
      // a number needs a limit and a choice an option; a suspicion needs no more than a cause
      if (!isKey && (further.size() > 1 || pattern.fact() == Fact.SUSPECTED)) {
        edits.add(without(pattern, constraint));
      }
      if (constraint.values().size() > 1) {
        for (Literal value : constraint.values()) {
          edits.add(without(pattern, constraint, value));
        }
      }
      if (pattern.fact() == Fact.MEASURED && !isKey) {
        for (int direction : List.of(-1, 1)) {
          move(pattern, constraint, direction, edits);
        }
      }
    }
    return edits;
  }

  private static String word(boolean present) {
    return present ? "present" : "absent";
  }

  private static Edit without(Pattern pattern, Constraint constraint) {
    List<Constraint> rest = new ArrayList<>(pattern.constraints());
    rest.remove(constraint);
    String key = Words.either(pattern.keys());
    return new Edit(
        Kind.DROP_CONDITION,
        "would no longer ask whether " + key + " is " + Words.of(constraint),
        key + " is not " + Words.of(constraint),
        false,
        constraint.at(),
        new Pattern(pattern.fact(), List.copyOf(rest), pattern.at()));
  }

  private static Edit without(Pattern pattern, Constraint constraint, Literal value) {
    List<Literal> rest = new ArrayList<>(constraint.values());
    rest.remove(value);
    Constraint one =
        new Constraint(constraint.field(), Pattern.Operator.EQUAL, List.of(value), constraint.at());
    return new Edit(
        Kind.DROP_ALTERNATIVE,
        "would no longer count " + value.text(),
        Words.of(replaced(pattern, constraint, one)) + " and none of the others",
        true,
        value.at(),
        replaced(
            pattern,
            constraint,
            new Constraint(
                constraint.field(), constraint.operator(), List.copyOf(rest), constraint.at())));
  }

  private void move(Pattern pattern, Constraint constraint, int direction, List<Edit> edits) {
    String code = pattern.keys().get(0);
    FindingDefinition finding = knowledge.finding(code);
    boolean limit =
        switch (constraint.operator()) {
          case EQUAL, IN -> false;
          case LESS, AT_MOST, MORE, AT_LEAST -> true;
        };
    if (!limit || finding == null) {
      return;
    }
    Literal literal = constraint.values().get(0);
    double moved = steps.move(code, literal.number(), direction);
    Literal changed = Literal.of(Numbers.plain(moved), false, literal.at());
    Constraint other =
        new Constraint(
            constraint.field(), constraint.operator(), List.of(changed), constraint.at());
    // of two neighbours, the one to which the two limits say different things
    double probe =
        constraint.accepts(literal.number()) == other.accepts(literal.number())
            ? moved
            : literal.number();
    if (probe < finding.least() || probe > finding.most()) {
      return; // no answer can tell
    }
    boolean fires = constraint.accepts(probe);
    edits.add(
        new Edit(
            Kind.MOVE_THRESHOLD,
            "would ask whether "
                + code
                + " is "
                + Words.of(other)
                + ", not "
                + Numbers.plain(literal.number()),
            code + " is " + Numbers.plain(probe),
            fires,
            literal.at(),
            replaced(pattern, constraint, other)));
  }

  private static Pattern replaced(Pattern pattern, Constraint constraint, Constraint by) {
    List<Constraint> constraints = new ArrayList<>(pattern.constraints());
    constraints.set(constraints.indexOf(constraint), by);
    return new Pattern(pattern.fact(), List.copyOf(constraints), pattern.at());
  }
}
