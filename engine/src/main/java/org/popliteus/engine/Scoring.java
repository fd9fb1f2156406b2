package org.popliteus.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.popliteus.engine.Firing.Fired;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.ScoreDefinition;

/** Adds up scores, and says which of their items are open. */
final class Scoring {
  private static final int POINTS = ReadyRule.kinds(Conclusion.Kind.SCORE);

  private final List<Items> scores = new ArrayList<>();

  /** A score and the rules that count points of it. */
  private record Items(ScoreDefinition score, List<ReadyRule> rules) {}

  Scoring(KnowledgeBase knowledge, RuleSet rules) {
    for (ScoreDefinition score : knowledge.scores()) {
      scores.add(new Items(score, rules.saying(Conclusion.Kind.SCORE, score.code())));
    }
  }

  /** The scores of which at least one item holds. */
  List<Score> scores(List<Fired> fired, Answers answers) {
    List<Fired> counted = new ArrayList<>();
    for (Fired rule : fired) {
      if (rule.rule().concludes(POINTS)) {
        counted.add(rule);
      }
    }
    if (counted.isEmpty()) {
      return List.of();
    }
    List<Score> held = new ArrayList<>();
    for (Items items : scores) {
      List<Score.Item> points = held(items.score(), counted);
      if (!points.isEmpty()) {
        held.add(score(items, points, answers));
      }
    }
    return List.copyOf(held);
  }

  private static Score score(Items items, List<Score.Item> points, Answers answers) {
    double sum = 0;
    for (Score.Item item : points) {
      sum += item.points();
    }
    Set<String> open = new TreeSet<>();
    for (ReadyRule rule : items.rules()) {
      if (!isDecided(rule, answers)) {
        for (Condition condition : rule.conditions()) {
          if (!condition.holds(answers)) {
            condition.addOpen(answers, open);
          }
        }
      }
    }
    ScoreDefinition score = items.score();
    return new Score(
        score.code(),
        score.display(),
        sum,
        points,
        score.cutOff(),
        sum >= score.cutOff() ? score.atLeast() : score.below(),
        List.copyOf(open));
  }

  private static List<Score.Item> held(ScoreDefinition score, List<Fired> counted) {
    List<Score.Item> held = new ArrayList<>();
    for (Fired item : counted) {
      for (Conclusion conclusion : item.rule().definition().then()) {
        if (conclusion.kind() == Conclusion.Kind.SCORE
            && conclusion.subject().equals(score.code())) {
          held.add(new Score.Item(item.rule().provenance(), conclusion.number(), item.findings()));
        }
      }
    }
    return List.copyOf(held);
  }

  /** Whether no answer that is missing can count its points any more. */
  private static boolean isDecided(ReadyRule rule, Answers answers) {
    for (Condition condition : rule.conditions()) {
      if (!condition.holds(answers) && !condition.isOpen(answers)) {
        return true;
      }
    }
    return false;
  }
}
