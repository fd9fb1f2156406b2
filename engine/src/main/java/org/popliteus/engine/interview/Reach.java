package org.popliteus.engine.interview;

import java.util.BitSet;
import java.util.List;
import org.popliteus.engine.fact.Present;
import org.popliteus.engine.interview.Rulebook.Rule;

/**
 * What the answers to all open questions together can bring about. Each line of a rule is looked at
 * by itself, so that what is called impossible is so; not everything that is called possible is.
 */
final class Reach {
  private final Standing standing;
  private final BitSet reachable = new BitSet();
  private final BitSet unshakable = new BitSet();

  Reach(Rulebook book, Standing standing, List<Integer> open) {
    this.standing = standing;
    BitSet threatened = new BitSet();
    for (int topic : open) {
      for (Option option : book.options().of(topic)) {
        for (int line : option.lines()) {
          reachable.set(line);
        }
        if (option.finding() instanceof Present) {
          book.vocabulary().contradicting(topic).forEach(threatened::set);
        }
      }
    }
    for (int topic = 0; topic < book.vocabulary().size(); topic++) {
      if (!threatened.get(topic) && !standing.isContradicted(topic)) {
        for (int line : standing.said(topic)) {
          unshakable.set(line);
        }
      }
    }
  }

  /** Whether the rule has fired or can fire. */
  boolean canFire(Rule rule) {
    for (int line : rule.lines()) {
      if (!standing.holds(line) && !reachable.get(line)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the rule can fire on answers that no other contradicts. */
  boolean canCount(Rule rule) {
    for (int line : rule.lines()) {
      if (!standing.holdsClean(line) && !reachable.get(line)) {
        return false;
      }
    }
    return true;
  }

  /** Whether it has fired on answers that no open question can contradict. */
  boolean mustCount(Rule rule) {
    for (int line : rule.lines()) {
      if (!unshakable.get(line)) {
        return false;
      }
    }
    return true;
  }
}
