package org.popliteus.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Cause;
import org.popliteus.engine.Likelihood;
import org.popliteus.engine.Recommendation;
import org.popliteus.engine.Urgency;
import org.popliteus.engine.Withheld;

/**
 * What all contestants are compared by: the decisions of an assessment, without its texts and its
 * evidence.
 *
 * @param firedRules ids, sorted
 * @param urgency the highest of all that was raised
 * @param causes ranked
 * @param recommendations codes of advice, ranked
 * @param withheld codes of advice, sorted, each once
 * @param notExcluded codes of the screen questions that are open, in the order of the vocabulary
 */
public record Answer(
    List<String> firedRules,
    Urgency urgency,
    List<Suspicion> causes,
    List<String> recommendations,
    List<String> withheld,
    List<String> notExcluded) {

  /** One cause of the ranking. */
  public record Suspicion(String cause, double share, Likelihood likelihood, boolean mustExclude) {}

  /** Of the advisor. */
  public static Answer of(Assessment assessment) {
    List<Suspicion> causes = new ArrayList<>();
    for (Cause cause : assessment.causes()) {
      causes.add(
          new Suspicion(cause.code(), cause.share(), cause.likelihood(), cause.mustExclude()));
    }
    TreeSet<String> withheld = new TreeSet<>();
    for (Withheld stopped : assessment.withheld()) {
      withheld.add(stopped.code());
    }
    return new Answer(
        assessment.firedRules(),
        assessment.urgency(),
        List.copyOf(causes),
        assessment.recommendations().stream().map(Recommendation::code).toList(),
        List.copyOf(withheld),
        assessment.notExcluded());
  }
}
