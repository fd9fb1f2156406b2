package org.popliteus.examples.benchmarks.byhand;

import java.util.List;
import org.popliteus.engine.knowledge.Requirement;

/** A requirement of an advice. */
sealed interface Condition {
  boolean holds(boolean[] truths);

  static Condition[] of(List<Requirement> requirements, Truths truths) {
    return requirements.stream().map(one -> of(one, truths)).toArray(Condition[]::new);
  }

  private static Condition of(Requirement requirement, Truths truths) {
    if (requirement instanceof Requirement.IsPresent is) {
      return new Is(truths.present(is.code()));
    }
    if (requirement instanceof Requirement.IsAbsent is) {
      return new Is(truths.absent(is.code()));
    }
    if (requirement instanceof Requirement.IsFromTo is) {
      return new Is(truths.within(is.code(), new Interval(is.least(), is.most())));
    }
    if (requirement instanceof Requirement.IsOption is) {
      return new Any(
          is.options().stream()
              .map(option -> new Is(truths.chosen(is.code(), option)))
              .toArray(Condition[]::new));
    }
    Condition[] parts = of(((Requirement.Several) requirement).parts(), truths);
    return requirement instanceof Requirement.All ? new All(parts) : new Any(parts);
  }

  /** One answer. */
  record Is(int truth) implements Condition {
    @Override
    public boolean holds(boolean[] truths) {
      return truths[truth];
    }
  }

  /** Every part. */
  @SuppressWarnings("ArrayRecordComponent") // nothing here is compared
  record All(Condition[] parts) implements Condition {
    @Override
    public boolean holds(boolean[] truths) {
      for (Condition part : parts) {
        if (!part.holds(truths)) {
          return false;
        }
      }
      return true;
    }
  }

  /** At least one part. */
  @SuppressWarnings("ArrayRecordComponent") // nothing here is compared
  record Any(Condition[] parts) implements Condition {
    @Override
    public boolean holds(boolean[] truths) {
      for (Condition part : parts) {
        if (part.holds(truths)) {
          return true;
        }
      }
      return false;
    }
  }
}
