package org.popliteus.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Firing.Fired;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Pattern;
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
      if (!rule.holds(answers)) {
        open.addAll(open(rule, answers::to));
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

  /** The codes that keep the item open; none if an answer already decides it. */
  private static Set<String> open(ReadyRule rule, Function<String, @Nullable Finding> answers) {
    Set<String> open = new TreeSet<>();
    for (Pattern pattern : rule.definition().when()) {
      boolean holds = false;
      Set<String> unanswered = new TreeSet<>();
      for (String code : pattern.keys()) {
        Finding finding = answers.apply(code);
        if (finding == null) {
          unanswered.add(code);
        } else {
          holds |= pattern.accepts(finding);
        }
      }
      if (!holds && unanswered.isEmpty()) {
        return Set.of();
      }
      if (!holds) {
        open.addAll(unanswered);
      }
    }
    return open;
  }
}
