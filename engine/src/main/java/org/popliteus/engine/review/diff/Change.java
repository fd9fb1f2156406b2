package org.popliteus.engine.review.diff;

import java.util.List;
import java.util.Locale;
import org.popliteus.engine.knowledge.Location;

/**
 * One entry of a knowledge base that differs between two of its versions.
 *
 * @param kind whether it came, went or changed
 * @param part what kind of entry it is
 * @param name its id or code; for {@link Part#SETTING} what {@code kb.yaml} calls it
 * @param details what it says, or what became of what it said, a sentence each
 * @param at where it stands, in the newer version unless it was removed
 */
public record Change(Kind kind, Part part, String name, List<String> details, Location at) {

  /** What happened to an entry. */
  public enum Kind {
    /** Only the newer version has it. */
    ADDED,
    /** Only the older version has it. */
    REMOVED,
    /** Both have it, and it is not the same. */
    CHANGED
  }

  /** The kinds of entry. */
  public enum Part {
    /** A rule, also one of the two that stand in {@code kb.yaml}. */
    RULE,
    /** A question of the vocabulary. */
    FINDING,
    /** A cause. */
    CAUSE,
    /** An advice. */
    ADVICE,
    /** A contributing factor. */
    FACTOR,
    /** A score. */
    SCORE,
    /** A source. */
    SOURCE,
    /** A threshold, base rate or standing sentence of {@code kb.yaml}. */
    SETTING
  }

  /** {@code rule DVT-03 changed}. */
  public String headline() {
    return lower(part.name()) + " " + name + " " + lower(kind.name());
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /** The headline, its place, and a line for every detail. */
  @Override
  public String toString() {
    String head = headline() + " (" + at + ")";
    return details.isEmpty() ? head : head + "\n    " + String.join("\n    ", details);
  }
}
