package org.popliteus.engine.knowledge;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code when} of one rule asks, so that two rules can be compared: lines about the same
 * single question are taken together, and what one line rules out is taken out of the others.
 */
final class Premises {

  /**
   * What one or more lines ask.
   *
   * @param accepted any of these answers makes it hold
   * @param subjects the questions that it is about
   * @param lines where it is asked
   */
  record Ask(BitSet accepted, Set<String> subjects, List<Pattern> lines) {

    boolean isWithin(Ask other) {
      // asked of every pair of rules, so nothing is copied
      for (int i = accepted.nextSetBit(0); i >= 0; i = accepted.nextSetBit(i + 1)) {
        if (!other.accepted.get(i)) {
          return false;
        }
      }
      return true;
    }

    @Nullable String only() {
      return subjects.size() == 1 ? subjects.iterator().next() : null;
    }
  }

  /**
   * Why the lines can never hold together.
   *
   * @param line where to report it
   * @param other the line that it cannot hold beside; null where it cannot hold at all
   * @param contradicts whether only {@code contradicts} of the vocabulary keeps them apart
   */
  record Conflict(Pattern line, @Nullable Pattern other, boolean contradicts) {}

  private final AnswerSpace space;
  private final List<Ask> asks = new ArrayList<>();
  private @Nullable Conflict conflict;

  private Premises(AnswerSpace space) {
    this.space = space;
  }

  static Premises of(RuleDefinition rule, AnswerSpace space, KnowledgeBase knowledge) {
    Premises premises = new Premises(space);
    for (Pattern line : rule.when()) {
      premises.add(line);
    }
    premises.narrow();
    premises.contradict(knowledge);
    return premises;
  }

  private void add(Pattern line) {
    BitSet accepted = space.accepted(line);
    Set<String> subjects = subjects(accepted);
    if (accepted.isEmpty()) {
      conflict(line, null, false);
    }
    for (int i = 0; subjects.size() == 1 && i < asks.size(); i++) {
      Ask same = asks.get(i);
      if (same.subjects.equals(subjects)) {
        accepted.and(same.accepted);
        if (accepted.isEmpty()) {
          conflict(line, same.lines.get(same.lines.size() - 1), false);
        }
        List<Pattern> lines = new ArrayList<>(same.lines);
        lines.add(line);
        asks.set(i, new Ask(accepted, subjects, List.copyOf(lines)));
        return;
      }
    }
    asks.add(new Ask(accepted, subjects, List.of(line)));
  }

  private Set<String> subjects(BitSet accepted) {
    Set<String> subjects = new TreeSet<>();
    accepted.stream().forEach(i -> subjects.add(space.answer(i).subject()));
    return subjects;
  }

  private void conflict(Pattern line, @Nullable Pattern other, boolean contradicts) {
    if (conflict == null) {
      conflict = new Conflict(line, other, contradicts);
    }
  }

  /** Takes out of the lines about several questions what a line about one of them rules out. */
  private void narrow() {
    boolean changed = conflict == null;
    while (changed) {
      changed = false;
      for (Ask one : List.copyOf(asks)) {
        String subject = one.only();
        if (subject != null && conflict == null) {
          BitSet others = space.all(subject);
          others.andNot(one.accepted);
          changed |= takeOut(others, one, false);
        }
      }
    }
  }

  private boolean takeOut(BitSet answers, Ask because, boolean contradicts) {
    boolean changed = false;
    for (int i = 0; i < asks.size(); i++) {
      Ask ask = asks.get(i);
      if (!ask.lines.equals(because.lines) && ask.accepted.intersects(answers)) {
        BitSet left = (BitSet) ask.accepted.clone();
        left.andNot(answers);
        if (left.isEmpty()) {
          Pattern line = ask.lines.get(0);
          Pattern other = because.lines.get(0);
          boolean later = line.at().compareTo(other.at()) > 0;
          conflict(later ? line : other, later ? other : line, contradicts);
        } else {
          asks.set(i, new Ask(left, subjects(left), ask.lines));
        }
        changed = true;
      }
    }
    return changed;
  }

  private void contradict(KnowledgeBase knowledge) {
    for (Ask ask : List.copyOf(asks)) {
      String subject = ask.only();
      FindingDefinition finding = subject == null ? null : knowledge.finding(subject);
      if (finding == null
          || conflict != null
          || !ask.accepted.stream().allMatch(i -> space.answer(i).value().equals("yes"))) {
        continue;
      }
      for (String other : finding.contradicts()) {
        BitSet excluded = new BitSet();
        space.all(other).stream()
            .filter(i -> space.answer(i).value().equals("yes"))
            .forEach(excluded::set);
        takeOut(excluded, ask, true);
      }
    }
  }

  /** Why the rule can never fire; null where it can. */
  @Nullable Conflict conflict() {
    return conflict;
  }

  List<Ask> asks() {
    return asks;
  }

  /** Whether whatever makes this hold makes the other hold. */
  boolean imply(Premises other) {
    for (Ask wanted : other.asks) {
      if (!isAsked(wanted)) {
        return false;
      }
    }
    return true;
  }

  private boolean isAsked(Ask wanted) {
    for (Ask ask : asks) {
      if (ask.isWithin(wanted)) {
        return true;
      }
    }
    return false;
  }

  boolean equal(Premises other) {
    return imply(other) && other.imply(this);
  }

  /** The answers to one question under which this can hold, all where it is not asked. */
  BitSet possible(String subject) {
    BitSet possible = space.all(subject);
    for (Ask ask : asks) {
      if (subject.equals(ask.only())) {
        possible.and(ask.accepted);
      }
    }
    return possible;
  }

  /** The causes that it waits for. */
  Set<String> suspected() {
    Set<String> causes = new LinkedHashSet<>();
    for (Ask ask : asks) {
      for (Pattern line : ask.lines) {
        if (line.fact() == Pattern.Fact.SUSPECTED) {
          causes.addAll(line.keys());
        }
      }
    }
    return causes;
  }

  /** The same without one ask, to compare rules that differ in it alone. */
  static boolean equal(Collection<Ask> some, Collection<Ask> others) {
    return some.stream().allMatch(a -> others.stream().anyMatch(b -> a.accepted.equals(b.accepted)))
        && others.stream()
            .allMatch(a -> some.stream().anyMatch(b -> a.accepted.equals(b.accepted)));
  }
}
