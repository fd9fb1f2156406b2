package org.popliteus.engine.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.popliteus.engine.fact.Absent;
import org.popliteus.engine.fact.Chosen;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Measured;
import org.popliteus.engine.fact.Present;

/** The answers to a question that rules can tell apart. */
public final class PossibleAnswers {
  private PossibleAnswers() {}

  /**
   * Yes and no; every option; of numbers the least and the most that are accepted, those at which a
   * pattern changes its mind, and one between each two of them.
   *
   * @param asked the patterns that tell answers apart; of these, those on other questions too
   */
  public static List<Finding> to(FindingDefinition question, Collection<Pattern> asked) {
    List<Finding> answers = new ArrayList<>();
    switch (question.kind()) {
      case TRI_STATE -> {
        answers.add(new Present(question.code()));
        answers.add(new Absent(question.code()));
      }
      case CHOICE ->
          question.options().forEach(option -> answers.add(new Chosen(question.code(), option)));
      case NUMERIC ->
          numbers(question, asked)
              .forEach(number -> answers.add(new Measured(question.code(), number)));
    }
    return List.copyOf(answers);
  }

  private static List<Double> numbers(FindingDefinition question, Collection<Pattern> asked) {
    SortedSet<Double> edges = new TreeSet<>();
    for (Pattern pattern : asked) {
      if (pattern.fact() == Pattern.Fact.MEASURED && pattern.keys().contains(question.code())) {
        for (Pattern.Constraint constraint : pattern.constraints()) {
          if (constraint.field().equals("value")) {
            constraint.values().forEach(value -> edges.add(value.number()));
          }
        }
      }
    }
    edges.removeIf(edge -> edge < question.least() || edge > question.most());
    edges.add(question.least());
    edges.add(question.most());
    List<Double> numbers = new ArrayList<>();
    double before = question.least();
    for (double edge : edges) {
      if (!numbers.isEmpty()) {
        numbers.add(between(before, edge));
      }
      numbers.add(edge);
      before = edge;
    }
    return numbers;
  }

  /** A whole number where there is one. */
  private static double between(double low, double high) {
    double whole = Math.rint((low + high) / 2);
    return whole > low && whole < high ? whole : (low + high) / 2;
  }
}
