package org.popliteus.engine.interview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.popliteus.engine.interview.Case.Statement;
import org.popliteus.engine.interview.Rulebook.Rule;
import org.popliteus.engine.knowledge.KnowledgeBase;

/**
 * Whether any set of answers can raise the urgency, proved from the rules: no escalation that is
 * more urgent can fire, and no cause that wants a review can become likely, even if every open
 * answer speaks for it and against the others.
 */
final class UrgencyBound {
  /** Allows for the rounding of shares to 4 decimals and of sums of doubles. */
  private static final double ROUNDING = 0.0001;

  private final Rulebook book;
  private final Reach reach;
  private final List<Rule> escalating = new ArrayList<>();
  private final List<Case> rising = new ArrayList<>();

  UrgencyBound(Rulebook book, Reach reach, int urgency) {
    this.book = book;
    this.reach = reach;
    for (Rule rule : book.rules()) {
      if (rule.rank() > urgency && reach.canFire(rule)) {
        escalating.add(rule);
      }
    }
    if (urgency < book.reviewRank()) {
      for (Case one : book.cases()) {
        if (one.definition().reviewWhenLikely() && canBeLikely(one)) {
          rising.add(one);
        }
      }
    }
  }

  /** Whether no set of answers to the open questions raises the urgency. */
  boolean isFinal() {
    return escalating.isEmpty() && rising.isEmpty();
  }

  /** The escalations that would raise it, and that are not proved to be out of reach. */
  List<Rule> escalating() {
    return escalating;
  }

  /** The causes that would raise it by being likely, and that are not proved to stay unlikely. */
  List<Case> rising() {
    return rising;
  }

  private boolean canBeLikely(Case one) {
    KnowledgeBase.Settings settings = book.knowledge().settings();
    double best = most(one);
    if (best < settings.likelyRatio() * (1 - ROUNDING)) {
      return false;
    }
    double weight = one.definition().odds() * best;
    double rivals = 0;
    double companions = 0;
    for (Case other : book.cases()) {
      if (other != one) {
        double least = least(other);
        if (one.accompanies(other)) {
          companions += least;
        } else {
          rivals += least;
        }
      }
    }
    return weight / (weight + rivals) >= settings.likelyShare() - ROUNDING
        && weight / (weight + rivals + companions) >= settings.possibleShare() - ROUNDING;
  }

  /** The most to which its ratios can multiply. */
  private double most(Case one) {
    double[] strongestFor = ones(one);
    double[] strongestAgainst = ones(one);
    double product = 1;
    for (Statement statement : one.statements()) {
      Rule rule = book.rules().get(statement.rule());
      int group = statement.group();
      if (statement.supports() && reach.canCount(rule)) {
        if (group < 0) {
          product *= statement.ratio();
        } else {
          strongestFor[group] = Math.max(strongestFor[group], statement.ratio());
        }
      } else if (!statement.supports() && reach.mustCount(rule)) {
        if (group < 0) {
          product *= statement.ratio();
        } else {
          strongestAgainst[group] = Math.min(strongestAgainst[group], statement.ratio());
        }
      }
    }
    return product * product(strongestFor) * product(strongestAgainst);
  }

  /** The least that it can weigh; 0 if it may not be ranked at all. */
  private double least(Case one) {
    double[] strongestFor = ones(one);
    double[] strongestAgainst = ones(one);
    double product = one.definition().odds();
    boolean supported = false;
    for (Statement statement : one.statements()) {
      Rule rule = book.rules().get(statement.rule());
      int group = statement.group();
      if (statement.supports() && reach.mustCount(rule)) {
        supported = true;
        if (group < 0) {
          product *= statement.ratio();
        } else {
          strongestFor[group] = Math.max(strongestFor[group], statement.ratio());
        }
      } else if (!statement.supports() && reach.canCount(rule)) {
        if (group < 0) {
          product *= statement.ratio();
        } else {
          strongestAgainst[group] = Math.min(strongestAgainst[group], statement.ratio());
        }
      }
    }
    return supported ? product * product(strongestFor) * product(strongestAgainst) : 0;
  }

  private static double[] ones(Case one) {
    double[] ones = new double[one.groups()];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double product(double[] ratios) {
    double product = 1;
    for (double ratio : ratios) {
      product *= ratio;
    }
    return product;
  }
}
