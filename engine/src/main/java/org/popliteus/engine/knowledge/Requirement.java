package org.popliteus.engine.knowledge;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.fact.Absent;
import org.popliteus.engine.fact.Chosen;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Measured;
import org.popliteus.engine.fact.Present;

/**
 * A condition on answers, as YAML writes it: {@code CI_KIDNEY is absent}, {@code AGE_YEARS is from
 * 16 to 65}, {@code SEX_AT_BIRTH is male}, or {@code any:} or {@code all:} of several.
 */
public sealed interface Requirement {

  /** Whether it holds; a missing answer leaves it open. */
  Truth truth(Function<String, @Nullable Finding> answers);

  /** Collects the codes whose answers break it, and those whose answers are missing. */
  void blame(
      Function<String, @Nullable Finding> answers, Set<String> broken, Set<String> unanswered);

  /** Every code it asks for, in its order. */
  List<String> codes();

  /** One answer. */
  sealed interface Is extends Requirement {

    /** The code that is asked for. */
    String code();

    /** Whether an answer other than unknown satisfies it. */
    boolean accepts(Finding finding);

    @Override
    default Truth truth(Function<String, @Nullable Finding> answers) {
      Finding finding = answers.apply(code());
      return finding == null ? Truth.OPEN : accepts(finding) ? Truth.YES : Truth.NO;
    }

    @Override
    default void blame(
        Function<String, @Nullable Finding> answers, Set<String> broken, Set<String> unanswered) {
      switch (truth(answers)) {
        case NO -> broken.add(code());
        case OPEN -> unanswered.add(code());
        case YES -> {}
      }
    }

    @Override
    default List<String> codes() {
      return List.of(code());
    }
  }

  /** The answer is yes. */
  record IsPresent(String code) implements Is {
    @Override
    public boolean accepts(Finding finding) {
      return finding instanceof Present;
    }

    @Override
    public String toString() {
      return code + " is present";
    }
  }

  /** The answer is no. */
  record IsAbsent(String code) implements Is {
    @Override
    public boolean accepts(Finding finding) {
      return finding instanceof Absent;
    }

    @Override
    public String toString() {
      return code + " is absent";
    }
  }

  /** The number lies between two bounds, both included. */
  record IsFromTo(String code, double least, double most) implements Is {
    @Override
    public boolean accepts(Finding finding) {
      return finding instanceof Measured measured
          && measured.value() >= least
          && measured.value() <= most;
    }

    @Override
    public String toString() {
      return code + " is from " + Numbers.plain(least) + " to " + Numbers.plain(most);
    }
  }

  /** The option is one of these. */
  record IsOption(String code, List<String> options) implements Is {
    @Override
    public boolean accepts(Finding finding) {
      return finding instanceof Chosen chosen && options.contains(chosen.option());
    }

    @Override
    public String toString() {
      return code + " is " + String.join(" or ", options);
    }
  }

  /** Several conditions together. */
  sealed interface Several extends Requirement {

    /** The conditions. */
    List<Requirement> parts();

    @Override
    default List<String> codes() {
      return parts().stream().flatMap(part -> part.codes().stream()).distinct().toList();
    }

    @Override
    default void blame(
        Function<String, @Nullable Finding> answers, Set<String> broken, Set<String> unanswered) {
      if (truth(answers) != Truth.YES) {
        for (Requirement part : parts()) {
          part.blame(answers, broken, unanswered);
        }
      }
    }
  }

  /** All hold. */
  record All(List<Requirement> parts) implements Several {
    @Override
    public Truth truth(Function<String, @Nullable Finding> answers) {
      Truth truth = Truth.YES;
      for (Requirement part : parts) {
        Truth next = part.truth(answers);
        if (next == Truth.NO) {
          return Truth.NO;
        }
        truth = next == Truth.OPEN ? Truth.OPEN : truth;
      }
      return truth;
    }

    @Override
    public String toString() {
      return parts.stream().map(Object::toString).collect(Collectors.joining(" and "));
    }
  }

  /** At least one holds. */
  record Any(List<Requirement> parts) implements Several {
    @Override
    public Truth truth(Function<String, @Nullable Finding> answers) {
      Truth truth = Truth.NO;
      for (Requirement part : parts) {
        Truth next = part.truth(answers);
        if (next == Truth.YES) {
          return Truth.YES;
        }
        truth = next == Truth.OPEN ? Truth.OPEN : truth;
      }
      return truth;
    }

    @Override
    public String toString() {
      return parts.stream()
          .map(part -> part instanceof All ? "(" + part + ")" : part.toString())
          .collect(Collectors.joining(" or "));
    }
  }
}
