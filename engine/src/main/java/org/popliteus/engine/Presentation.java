package org.popliteus.engine;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.popliteus.engine.fact.Absent;
import org.popliteus.engine.fact.Chosen;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Measured;
import org.popliteus.engine.fact.Present;
import org.popliteus.engine.fact.Unknown;

/**
 * What is known about one person and one leg, the worse; the finding {@code BILATERAL} says that
 * the other hurts too. What is not said is unknown, and unknown is never absent.
 *
 * <pre>{@code
 * Presentation presentation = Presentation.builder()
 *     .measured("AGE_YEARS", 34).chosen("SEX_AT_BIRTH", "female")
 *     .present("CALF_SWELLING", "HX_LONG_TRAVEL").absent("CHEST_PAIN").build();
 * }</pre>
 *
 * <p>Two presentations with the same findings are equal, in whatever order they were said.
 */
public final class Presentation {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::code)
          .thenComparing(finding -> finding.getClass().getSimpleName())
          .thenComparingDouble(f -> f instanceof Measured measured ? measured.value() : 0)
          .thenComparing(f -> f instanceof Chosen chosen ? chosen.option() : "");

  private final List<Finding> findings;

  private Presentation(SortedSet<Finding> findings) {
    this.findings = List.copyOf(findings);
  }

  /** Begins with nothing known. */
  public static Builder builder() {
    return new Builder();
  }

  /** The findings by code; a code that was said twice with different answers stands twice. */
  public List<Finding> findings() {
    return findings;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Presentation presentation && findings.equals(presentation.findings);
  }

  @Override
  public int hashCode() {
    return findings.hashCode();
  }

  /** Counts the findings, so that an answer cannot reach a log. */
  @Override
  public String toString() {
    return "Presentation of " + findings.size() + " findings";
  }

  /** Collects findings; whether the vocabulary knows them is checked by {@link Advisor#assess}. */
  public static final class Builder {
    private final SortedSet<Finding> findings = new TreeSet<>(ORDER);

    private Builder() {}

    /** Asked, and the answer was yes. */
    public Builder present(String... codes) {
      for (String code : codes) {
        findings.add(new Present(code));
      }
      return this;
    }

    /** Asked, and the answer was no. */
    public Builder absent(String... codes) {
      for (String code : codes) {
        findings.add(new Absent(code));
      }
      return this;
    }

    /** Asked, and not known; the same as never asked. */
    public Builder unknown(String... codes) {
      for (String code : codes) {
        findings.add(new Unknown(code));
      }
      return this;
    }

    /** A number in the unit that the vocabulary gives for the code. */
    public Builder measured(String code, double value) {
      findings.add(new Measured(code, value));
      return this;
    }

    /** One of the options that the vocabulary gives for the code. */
    public Builder chosen(String code, String option) {
      findings.add(new Chosen(code, option));
      return this;
    }

    /** One finding of any kind. */
    public Builder add(Finding finding) {
      findings.add(requireNonNull(finding, "finding"));
      return this;
    }

    /** What was said so far. */
    public Presentation build() {
      return new Presentation(Collections.unmodifiableSortedSet(findings));
    }
  }
}
