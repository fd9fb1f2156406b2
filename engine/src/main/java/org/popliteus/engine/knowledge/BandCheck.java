package org.popliteus.engine.knowledge;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.knowledge.AnswerSpace.Answer;

/**
 * Finds gaps and overlaps between the bands into which rules part a number.
 *
 * <p>Bands of one another are rules that speak of the same subject (a cause, a score, an advice, a
 * factor, the urgency) and ask the same but for one number.
 *
 * <ul>
 *   <li>A <b>gap</b> is what no band holds between two neighbours where none can be meant: a single
 *       value that both exclude ({@code < 40} and {@code > 40}), or what lies between two whole
 *       numbers that follow each other ({@code <= 40} and {@code >= 41}). Wider spaces are left
 *       alone: a number in the middle often says nothing.
 *   <li>An <b>overlap</b> is a value that two bands of a cause or of a score hold, so that it
 *       counts twice. Two bands of a cause in the same direction and group are graded, and only the
 *       stronger counts. Nested bands of a score add up on purpose ({@code >= 3} one point, {@code
 *       >= 5} one more), so only bands that overlap in part count as a mistake there.
 * </ul>
 */
final class BandCheck {
  private final KnowledgeBase knowledge;
  private final AnswerSpace space;
  private final Diagnostics diagnostics;

  BandCheck(KnowledgeBase knowledge, AnswerSpace space, Diagnostics diagnostics) {
    this.knowledge = knowledge;
    this.space = space;
    this.diagnostics = diagnostics;
  }

  /** One rule, the number that it bounds, and what it says. */
  private record Band(Compared rule, Premises.Ask ask, Conclusion conclusion) {

    String says() {
      return switch (conclusion.kind()) {
        case SUPPORTS, OPPOSES -> "cause " + conclusion.subject();
        case EMERGENCY, SAME_DAY, SOON -> "urgency";
        case RECOMMEND, WITHHOLD -> "advice " + conclusion.subject();
        default -> conclusion.kind().word() + " " + conclusion.subject();
      };
    }

    boolean isEvidence() {
      return switch (conclusion.kind()) {
        case SUPPORTS, OPPOSES, SCORE -> true;
        default -> false;
      };
    }

    List<Premises.Ask> others() {
      String code = ask.only();
      return rule.premises().asks().stream()
          .filter(a -> !String.valueOf(code).equals(a.only()))
          .toList();
    }
  }

  void check(List<Compared> rules) {
    Map<String, List<Band>> bySubject = new LinkedHashMap<>();
    for (Compared rule : rules) {
      for (Premises.Ask ask : rule.premises().asks()) {
        String code = ask.only();
        FindingDefinition finding = code == null ? null : knowledge.finding(code);
        if (finding != null && finding.kind() == FindingDefinition.Kind.NUMERIC) {
          for (Conclusion conclusion : rule.rule().then()) {
            Band band = new Band(rule, ask, conclusion);
            bySubject.computeIfAbsent(code + " " + band.says(), s -> new ArrayList<>()).add(band);
          }
        }
      }
    }
    bySubject.values().stream().filter(bands -> bands.size() > 1).forEach(this::checkSubject);
  }

  private void checkSubject(List<Band> bands) {
    List<List<Band>> families = new ArrayList<>();
    for (Band band : bands) {
      List<Band> family = null;
      for (List<Band> candidate : families) {
        if (family == null && Premises.equal(candidate.get(0).others(), band.others())) {
          family = candidate;
        }
      }
      if (family == null) {
        family = new ArrayList<>();
        families.add(family);
      }
      family.add(band);
    }
    for (List<Band> family : families) {
      gaps(family);
      overlaps(family);
    }
  }

  private void gaps(List<Band> family) {
    String code = String.valueOf(family.get(0).ask().only());
    BitSet all = space.all(code);
    BitSet covered = new BitSet();
    family.forEach(band -> covered.or(band.ask().accepted()));
    int first = all.nextSetBit(0);
    int last = all.length() - 1;
    for (int from = covered.nextSetBit(first); from >= 0 && from < last; ) {
      int gap = covered.nextClearBit(from);
      int next = gap > last ? -1 : covered.nextSetBit(gap);
      if (next >= 0) {
        gap(family, code, gap, next - 1);
      }
      from = next;
    }
  }

  private void gap(List<Band> family, String code, int from, int to) {
    Answer below = space.answer(from - 1);
    Answer above = space.answer(to + 1);
    String what = null;
    if (from == to && isLimitOf(family, space.answer(from))) {
      what = code + " of exactly " + space.answer(from).value();
    } else if (isWhole(below) && isWhole(above) && above.number() - below.number() == 1) {
      what = code + " between " + below.value() + " and " + above.value();
    }
    Band upper = bandWith(family, to + 1);
    Band lower = bandWith(family, from - 1);
    if (what != null && upper != null && lower != null) {
      boolean later = upper.rule().rule().at().compareTo(lower.rule().rule().at()) > 0;
      Band at = later ? upper : lower;
      Band other = later ? lower : upper;
      diagnostics.report(
          at.ask().lines().get(0).at(),
          what + " fits neither " + at.rule().rule().id() + " nor " + other.rule().named(),
          "Maybe one of the two limits takes it in: <= or >=.");
    }
  }

  private static boolean isWhole(Answer answer) {
    return answer.number() == Math.rint(answer.number());
  }

  private static boolean isLimitOf(List<Band> family, Answer answer) {
    for (Band band : family) {
      for (Pattern line : band.ask().lines()) {
        for (Pattern.Constraint constraint : line.constraints()) {
          if (constraint.field().equals("value")
              && constraint.values().stream().anyMatch(v -> v.number() == answer.number())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static @Nullable Band bandWith(List<Band> family, int answer) {
    for (Band band : family) {
      if (band.ask().accepted().get(answer)) {
        return band;
      }
    }
    return null;
  }

  private void overlaps(List<Band> family) {
    for (int i = 0; i < family.size(); i++) {
      Band later = family.get(i);
      for (Band earlier : family.subList(0, i)) {
        if (countTwice(later, earlier)) {
          overlap(later, earlier);
          break;
        }
      }
    }
  }

  private static boolean countTwice(Band one, Band other) {
    BitSet both = (BitSet) one.ask().accepted().clone();
    both.and(other.ask().accepted());
    if (both.isEmpty()
        || !one.isEvidence()
        || one.ask().accepted().equals(other.ask().accepted())) {
      // exactly the same is a twin, and reported there
      return false;
    }
    if (one.conclusion().kind() == Conclusion.Kind.SCORE) {
      return !both.equals(one.ask().accepted()) && !both.equals(other.ask().accepted());
    }
    String group = one.rule().rule().group();
    boolean graded =
        one.conclusion().kind() == other.conclusion().kind()
            && group != null
            && group.equals(other.rule().rule().group());
    return !graded;
  }

  private void overlap(Band later, Band earlier) {
    BitSet both = (BitSet) later.ask().accepted().clone();
    both.and(earlier.ask().accepted());
    Answer shared = space.answer(both.nextSetBit(0));
    boolean cause = later.conclusion().kind() != Conclusion.Kind.SCORE;
    boolean same = later.conclusion().kind() == earlier.conclusion().kind();
    diagnostics.report(
        later.ask().lines().get(0).at(),
        shared.subject()
            + " of "
            + shared.value()
            + " counts twice for "
            + later.conclusion().subject()
            + ": here and in "
            + earlier.rule().named(),
        cause && same
            ? "Maybe part the bands, or give both rules the same @group, so that the stronger counts."
            : "Maybe part the bands: one of the limits is wrong.");
  }
}
