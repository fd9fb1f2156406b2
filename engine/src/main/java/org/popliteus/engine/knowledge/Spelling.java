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
    // what differs in nothing but capitals is meant
    boolean certain = !near.isEmpty() && near.get(0).distance() == 0;
    return near.stream()
        .filter(n -> !certain || n.distance() == 0)
        .limit(MOST)
        .map(Near::word)
        .toList();
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

  /** Letters added, left out, changed, or exchanged with their neighbour. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean exchanged =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (exchanged) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
