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
  private final int number;
  private final String words;
  private final Pattern pattern;
  private final int[] numbers;
  private final List<String> codes;
  private final Set<String> named;
  private final List<Pattern.Constraint> further;

  Condition(int number, String words, Pattern pattern, Questions questions) {
    this.number = number;
    this.words = words;
    this.pattern = pattern;
    this.codes = pattern.keys();
    this.named = Set.copyOf(codes);
    this.numbers = new int[pattern.fact().isFinding() ? codes.size() : 0];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = questions.of(codes.get(i));
    }
    this.further = new ArrayList<>();
    for (Pattern.Constraint constraint : pattern.constraints()) {
      if (!constraint.field().equals(pattern.fact().key())) {
        further.add(constraint);
      }
    }
  }

  /** Its number, from 0, among the conditions that ask about answers, or among the others. */
  int number() {
    return number;
  }

  /** What it names: codes of findings or causes, or urgencies. */
  List<String> codes() {
    return codes;
  }

  /** The numbers of the codes of findings that it names. */
  int[] numbers() {
    return numbers;
  }

  Pattern.Fact fact() {
    return pattern.fact();
  }

  int breadth() {
    return codes.size();
  }

  /** Equal for conditions that ask the same. */
  String words() {
    return words;
  }

  /** The words of a rule's line; equal for lines that ask the same. */
  static String words(Pattern pattern) {
    StringBuilder words = new StringBuilder(pattern.fact().word());
    for (Pattern.Constraint constraint : pattern.constraints()) {
      words.append(' ').append(constraint.field()).append(constraint.operator().sign());
      for (Pattern.Literal value : constraint.values()) {
        words.append(' ').append(value.text());
      }
    }
    return words.toString();
  }

  /** Adds the codes that it names and that are not answered. */
  void addOpen(Answers answers, Collection<String> open) {
    for (int i = 0; i < numbers.length; i++) {
      if (answers.to(numbers[i]) == null) {
        open.add(codes.get(i));
      }
    }
  }

  /** Whether one of the codes that it names is not answered. */
  boolean isOpen(Answers answers) {
    for (int code : numbers) {
      if (answers.to(code) == null) {
        return true;
      }
    }
    return false;
  }

  /** Whether an answer fits. */
  boolean holds(Answers answers) {
    return answers.holds(number);
  }

  /** Whether one of the codes that it names is answered, in whatever way. */
  boolean isAnswered(Answers answers) {
    for (int code : numbers) {
      if (answers.to(code) != null) {
        return true;
      }
    }
    return false;
  }

  /** Whether the answer to one code, by its number, fits. */
  boolean fits(int code, Answers answers) {
    return switch (pattern.fact()) {
      case PRESENT -> answers.isPresent(code);
      case ABSENT -> answers.isAbsent(code);
      case MEASURED, CHOSEN -> fits(answers.to(code));
      case SUSPECTED, TRIAGED -> false;
    };
  }

  private boolean fits(@Nullable Finding finding) {
    for (int i = 0; i < further.size(); i++) {
      Pattern.Constraint constraint = further.get(i);
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
    return suspicions.holds(number);
  }

  /** Whether a cause fits. */
  boolean fits(Cause cause) {
    if (!named.contains(cause.code())) {
      return false;
    }
    for (int i = 0; i < further.size(); i++) {
      Pattern.Constraint constraint = further.get(i);
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

  /** The causes that fit, greatest share first; none where it asks for no cause. */
  List<String> causes(Suspicions suspicions) {
    return suspicions.causes(number);
  }
}
