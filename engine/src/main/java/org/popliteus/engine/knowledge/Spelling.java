package org.popliteus.engine.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The known words nearest to one that is not known. */
public final class Spelling {
  private static final int MOST = 3;
  private static final int LONGEST = 80;

  private Spelling() {}

  /**
   * At most three known words, nearest first; empty when none is near: more than a third of its
   * letters would have to change, and it does not hold the word whole.
   */
  public static List<String> nearest(String word, Collection<String> known) {
    String wanted = fold(word);
    if (wanted.isEmpty() || wanted.length() > LONGEST) {
      return List.of();
    }
    List<Near> near = new ArrayList<>();
    for (String candidate : known) {
      String folded = fold(candidate);
      int distance = distance(wanted, folded);
      boolean holds = wanted.length() >= 4 && folded.contains(wanted);
      if (distance * 3 <= Math.max(wanted.length(), folded.length()) || holds) {
        near.add(new Near(candidate, distance));
      }
    }
    near.sort(Comparator.comparingInt(Near::distance).thenComparing(Near::word));
    return near.stream().limit(MOST).map(Near::word).toList();
  }

  /** Whether two different words are so alike that one is likely a slip: two letters at most. */
  static boolean isSlip(String word, String other) {
    int least = Math.min(word.length(), other.length());
    int distance = distance(fold(word), fold(other));
    return !word.equals(other) && least > 4 && distance <= 2;
  }

  /** "Maybe A, B or C?", or the alternative where nothing is near. */
  public static String maybe(String word, Collection<String> known, String otherwise) {
    List<String> nearest = nearest(word, known);
    if (nearest.isEmpty()) {
      return otherwise;
    }
    String last = nearest.get(nearest.size() - 1);
    String before = String.join(", ", nearest.subList(0, nearest.size() - 1));
    return "Maybe " + (before.isEmpty() ? last : before + " or " + last) + "?";
  }

  private record Near(String word, int distance) {}

  private static String fold(String word) {
    return word.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
  }

  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
      }
      int[] swap = previous;
      previous = current;
      current = swap;
    }
    return previous[b.length()];
  }
}
