package org.popliteus.engine.review.diff;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Cause;
import org.popliteus.engine.Likelihood;
import org.popliteus.engine.Recommendation;
import org.popliteus.engine.Urgency;
import org.popliteus.engine.Withheld;

/**
 * What of an assessment is compared.
 *
 * @param urgency the urgency
 * @param escalations ids of the rules that raised it, sorted
 * @param first the code of the first cause; empty where none is listed
 * @param likely codes of the likely causes, sorted
 * @param advice codes of what is recommended, sorted
 * @param withheld codes of what is withheld, sorted
 * @param rules ids of every rule that fired, sorted
 */
public record Answer(
    Urgency urgency,
    SortedSet<String> escalations,
    String first,
    SortedSet<String> likely,
    SortedSet<String> advice,
    SortedSet<String> withheld,
    List<String> rules) {

  static Answer of(Assessment assessment) {
    List<Cause> causes = assessment.causes();
    return new Answer(
        assessment.urgency(),
        sorted(assessment.escalations().stream().map(e -> e.provenance().rule()).toList()),
        causes.isEmpty() ? "" : causes.get(0).code(),
        sorted(
            causes.stream()
                .filter(cause -> cause.likelihood() == Likelihood.LIKELY)
                .map(Cause::code)
                .toList()),
        sorted(assessment.recommendations().stream().map(Recommendation::code).toList()),
        sorted(assessment.withheld().stream().map(Withheld::code).toList()),
        assessment.firedRules());
  }

  private static SortedSet<String> sorted(List<String> codes) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(codes));
  }

  /** Names the urgency alone. */
  @Override
  public String toString() {
    return "Answer of " + urgency;
  }
}
