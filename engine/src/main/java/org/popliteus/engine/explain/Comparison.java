package org.popliteus.engine.explain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Cause;
import org.popliteus.engine.ContributingFactor;
import org.popliteus.engine.Escalation;
import org.popliteus.engine.Score;
import org.popliteus.engine.explain.Change.Kind;
import org.popliteus.engine.knowledge.AdviceDefinition;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Numbers;

/**
 * What differs between two assessments, in words: of one person before and after an answer, or of
 * the same person by two knowledge bases.
 */
public final class Comparison {
  private final Assessment before;
  private final Assessment after;
  private final KnowledgeBase names;
  private final List<Change> changes = new ArrayList<>();

  private Comparison(Assessment before, Assessment after, KnowledgeBase names) {
    this.before = before;
    this.after = after;
    this.names = names;
  }

  /**
   * Every difference, the urgency first; empty where nothing that a person is told differs. Shares
   * that move without moving the likelihood or the first place are not told.
   *
   * @param names the knowledge base whose names of advice and findings are used; where it has no
   *     such code, the code stands for itself
   */
  public static List<Change> of(Assessment before, Assessment after, KnowledgeBase names) {
    Comparison comparison = new Comparison(before, after, names);
    comparison.urgency();
    comparison.escalations();
    comparison.causes();
    comparison.advice();
    comparison.rest();
    return List.copyOf(comparison.changes);
  }

  private void urgency() {
    if (before.urgency() != after.urgency()) {
      boolean more = after.urgency().isMoreUrgentThan(before.urgency());
      add(
          Kind.URGENCY,
          "",
          (more ? "More urgent: " : "Less urgent: ")
              + Wording.of(after.urgency())
              + " instead of "
              + Wording.of(before.urgency())
              + ".");
    }
    if (before.provisional() != after.provisional()) {
      add(
          Kind.PROVISIONAL,
          "",
          after.provisional()
              ? "The answer is provisional, because safety questions are open."
              : "The answer is no longer provisional.");
    }
  }

  private void escalations() {
    compare(
        Kind.ESCALATION,
        byKey(before.escalations(), e -> e.provenance().rule() + " " + e.action()),
        byKey(after.escalations(), e -> e.provenance().rule() + " " + e.action()),
        escalation -> escalation.provenance().rule(),
        (was, is) -> {
          if (is == null) {
            return "No longer a reason to be seen: " + reason(was);
          }
          if (was == null) {
            return "A reason to be seen, " + Wording.of(is.urgency()) + ": " + reason(is);
          }
          return was.urgency() == is.urgency() && was.within().equals(is.within())
              ? null
              : "Now " + Wording.of(is.urgency()) + within(is.within()) + ": " + reason(is);
        });
  }

  private static String reason(@Nullable Escalation escalation) {
    return escalation == null
        ? ""
        : escalation.provenance().because() + " (" + escalation.provenance().rule() + ")";
  }

  private static String within(Duration within) {
    return within.toDays() > 1
        ? ", within " + within.toDays() + " days"
        : ", within " + within.toHours() + " hours";
  }

  private void causes() {
    String first = before.causes().isEmpty() ? null : before.causes().get(0).code();
    if (!after.causes().isEmpty() && !after.causes().get(0).code().equals(first)) {
      Cause now = after.causes().get(0);
      add(
          Kind.FIRST_CAUSE,
          now.code(),
          now.display()
              + " comes first"
              + (first == null ? "." : ", instead of " + before.causes().get(0).display() + "."));
    }
    compare(
        Kind.CAUSE,
        byKey(before.causes(), Cause::code),
        byKey(after.causes(), Cause::code),
        Cause::code,
        (was, is) -> {
          if (is == null) {
            return (was == null ? "" : was.display()) + " is no longer listed.";
          }
          if (was == null) {
            return is.display() + " is listed, and " + Wording.of(is.likelihood()) + ".";
          }
          if (was.likelihood() != is.likelihood()) {
            return is.display()
                + " is "
                + Wording.of(is.likelihood())
                + " instead of "
                + Wording.of(was.likelihood())
                + ".";
          }
          return was.mustExclude() == is.mustExclude()
              ? null
              : is.display()
                  + (is.mustExclude() ? " must be excluded." : " no longer must be excluded.");
        });
  }

  private void advice() {
    compare(
        Kind.ADVICE,
        byKey(before.recommendations(), advice -> advice.code()),
        byKey(after.recommendations(), advice -> advice.code()),
        advice -> advice.code(),
        (was, is) ->
            is == null
                ? "No longer advised: " + advice(was == null ? "" : was.code()) + "."
                : was == null ? "Advised: " + advice(is.code()) + "." : null);
    compare(
        Kind.WITHHELD,
        byKey(before.withheld(), withheld -> withheld.code()),
        byKey(after.withheld(), withheld -> withheld.code()),
        withheld -> withheld.code(),
        (was, is) ->
            is == null
                ? "No longer withheld: " + advice(was == null ? "" : was.code()) + "."
                : was == null
                    ? "Withheld: " + advice(is.code()) + ". " + is.provenance().because()
                    : null);
  }

  private void rest() {
    compare(
        Kind.FACTOR,
        byKey(before.contributingFactors(), ContributingFactor::code),
        byKey(after.contributingFactors(), ContributingFactor::code),
        ContributingFactor::code,
        (was, is) ->
            is == null
                ? "No longer contributes: " + (was == null ? "" : was.display()) + "."
                : was == null ? "Contributes: " + is.display() + "." : null);
    compare(
        Kind.SCORE,
        byKey(before.scores(), Score::code),
        byKey(after.scores(), Score::code),
        Score::code,
        (was, is) -> {
          if (is == null) {
            return (was == null ? "" : was.display()) + ": no item holds any longer.";
          }
          return was != null && was.points() == is.points()
              ? null
              : is.display()
                  + ": "
                  + Numbers.plain(is.points())
                  + (was == null ? "" : " instead of " + Numbers.plain(was.points()))
                  + ". "
                  + is.meaning();
        });
    same(
        Kind.SAFETY_NET, before.safetyNet(), after.safetyNet(), "Watch for: ", "Not watched for: ");
    compare(
        Kind.NOT_EXCLUDED,
        byKey(before.notExcluded(), code -> code),
        byKey(after.notExcluded(), code -> code),
        code -> code,
        (was, is) ->
            is == null
                ? "Answered: " + finding(was == null ? "" : was) + "."
                : was == null ? "Open: " + finding(is) + "." : null);
    same(
        Kind.NOTE,
        before.dataNotes().stream().map(note -> note.text()).distinct().toList(),
        after.dataNotes().stream().map(note -> note.text()).distinct().toList(),
        "Noted: ",
        "No longer noted: ");
  }

  private void same(
      Kind kind, List<String> before, List<String> after, String added, String removed) {
    compare(
        kind,
        byKey(before, text -> text),
        byKey(after, text -> text),
        text -> "",
        (was, is) -> is == null ? removed + was : was == null ? added + is : null);
  }

  private interface Words<T> {
    /** Null where nothing is to be said. */
    @Nullable String of(@Nullable T was, @Nullable T is);
  }

  /** First what is now there, in its order, then what is no longer there. */
  private <T> void compare(
      Kind kind,
      Map<String, T> before,
      Map<String, T> after,
      Function<T, String> code,
      Words<T> words) {
    after.forEach((key, is) -> add(kind, code.apply(is), words.of(before.get(key), is)));
    before.forEach(
        (key, was) -> {
          if (!after.containsKey(key)) {
            add(kind, code.apply(was), words.of(was, null));
          }
        });
  }

  private static <T> Map<String, T> byKey(Collection<T> values, Function<T, String> key) {
    Map<String, T> map = new LinkedHashMap<>();
    values.forEach(value -> map.putIfAbsent(key.apply(value), value));
    return map;
  }

  private void add(Kind kind, String code, @Nullable String text) {
    if (text != null) {
      changes.add(new Change(kind, code, text));
    }
  }

  private String advice(String code) {
    AdviceDefinition advice = names.advice(code);
    return advice == null ? code : advice.display();
  }

  private String finding(String code) {
    FindingDefinition finding = names.finding(code);
    return finding == null ? code : finding.display();
  }
}
