package org.popliteus.examples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.review.GeneratedPresentations;

/**
 * One assessment at a time, by the advisor and by hand, of the same generated people in turn. The
 * advisor also checks the input and writes the evidence, the sources and the texts.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 8, time = 4)
public class AssessBenchmark {
  static final int PEOPLE = 256;
  static final int FINDINGS = 20;
  private static final long SEED = 42;

  private final Advisor advisor = Advisor.create();
  private final HandWritten handWritten = new HandWritten(advisor.knowledge());
  private final Presentation[] people = new Presentation[PEOPLE];
  private int turn;

  /**
   * Draws the people, and refuses to measure two sides that do not give the same answer.
   *
   * @throws IllegalStateException if the answers for one of them differ
   */
  @Setup
  public void drawPeople() {
    GeneratedPresentations generated = new GeneratedPresentations(advisor.knowledge(), SEED);
    for (int i = 0; i < PEOPLE; i++) {
      people[i] = generated.next(FINDINGS);
      if (!handWritten.answer(people[i]).equals(Answer.of(advisor.assess(people[i])))) {
        throw new IllegalStateException(
            "the hand-written rules decide otherwise than the advisor for generated person "
                + i
                + " of seed "
                + SEED
                + "\n  Maybe the engine changed, and RuleTable or HandWritten must follow;"
                + " HandWrittenTest shows where they differ.");
      }
    }
  }

  /** The engine, as a host uses it. */
  @Benchmark
  public Object advisor() {
    return advisor.assess(next());
  }

  /** The same decisions from a table of the same rules. */
  @Benchmark
  public Object handWritten() {
    return handWritten.answer(next());
  }

  private Presentation next() {
    turn = (turn + 1) % PEOPLE;
    return people[turn];
  }
}
