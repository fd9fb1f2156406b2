package org.popliteus.engine.review.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.fact.Finding;

/** Picks who stands for all to whom the same happens, and leaves of them what matters. */
final class Examples {

  /** A reviewer knows a scenario by its name; of those who were drawn, the shortest story. */
  private static final Comparator<Effect> PLAINEST =
      Comparator.<Effect, Boolean>comparing(effect -> effect.person().isDrawn())
          .thenComparingInt(effect -> effect.person().answers());

  private Examples() {}

  /** Answers both versions again about somebody. */
  interface Asking {
    Effect ask(Person person);
  }

  static List<Example> of(
      List<Effect> effects, Effect.Kind kind, int most, Asking asking, Makers makers) {
    Map<String, List<Effect>> alike = new LinkedHashMap<>();
    for (Effect effect : effects) {
      if (effect.is(kind)) {
        alike.computeIfAbsent(effect.words(kind), words -> new ArrayList<>()).add(effect);
      }
    }
    return alike.values().stream()
        .sorted(
            Comparator.<List<Effect>>comparingInt(group -> gravity(group.get(0), kind))
                .thenComparingInt(List::size)
                .reversed())
        .limit(most)
        .map(group -> example(group, kind, asking, makers))
        .toList();
  }

  /** A fall by more steps is graver; so is advice that was withheld, and is now given. */
  private static int gravity(Effect effect, Effect.Kind kind) {
    return switch (kind) {
      case URGENCY_LOWERED -> effect.steps();
      case URGENCY_RAISED -> -effect.steps();
      case ADVICE ->
          effect.after().advice().stream()
                  .anyMatch(code -> effect.before().withheld().contains(code))
              ? 1
              : 0;
      default -> 0;
    };
  }

  private static Example example(
      List<Effect> group, Effect.Kind kind, Asking asking, Makers makers) {
    Effect plainest = group.stream().min(PLAINEST).orElseThrow();
    Effect shown = plainest.person().isDrawn() ? reduced(plainest, kind, asking) : plainest;
    return new Example(kind, shown, group.size() - 1, makers.of(kind, shown));
  }

  /** Leaves out answers, many at once and then single ones, while the same still happens. */
  private static Effect reduced(Effect effect, Effect.Kind kind, Asking asking) {
    String words = effect.words(kind);
    Effect reduced = effect;
    for (int chunk = effect.person().answers() / 2; chunk >= 1; chunk /= 2) {
      int from = 0;
      while (from < reduced.person().answers()) {
        Effect fewer = asking.ask(without(reduced.person(), from, chunk));
        if (fewer.is(kind) && fewer.words(kind).equals(words)) {
          reduced = fewer;
        } else {
          from += chunk;
        }
      }
    }
    return reduced;
  }

  private static Person without(Person person, int from, int chunk) {
    List<Finding> findings = person.presentation().findings();
    Presentation.Builder fewer = Presentation.builder();
    findings.subList(0, from).forEach(fewer::add);
    findings.subList(Math.min(from + chunk, findings.size()), findings.size()).forEach(fewer::add);
    return Person.drawn(fewer.build());
  }
}
