package org.popliteus.engine;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Findings that cannot be assessed, with every problem at once. The message counts the problems and
 * holds no answer; {@link #problems} holds the values, for the reply to who sent them.
 */
public final class InvalidPresentationException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial")
  private final List<Problem> problems;

  /** At least one problem. */
  public InvalidPresentationException(List<Problem> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
  }

  /** Every problem, in the order of the input. */
  public List<Problem> problems() {
    return problems;
  }

  private static String message(List<Problem> problems) {
    Map<Problem.Kind, Integer> counts = new TreeMap<>();
    problems.forEach(problem -> counts.merge(problem.kind(), 1, Integer::sum));
    return "the presentation cannot be assessed: "
        + counts
        + "\n  Maybe look at problems(): each says what is wrong and what to do.";
  }
}
