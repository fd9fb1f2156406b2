package org.popliteus.examples.benchmarks.byhand;

import java.util.ArrayList;
import java.util.List;
import org.popliteus.engine.knowledge.Pattern;
import org.popliteus.engine.knowledge.Pattern.Constraint;
import org.popliteus.engine.knowledge.Pattern.Literal;

/** Numbers between two bounds, both included. */
record Interval(double least, double most) {
  static final Interval ALL = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** In which a number satisfies every constraint on a field. */
  static List<Interval> of(Pattern pattern, String field) {
    List<Interval> intervals = List.of(ALL);
    for (Constraint constraint : pattern.constraints()) {
      if (!constraint.field().equals(field)) {
        continue;
      }
      List<Interval> narrower = new ArrayList<>();
      for (Literal literal : constraint.values()) {
        Interval limits = of(constraint, literal.number());
        for (Interval interval : intervals) {
          narrower.add(
              new Interval(
                  Math.max(interval.least, limits.least), Math.min(interval.most, limits.most)));
        }
      }
      intervals = narrower;
    }
    return intervals;
  }

  private static Interval of(Constraint constraint, double limit) {
    return switch (constraint.operator()) {
      case EQUAL, IN -> new Interval(limit, limit);
      case LESS -> new Interval(ALL.least, Math.nextDown(limit));
      case AT_MOST -> new Interval(ALL.least, limit);
      case MORE -> new Interval(Math.nextUp(limit), ALL.most);
      case AT_LEAST -> new Interval(limit, ALL.most);
    };
  }
}
