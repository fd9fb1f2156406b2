package org.popliteus.engine.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.knowledge.Conclusion.Kind;

/**
 * Finds rules that say again what another says.
 *
 * <p><b>Twins</b> ask exactly the same, however it is written, and share a conclusion: both speak
 * for or against the same cause (whatever the ratios and groups: the same evidence would count
 * twice), give the same points, the same action, advice, factor or note. Two conclusions about
 * different causes from the same finding are no twins: one clinical statement is one rule.
 *
 * <p>A rule is <b>swallowed</b> by a broader one when the broader one holds whenever it holds, and
 * already says all that it says:
 *
 * <ul>
 *   <li>evidence: the same cause and direction in the same group, with a ratio at least as strong,
 *       so that the narrower one never counts. With a stronger ratio, or in no common group, it is
 *       graded or further evidence;
 *   <li>an escalation: the same action at the same or a higher urgency, or any action at a higher
 *       one, and no cause more to exclude;
 *   <li>an advice given for no cause more, an advice withheld, a factor, a note: the same one.
 * </ul>
 *
 * <p>An escalation says by itself all that goes with it, so what it recommends or withholds is not
 * held against a rule of {@code advice/} that says the same: either may change without the other.
 *
 * <p>Points of a score always add up, so a rule with points is never swallowed. What would be
 * swallowed only by several broader rules together is not looked for.
 */
final class RepeatCheck {
  private final Diagnostics diagnostics;
  private final Map<String, List<Compared>> bySaying = new HashMap<>();

  RepeatCheck(List<Compared> rules, Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    for (Compared rule : rules) {
      for (String saying : sayings(rule.rule())) {
        bySaying.computeIfAbsent(saying, s -> new ArrayList<>()).add(rule);
      }
    }
  }

  private static List<String> sayings(RuleDefinition rule) {
    return rule.then().stream().map(RepeatCheck::saying).distinct().toList();
  }

  /** Equal for conclusions of which one may say what the other says. */
  private static String saying(Conclusion conclusion) {
    return switch (conclusion.kind()) {
      case EMERGENCY, SAME_DAY, SOON -> "urgency";
      case SUPPORTS, OPPOSES -> "cause " + conclusion.subject();
      default -> conclusion.kind().word() + " " + conclusion.subject();
    };
  }

  /** Reports what one rule repeats of itself or of another; at most one message. */
  void check(Compared rule) {
    Compared twin = null;
    Compared broader = null;
    for (String saying : sayings(rule.rule())) {
      for (Compared other : bySaying.getOrDefault(saying, List.of())) {
        int place = other.rule().at().compareTo(rule.rule().at());
        boolean apart = other.rule().escalates() != rule.rule().escalates();
        if (place == 0 || apart || !rule.premises().imply(other.premises())) {
          continue;
        }
        boolean equal = other.premises().imply(rule.premises());
        boolean later = place < 0;
        if (equal && later && twin == null && shared(rule.rule(), other.rule()) != null) {
          twin = other;
        } else if ((!equal || later) && broader == null && swallows(other, rule)) {
          broader = other;
        }
      }
    }
    if (twin != null) {
      // what was meant instead may be what nothing else uses
      diagnostics.lack("findings.yaml");
      diagnostics.report(
          rule.rule().at(),
          rule.rule().id()
              + " asks the same as "
              + twin.named()
              + ", and both "
              + shared(rule.rule(), twin.rule()),
          "Maybe delete one of them, or change what this one asks.");
    } else if (broader != null) {
      diagnostics.reportUntidy(
          rule.rule().at(),
          rule.rule().id()
              + " says nothing more than "
              + broader.named()
              + ", which holds whenever it holds",
          "Maybe delete it, or give it a stronger conclusion.");
    } else {
      itself(rule.rule());
    }
  }

  /** A call that stands twice in one rule. */
  private void itself(RuleDefinition rule) {
    for (int i = 0; i < rule.then().size(); i++) {
      Conclusion later = rule.then().get(i);
      for (Conclusion earlier : rule.then().subList(0, i)) {
        boolean again =
            saying(later).equals(saying(earlier))
                && (!later.kind().escalates() || later.subject().equals(earlier.subject()));
        if (again) {
          diagnostics.report(
              later.at(),
              rule.id() + " speaks of " + later.subject() + " twice in the same way",
              "Maybe delete one of the two calls, or another code is meant.");
          return;
        }
      }
    }
  }

  /** What twins both say, in words; null where they share no conclusion. */
  private static @Nullable String shared(RuleDefinition rule, RuleDefinition other) {
    for (Conclusion mine : rule.then()) {
      for (Conclusion theirs : other.then()) {
        boolean same =
            saying(mine).equals(saying(theirs))
                && (!mine.kind().escalates() || mine.subject().equals(theirs.subject()));
        if (same) {
          return switch (mine.kind()) {
            case SUPPORTS, OPPOSES ->
                mine.kind() == theirs.kind()
                    ? (mine.kind() == Kind.SUPPORTS ? "support " : "oppose ") + mine.subject()
                    : "speak of " + mine.subject() + ", one for and one against it";
            case EMERGENCY, SAME_DAY, SOON -> "ask for " + mine.subject();
            case RECOMMEND -> "recommend " + mine.subject();
            case WITHHOLD -> "withhold " + mine.subject();
            case CONTRIBUTES -> "name the factor " + mine.subject();
            case SCORE -> "give points of " + mine.subject();
            case NOTE -> "note the same";
          };
        }
      }
    }
    return null;
  }

  private static boolean swallows(Compared broad, Compared narrow) {
    return narrow.rule().then().stream()
        .allMatch(
            wanted ->
                broad.rule().then().stream().anyMatch(said -> covers(said, broad, wanted, narrow)));
  }

  private static boolean covers(
      Conclusion said, Compared broad, Conclusion wanted, Compared narrow) {
    if (!saying(said).equals(saying(wanted))) {
      return false;
    }
    return switch (wanted.kind()) {
      case SUPPORTS, OPPOSES ->
          said.kind() == wanted.kind()
              && narrow.rule().group() != null
              && narrow.rule().group().equals(broad.rule().group())
              && Math.abs(Math.log(said.number())) >= Math.abs(Math.log(wanted.number()));
      case EMERGENCY, SAME_DAY, SOON -> {
        int higher = wanted.kind().compareTo(said.kind());
        yield (higher > 0 || (higher == 0 && said.subject().equals(wanted.subject())))
            && broad.rule().mustExclude().containsAll(narrow.rule().mustExclude());
      }
      case RECOMMEND -> broad.premises().suspected().containsAll(narrow.premises().suspected());
      case WITHHOLD, CONTRIBUTES, NOTE -> true;
      case SCORE -> false;
    };
  }
}
