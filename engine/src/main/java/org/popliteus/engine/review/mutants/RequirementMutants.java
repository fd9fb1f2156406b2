package org.popliteus.engine.review.mutants;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.popliteus.engine.knowledge.AdviceDefinition;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Requirement;
import org.popliteus.engine.review.mutants.Mutant.Kind;
import org.popliteus.engine.review.mutants.Mutant.Stakes;

/** Every small change of what one advice requires. */
final class RequirementMutants {
  private final KnowledgeBase knowledge;
  private final Steps steps;
  private final Equivalence equivalence;
  private final AdviceDefinition advice;
  private final List<Mutant> mutants = new ArrayList<>();

  private RequirementMutants(
      KnowledgeBase knowledge, Steps steps, Equivalence equivalence, AdviceDefinition advice) {
    this.knowledge = knowledge;
    this.steps = steps;
    this.equivalence = equivalence;
    this.advice = advice;
  }

  static List<Mutant> of(
      KnowledgeBase knowledge, Steps steps, Equivalence equivalence, AdviceDefinition advice) {
    RequirementMutants all = new RequirementMutants(knowledge, steps, equivalence, advice);
    List<Requirement> requires = advice.requires();
    for (int i = 0; i < requires.size(); i++) {
      int index = i;
      all.drop(Kind.DROP_CONTRAINDICATION, requires.get(i), without(requires, i));
      all.inside(requires.get(i), part -> replaced(requires, index, part));
    }
    return all.mutants;
  }

  /** The changes of one requirement, put back among the others. */
  private void inside(Requirement requirement, Function<Requirement, List<Requirement>> whole) {
    if (requirement instanceof Requirement.IsPresent present) {
      swap(requirement, new Requirement.IsAbsent(present.code()), whole);
    } else if (requirement instanceof Requirement.IsAbsent absent) {
      swap(requirement, new Requirement.IsPresent(absent.code()), whole);
    } else if (requirement instanceof Requirement.IsFromTo range) {
      for (int direction : List.of(-1, 1)) {
        double least = steps.move(range.code(), range.least(), direction);
        double most = steps.move(range.code(), range.most(), direction);
        move(range, new Requirement.IsFromTo(range.code(), least, range.most()), whole);
        move(range, new Requirement.IsFromTo(range.code(), range.least(), most), whole);
      }
    } else if (requirement instanceof Requirement.IsOption option) {
      List<String> options = option.options();
      for (int i = 0; i < options.size() && options.size() > 1; i++) {
        Requirement changed = new Requirement.IsOption(option.code(), without(options, i));
        Requirement left = new Requirement.IsOption(option.code(), List.of(options.get(i)));
        drop(Kind.DROP_ALTERNATIVE, left, whole.apply(changed));
      }
    } else if (requirement instanceof Requirement.All all) {
      parts(all.parts(), Kind.DROP_CONTRAINDICATION, p -> whole.apply(new Requirement.All(p)));
    } else if (requirement instanceof Requirement.Any any) {
      parts(any.parts(), Kind.DROP_ALTERNATIVE, p -> whole.apply(new Requirement.Any(p)));
    }
  }

  private void parts(
      List<Requirement> parts, Kind kind, Function<List<Requirement>, List<Requirement>> whole) {
    for (int i = 0; i < parts.size(); i++) {
      int index = i;
      if (parts.size() > 1) {
        drop(kind, parts.get(i), whole.apply(without(parts, i)));
      }
      inside(parts.get(i), part -> whole.apply(replaced(parts, index, part)));
    }
  }

  private void drop(Kind kind, Requirement left, List<Requirement> requires) {
    boolean weaker = kind == Kind.DROP_CONTRAINDICATION;
    add(
        kind,
        (weaker ? "would no longer require that " : "would no longer be enough that ") + left,
        weaker ? "all else that it requires holds, but not that " + left : "all holds by " + left,
        !weaker,
        requires);
  }

  private void swap(
      Requirement original, Requirement swapped, Function<Requirement, List<Requirement>> whole) {
    add(
        Kind.SWAP_ANSWER,
        "would require that " + swapped + ", not that " + original,
        "all that it requires holds",
        true,
        whole.apply(swapped));
  }

  private void move(
      Requirement.IsFromTo range,
      Requirement.IsFromTo moved,
      Function<Requirement, List<Requirement>> whole) {
    FindingDefinition finding = knowledge.finding(range.code());
    boolean beyond =
        finding == null
            || (moved.least() < range.least() && moved.least() < finding.least())
            || (moved.most() > range.most() && moved.most() > finding.most());
    boolean narrower = moved.least() > range.least() || moved.most() < range.most();
    Requirement.IsFromTo wider = narrower ? range : moved;
    Requirement.IsFromTo inner = narrower ? moved : range;
    boolean below = wider.least() < inner.least();
    double probe = below ? wider.least() : wider.most();
    double next = below ? Math.nextDown(inner.least()) : Math.nextUp(inner.most());
    boolean withheld =
        equivalence.isWithheld(
            advice.code(), range.code(), Math.min(probe, next), Math.max(probe, next));
    if (beyond || withheld) {
      return; // no answer can tell
    }
    add(
        Kind.MOVE_THRESHOLD,
        "would require that " + moved + ", not that " + range,
        "all else that it requires holds, and "
            + new Requirement.IsFromTo(range.code(), probe, probe),
        narrower,
        whole.apply(moved));
  }

  private void add(
      Kind kind, String change, String who, boolean given, List<Requirement> requires) {
    String code = advice.code();
    mutants.add(
        new Mutant(
            kind,
            Stakes.CONTRAINDICATION,
            "requires:" + code,
            code + " " + change,
            "Maybe a scenario in which a rule gives "
                + code
                + " and "
                + who
                + ", with "
                + (given ? "recommends: [" : "does-not-recommend: [")
                + code
                + "].",
            advice.at(),
            new AdviceEdit(advice, advice.with(requires))));
  }

  private static <T> List<T> without(List<T> items, int index) {
    List<T> rest = new ArrayList<>(items);
    rest.remove(index);
    return List.copyOf(rest);
  }

  private static <T> List<T> replaced(List<T> items, int index, T by) {
    List<T> copy = new ArrayList<>(items);
    copy.set(index, by);
    return List.copyOf(copy);
  }
}
