package org.popliteus.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Firing.Fired;
import org.popliteus.engine.RuleNetwork.NetworkRule;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Pattern;
import org.popliteus.engine.knowledge.ScoreDefinition;

/** Adds up scores, and says which of their items are open. */
final class Scoring {
  private final Map<ScoreDefinition, List<NetworkRule>> items = new LinkedHashMap<>();

  Scoring(KnowledgeBase knowledge, RuleNetwork rules) {
    for (ScoreDefinition score : knowledge.scores()) {
      items.put(score, rules.saying(Conclusion.Kind.SCORE, score.code()));
    }
  }

  /** The scores of which at least one item holds. */
  List<Score> scores(@Nullable Fired[] fired, Function<String, @Nullable Finding> answers) {
    List<Score> scores = new ArrayList<>();
    items.forEach(
        (score, rules) -> {
          List<Score.Item> held = held(score, rules, fired);
          if (!held.isEmpty()) {
            double sum = held.stream().mapToDouble(Score.Item::points).sum();
            Set<String> open = new TreeSet<>();
            for (NetworkRule rule : rules) {
              if (fired[rule.index()] == null) {
                open.addAll(open(rule, answers));
              }
            }
            scores.add(
                new Score(
                    score.code(),
                    score.display(),
                    sum,
                    held,
                    score.cutOff(),
                    sum >= score.cutOff() ? score.atLeast() : score.below(),
                    List.copyOf(open)));
          }
        });
    return List.copyOf(scores);
  }

  private static List<Score.Item> held(
      ScoreDefinition score, List<NetworkRule> rules, @Nullable Fired[] fired) {
    List<Score.Item> held = new ArrayList<>();
    for (NetworkRule rule : rules) {
      Fired item = fired[rule.index()];
      if (item != null) {
        double points = points(item, score.code());
        held.add(new Score.Item(rule.provenance(), points, item.findings()));
      }
    }
    return List.copyOf(held);
  }

  private static double points(Fired item, String score) {
    double points = 0;
    List<Conclusion> then = item.rule().definition().then();
    for (int i = 0; i < then.size(); i++) {
      Conclusion conclusion = then.get(i);
      if (conclusion.kind() == Conclusion.Kind.SCORE && conclusion.subject().equals(score)) {
        points += conclusion.number();
      }
    }
    return points;
  }

  /** The codes that keep the item open; none if an answer already decides it. */
  private static Set<String> open(NetworkRule rule, Function<String, @Nullable Finding> answers) {
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
