package org.popliteus.examples.benchmarks.naive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.popliteus.engine.Likelihood;
import org.popliteus.engine.Urgency;
import org.popliteus.examples.benchmarks.Answer;
import org.popliteus.examples.benchmarks.naive.Facts.Escalated;
import org.popliteus.examples.benchmarks.naive.Facts.Given;
import org.popliteus.examples.benchmarks.naive.Facts.MustExclude;
import org.popliteus.examples.benchmarks.naive.Facts.Open;
import org.popliteus.examples.benchmarks.naive.Facts.Suspected;
import org.popliteus.examples.benchmarks.naive.Facts.Triaged;
import org.popliteus.examples.benchmarks.naive.Facts.Withheld;

/** What stands in a session at its end, put in order. */
final class Collected {
  private static final Comparator<Escalated> MOST_URGENT_FIRST =
      Comparator.comparingInt(Escalated::level)
          .thenComparingLong(Escalated::within)
          .thenComparing(Escalated::rule)
          .thenComparing(Escalated::action);

  private final List<Suspected> suspected = new ArrayList<>();
  private final List<Escalated> escalated = new ArrayList<>();
  private final List<Given> given = new ArrayList<>();
  private final List<Open> open = new ArrayList<>();
  private final Set<String> mustExclude = new HashSet<>();
  private final Set<String> withheld = new TreeSet<>();
  private Urgency urgency = Urgency.SELF_CARE;

  private Collected(Collection<?> facts) {
    for (Object fact : facts) {
      if (fact instanceof Suspected one) {
        suspected.add(one);
      } else if (fact instanceof Escalated one) {
        escalated.add(one);
      } else if (fact instanceof Given one) {
        given.add(one);
      } else if (fact instanceof Open one) {
        open.add(one);
      } else if (fact instanceof MustExclude one) {
        mustExclude.add(one.cause());
      } else if (fact instanceof Withheld one) {
        withheld.add(one.advice());
      } else if (fact instanceof Triaged one) {
        urgency = Urgency.valueOf(one.urgency());
      }
    }
    suspected.sort(Comparator.comparingInt(Suspected::rank));
    escalated.sort(MOST_URGENT_FIRST);
    open.sort(Comparator.comparingInt(Open::place));
    Map<String, Integer> places = new HashMap<>();
    for (Escalated one : escalated) {
      places.putIfAbsent(one.action(), places.size());
    }
    given.sort(
        Comparator.<Given>comparingInt(one -> places.getOrDefault(one.advice(), Integer.MAX_VALUE))
            .thenComparing(Comparator.comparingLong(Given::served).reversed())
            .thenComparingInt(Given::priority)
            .thenComparing(Given::advice));
  }

  static Answer answer(Collection<?> facts, Set<String> fired) {
    Collected collected = new Collected(facts);
    List<Answer.Suspicion> causes = new ArrayList<>();
    for (Suspected one : collected.suspected) {
      causes.add(
          new Answer.Suspicion(
              one.cause(),
              one.share(),
              Likelihood.valueOf(one.likelihood()),
              collected.mustExclude.contains(one.cause())));
    }
    return new Answer(
        List.copyOf(new TreeSet<>(fired)),
        collected.urgency,
        causes,
        collected.given.stream().map(Given::advice).toList(),
        List.copyOf(collected.withheld),
        collected.open.stream().map(Open::code).toList());
  }
}
