package org.popliteus.engine.review.diff;

import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.popliteus.engine.Urgency;

/**
 * What an edit does to one person.
 *
 * @param person who
 * @param before the answer by the older version
 * @param after the answer by the newer version
 * @param leftOutBefore codes that only the newer vocabulary takes as they were answered
 * @param leftOutAfter codes that only the older vocabulary takes as they were answered
 */
public record Effect(
    Person person,
    Answer before,
    Answer after,
    List<String> leftOutBefore,
    List<String> leftOutAfter) {

  /** What can differ, gravest first. */
  public enum Kind {
    /** The person is seen later, or not at all. */
    URGENCY_LOWERED("urgency lowered"),
    /** The person is seen sooner. */
    URGENCY_RAISED("urgency raised"),
    /** The urgency is the same, but not all the reasons for it. */
    ESCALATIONS("other reasons for the same urgency"),
    /** Advice is given that was not, or no longer given. */
    ADVICE("other advice"),
    /** Advice is withheld that was not, or no longer withheld. */
    WITHHELD("other advice withheld"),
    /** Another cause stands first. */
    FIRST_CAUSE("another first cause"),
    /** Other causes are likely. */
    LIKELY_CAUSES("other likely causes");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** For a table: {@code urgency lowered}. */
    public String words() {
      return words;
    }
  }

  /** Whether this differs. */
  public boolean is(Kind kind) {
    return switch (kind) {
      case URGENCY_LOWERED -> before.urgency().isMoreUrgentThan(after.urgency());
      case URGENCY_RAISED -> after.urgency().isMoreUrgentThan(before.urgency());
      case ESCALATIONS ->
          before.urgency() == after.urgency() && !before.escalations().equals(after.escalations());
      case ADVICE -> !before.advice().equals(after.advice());
      case WITHHELD -> !before.withheld().equals(after.withheld());
      case FIRST_CAUSE -> !before.first().equals(after.first());
      case LIKELY_CAUSES -> !before.likely().equals(after.likely());
    };
  }

  /** Whether anything differs. */
  public boolean any() {
    for (Kind kind : Kind.values()) {
      if (is(kind)) {
        return true;
      }
    }
    return false;
  }

  /** How much is lost or won, in steps of urgency; positive where it is lowered. */
  int steps() {
    return height(before.urgency()) - height(after.urgency());
  }

  private static int height(Urgency urgency) {
    return (int) Arrays.stream(Urgency.values()).filter(urgency::isMoreUrgentThan).count();
  }

  /** What became of a kind, in codes; the same for people to whom the same happens. */
  public String words(Kind kind) {
    return switch (kind) {
      case URGENCY_LOWERED, URGENCY_RAISED ->
          words(before.urgency().name()) + " became " + words(after.urgency().name());
      case ESCALATIONS -> exchanged(before.escalations(), after.escalations());
      case ADVICE -> exchanged(before.advice(), after.advice());
      case WITHHELD -> exchanged(before.withheld(), after.withheld());
      case FIRST_CAUSE -> orNone(before.first()) + " became " + orNone(after.first());
      case LIKELY_CAUSES -> exchanged(before.likely(), after.likely());
    };
  }

  private static String orNone(String code) {
    return code.isEmpty() ? "no cause" : code;
  }

  private static String words(String urgency) {
    return urgency.replace('_', ' ');
  }

  /** {@code no longer ICE, REST; now HEAT}. */
  private static String exchanged(SortedSet<String> before, SortedSet<String> after) {
    SortedSet<String> lost = new TreeSet<>(before);
    lost.removeAll(after);
    SortedSet<String> won = new TreeSet<>(after);
    won.removeAll(before);
    String gone = lost.isEmpty() ? "" : "no longer " + String.join(", ", lost);
    String come = won.isEmpty() ? "" : "now " + String.join(", ", won);
    return gone.isEmpty() || come.isEmpty() ? gone + come : gone + "; " + come;
  }
}
