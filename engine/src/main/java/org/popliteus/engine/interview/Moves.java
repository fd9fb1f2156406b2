package org.popliteus.engine.interview;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.popliteus.engine.interview.Rulebook.Rule;

/**
 * How much the answer to each open question is expected to move. Every answer is tried on the
 * person as the rules see that person now, and weighed by how likely it is: how seldom it is given
 * at all, times how well the causes, as they are ranked now, explain it.
 */
final class Moves {
  private final Rulebook book;
  private final Standing now;
  private final double[] shares;
  private final double[] parts;
  private final int urgency;
  private final int first;
  private final double weightOfAll;
  private final Map<Integer, Move> moves = new HashMap<>();
  private final double[] missed;
  private boolean settled = true;

  /** What the answers to one question move. */
  private static final class Move {
    double urgency;
    double ranking;
    double[] chances = {};
  }

  Moves(Rulebook book, Standing now, List<Integer> open, UrgencyBound bound, Reach reach) {
    this.book = book;
    this.now = now;
    this.shares = now.shares();
    this.parts = now.parts();
    this.urgency = now.urgency(shares);
    this.first = first(now, shares);
    this.weightOfAll = now.weightOfAll();
    this.missed = new double[book.lines().size()];
    Arrays.fill(missed, 1);
    for (int topic : open) {
      moves.put(topic, tried(topic));
    }
    bound.escalating().forEach(this::together);
    bound.rising().forEach(one -> rise(one, reach));
  }

  private Move tried(int topic) {
    Move move = new Move();
    List<Option> options = book.options().of(topic);
    double[] chances = new double[options.size()];
    double[] urgencies = new double[options.size()];
    double[] rankings = new double[options.size()];
    // other than through a rule that asks for it
    boolean touches =
        book.vocabulary().topic(topic).screen()
            || !book.vocabulary().contradicting(topic).isEmpty();
    double sum = 0;
    for (int i = 0; i < chances.length; i++) {
      Option option = options.get(i);
      double fits = 1;
      if (touches || !option.lines().isEmpty()) {
        Standing after = now.with(option);
        double[] then = after.shares();
        fits = after.weightOfAll() / weightOfAll;
        urgencies[i] = Math.abs(after.urgency(then) - urgency);
        rankings[i] = distance(parts, after.parts());
        settled &= sameLeaders(after, then);
      }
      chances[i] = fits / option.rarity();
      sum += chances[i];
    }
    for (int i = 0; i < chances.length; i++) {
      chances[i] /= sum;
      move.urgency += chances[i] * urgencies[i];
      move.ranking += chances[i] * rankings[i];
      for (int line : options.get(i).lines()) {
        missed[line] *= 1 - chances[i];
      }
    }
    move.chances = chances;
    return move;
  }

  /** What a rule that waits for several answers is expected to move is counted for each of them. */
  private void together(Rule rule) {
    double all = 1;
    int missing = 0;
    for (int line : rule.lines()) {
      if (!now.holds(line)) {
        all *= 1 - missed[line];
        missing++;
      }
    }
    if (missing < 2 || all == 0) {
      return;
    }
    for (int line : rule.lines()) {
      if (!now.holds(line)) {
        double others = all / (1 - missed[line]);
        for (Option option : book.options().satisfying(line)) {
          Move move = moves.get(option.topic());
          if (move != null) {
            int place = book.options().of(option.topic()).indexOf(option);
            move.urgency += (rule.rank() - urgency) * others * move.chances[place];
          }
        }
      }
    }
  }

  /**
   * A cause that wants a review raises the urgency when it turns out to be the one, which is as
   * likely as its part of all weights; that is shared out to the questions that can show it.
   */
  private void rise(Case one, Reach reach) {
    Map<Integer, Double> strengths = new HashMap<>();
    double sum = 0;
    for (Case.Statement statement : one.statements()) {
      Rule rule = book.rules().get(statement.rule());
      if (statement.supports() && !now.hasFired(rule) && reach.canCount(rule)) {
        Set<Integer> topics = new HashSet<>();
        for (int line : rule.lines()) {
          if (!now.holds(line)) {
            book.options().satisfying(line).forEach(option -> topics.add(option.topic()));
          }
        }
        topics.retainAll(moves.keySet());
        for (int topic : topics) {
          strengths.merge(topic, statement.strength(), Double::sum);
          sum += statement.strength();
        }
      }
    }
    double levels = (book.reviewRank() - urgency) * now.weight(one) / weightOfAll;
    for (Map.Entry<Integer, Double> strength : strengths.entrySet()) {
      move(strength.getKey()).urgency += levels * strength.getValue() / sum;
    }
  }

  /** How much of the suspicion lies elsewhere, 0 to 1. */
  private static double distance(double[] before, double[] after) {
    double sum = 0;
    for (int i = 0; i < before.length; i++) {
      sum += Math.abs(after[i] - before[i]);
    }
    return sum / 2;
  }

  private boolean sameLeaders(Standing after, double[] then) {
    if (first(after, then) != first) {
      return false;
    }
    for (Case one : book.cases()) {
      if (now.isLikely(one, shares) != after.isLikely(one, then)) {
        return false;
      }
    }
    return true;
  }

  /** The number of the cause that comes first; -1 where none is ranked. */
  private int first(Standing standing, double[] shares) {
    int first = -1;
    for (Case one : book.cases()) {
      boolean listed = standing.isListed(one);
      if (listed && (first < 0 || shares[one.number()] > shares[first])) {
        first = one.number();
      }
    }
    return first;
  }

  /** Whether no single answer changes which cause comes first, or which causes are likely. */
  boolean rankingIsSettled() {
    return settled;
  }

  /** How many levels of urgency the answer is expected to move, alone or with others. */
  double ofUrgency(int topic) {
    return move(topic).urgency;
  }

  /** How much of the suspicion the answer is expected to move. */
  double ofRanking(int topic) {
    return move(topic).ranking;
  }

  private Move move(int topic) {
    return requireNonNull(moves.get(topic), "an open question");
  }
}
