package org.popliteus.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.fact.Chosen;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Measured;
import org.popliteus.engine.knowledge.Pattern;

/** One line of a rule's {@code when}, ready to be asked. */
final class Condition {
  private final Pattern pattern;
  private final int[] numbers;
  private final List<String> codes;
  private final Set<String> named;
  private final List<Pattern.Constraint> further;

  Condition(Pattern pattern, Answers.Numbering numbering) {
    this.pattern = pattern;
    this.codes = pattern.keys();
    this.named = Set.copyOf(codes);
    boolean finding = pattern.fact().isFinding();
    this.numbers = finding ? codes.stream().mapToInt(numbering::of).toArray() : new int[0];
    this.further =
        pattern.constraints().stream()
            .filter(constraint -> !constraint.field().equals(pattern.fact().key()))
            .toList();
  }

  Pattern.Fact fact() {
    return pattern.fact();
  }

  int breadth() {
    return codes.size();
  }

  /** Equal for conditions that ask the same, so that rules share them. */
  String question() {
    StringBuilder question = new StringBuilder(pattern.fact().word());
    for (Pattern.Constraint constraint : pattern.constraints()) {
      question.append(' ').append(constraint.field()).append(constraint.operator().sign());
      constraint.values().forEach(value -> question.append(' ').append(value.text()));
    }
    return question.toString();
  }

  /** Whether an answer fits. */
  boolean holds(Answers answers) {
    if (pattern.fact() == Pattern.Fact.PRESENT) {
      return answers.isAnyPresent(numbers);
    }
    for (int number : numbers) {
      if (fits(number, answers)) {
        return true;
      }
    }
    return false;
  }

  private boolean fits(int number, Answers answers) {
    return switch (pattern.fact()) {
      case PRESENT -> answers.isPresent(number);
      case ABSENT -> answers.isAbsent(number);
      case MEASURED, CHOSEN -> fits(answers.to(number));
      case SUSPECTED, TRIAGED -> false;
    };
  }

  private boolean fits(@Nullable Finding finding) {
    for (Pattern.Constraint constraint : further) {
      boolean holds =
          finding instanceof Measured measured
              ? constraint.accepts(measured.value())
              : finding instanceof Chosen chosen && constraint.accepts(chosen.option());
      if (!holds) {
        return false;
      }
    }
    return finding != null;
  }

  /**
   * Adds the codes that fit.
   *
   * @return whether one of them is not contradicted
   */
  boolean collect(Answers answers, Collection<String> findings) {
    boolean clean = false;
    for (int i = 0; i < numbers.length; i++) {
      if (fits(numbers[i], answers)) {
        findings.add(codes.get(i));
        clean |= !answers.isContradicted(numbers[i]);
      }
    }
    return clean;
  }

  /** Whether a conclusion of the first phase fits. */
  boolean holds(Suspicions suspicions) {
    if (pattern.fact() == Pattern.Fact.TRIAGED) {
      return named.contains(suspicions.urgency().name());
    }
    for (Cause cause : suspicions.causes()) {
      if (fits(cause)) {
        return true;
      }
    }
    return false;
  }

  private boolean fits(Cause cause) {
    if (!named.contains(cause.code())) {
      return false;
    }
    for (Pattern.Constraint constraint : further) {
      boolean holds =
          constraint.field().equals("likelihood")
              ? constraint.accepts(cause.likelihood().name())
              : constraint.accepts(cause.rank());
      if (!holds) {
        return false;
      }
    }
    return true;
  }

  /** The causes that fit. */
  List<String> causes(Suspicions suspicions) {
    if (pattern.fact() != Pattern.Fact.SUSPECTED) {
      return List.of();
    }
    List<String> causes = new ArrayList<>();
    for (Cause cause : suspicions.causes()) {
      if (fits(cause)) {
        causes.add(cause.code());
      }
    }
    return causes;
  }
}
