package org.popliteus.engine.review.diff;

import java.util.List;

/**
 * What an edit does to several people.
 *
 * @param people how many were asked about
 * @param effects those for whom anything differs, in the order they were asked about
 */
public record Outcome(int people, List<Effect> effects) {

  /** For how many a kind of thing differs. */
  public int count(Effect.Kind kind) {
    return (int) effects.stream().filter(effect -> effect.is(kind)).count();
  }

  /** For how many nothing differs. */
  public int untouched() {
    return people - effects.size();
  }
}
