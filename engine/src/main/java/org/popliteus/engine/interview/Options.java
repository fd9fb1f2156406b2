package org.popliteus.engine.interview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.popliteus.engine.fact.Absent;
import org.popliteus.engine.fact.Chosen;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Measured;
import org.popliteus.engine.fact.Present;
import org.popliteus.engine.interview.Rulebook.Rule;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.Pattern;

/** The answers that the rules tell apart, by question. */
final class Options {
  /** The ratio that is called strong; so seldom is a red flag taken to be, at least. */
  private static final double STRONG = 10;

  private final List<List<Option>> byTopic = new ArrayList<>();
  private final List<List<Option>> byLine = new ArrayList<>();

  Options(Vocabulary vocabulary, Lines lines, List<Rule> rules) {
    double[] strongest = strongest(lines, rules);
    for (int topic = 0; topic < vocabulary.size(); topic++) {
      byTopic.add(options(vocabulary, topic, lines, strongest));
    }
    for (int line = 0; line < lines.size(); line++) {
      byLine.add(new ArrayList<>());
    }
    for (List<Option> options : byTopic) {
      for (Option option : options) {
        for (int line : option.lines()) {
          byLine.get(line).add(option);
        }
      }
    }
  }

  /** Every answer to a question, by its number. */
  List<Option> of(int topic) {
    return byTopic.get(topic);
  }

  /** Every answer that satisfies a line, by its number. */
  List<Option> satisfying(int line) {
    return byLine.get(line);
  }

  /** By line, the strongest ratio of a rule that asks nothing else. */
  private static double[] strongest(Lines lines, List<Rule> rules) {
    double[] strongest = new double[lines.size()];
    Arrays.fill(strongest, 1);
    for (Rule rule : rules) {
      if (rule.lines().size() == 1) {
        int line = rule.lines().get(0);
        for (Conclusion conclusion : rule.definition().then()) {
          if (conclusion.kind() == Conclusion.Kind.SUPPORTS) {
            strongest[line] = Math.max(strongest[line], conclusion.number());
          }
        }
      }
    }
    return strongest;
  }

  private static List<Option> options(
      Vocabulary vocabulary, int topic, Lines lines, double[] strongest) {
    FindingDefinition definition = vocabulary.topic(topic);
    List<Option> options = new ArrayList<>();
    for (Finding answer : answers(definition, thresholds(lines.about(topic)))) {
      List<Integer> satisfied = lines.satisfied(topic, answer);
      double rarity = answer instanceof Present && definition.redFlag() ? STRONG : 1;
      for (int line : satisfied) {
        rarity = Math.max(rarity, strongest[line]);
      }
      // numbers that no rule tells apart are one answer; a yes and a no stay two
      boolean known =
          answer instanceof Measured && options.stream().anyMatch(o -> o.lines().equals(satisfied));
      if (!known) {
        options.add(new Option(topic, answer, satisfied, rarity));
      }
    }
    return List.copyOf(options);
  }

  private static SortedSet<Double> thresholds(List<Pattern> about) {
    SortedSet<Double> thresholds = new TreeSet<>();
    for (Pattern pattern : about) {
      for (Pattern.Constraint constraint : pattern.constraints()) {
        if (pattern.fact() == Pattern.Fact.MEASURED && constraint.field().equals("value")) {
          constraint.values().forEach(value -> thresholds.add(value.number()));
        }
      }
    }
    return thresholds;
  }

  private static List<Finding> answers(FindingDefinition question, SortedSet<Double> thresholds) {
    List<Finding> answers = new ArrayList<>();
    switch (question.kind()) {
      case TRI_STATE -> {
        answers.add(new Present(question.code()));
        answers.add(new Absent(question.code()));
      }
      case CHOICE ->
          question.options().forEach(option -> answers.add(new Chosen(question.code(), option)));
      case NUMERIC ->
          numbers(question, thresholds)
              .forEach(number -> answers.add(new Measured(question.code(), number)));
    }
    return answers;
  }

  /** The thresholds at which a rule changes its mind, and a number between each two. */
  private static List<Double> numbers(FindingDefinition question, SortedSet<Double> thresholds) {
    SortedSet<Double> edges = new TreeSet<>(thresholds);
    edges.removeIf(edge -> edge < question.least() || edge > question.most());
    edges.add(question.least());
    edges.add(question.most());
    List<Double> numbers = new ArrayList<>();
    double before = Double.NaN;
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
