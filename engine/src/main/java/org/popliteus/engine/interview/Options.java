package org.popliteus.engine.interview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Measured;
import org.popliteus.engine.fact.Present;
import org.popliteus.engine.interview.Rulebook.Rule;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.PossibleAnswers;

/** The answers that the rules tell apart, by question. */
final class Options {
  /**
   * How many times likelier a no is than a yes, at least: expert numbers, and those of several
   * tried with which invented runners had to be asked least. A red flag is as seldom as a strong
   * ratio.
   */
  private static final double YES = 4;

  private static final double RED_FLAG = 10;

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
    for (Finding answer : PossibleAnswers.to(definition, lines.about(topic))) {
      List<Integer> satisfied = lines.satisfied(topic, answer);
      double rarity = 1;
      if (answer instanceof Present) {
        rarity = definition.redFlag() ? RED_FLAG : YES;
      }
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
}
