package org.popliteus.examples.benchmarks.contest;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Presentation;
import org.popliteus.examples.benchmarks.Contestant;

/** One assessment after another, of the same generated people in turn. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AssessBenchmark {

  /** Who is measured. */
  @Param public Entrant entrant = Entrant.HAND_WRITTEN;

  private final Advisor advisor = Advisor.create();
  private final People people = new People(advisor);
  private @Nullable Contestant contestant;

  /** Where one thread is among the people. */
  @State(Scope.Thread)
  public static class Turn {
    private int next;
  }

  /**
   * Makes the contestant ready, and refuses to measure one that answers otherwise than the others.
   *
   * @throws IllegalStateException if it does
   */
  @Setup
  public void enter() {
    Contestant entered = entrant.enter(advisor);
    people.requireSameAnswers(entered, advisor);
    contestant = entered;
  }

  /** One assessment. */
  @Benchmark
  public Object assess(Turn turn) {
    Presentation person = people.get(turn.next++ & Integer.MAX_VALUE);
    return requireNonNull(contestant).assess(person);
  }
}
