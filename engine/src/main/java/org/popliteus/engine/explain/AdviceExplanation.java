package org.popliteus.engine.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an advice is given, withheld, or not given at all.
 *
 * @param code the advice
 * @param display its short name
 * @param state which of these
 * @param giving the rules that give it, escalations first, then by id
 * @param withholding the rules that withhold it, by id
 * @param requirements what must be known to hold before it is given, in words, each with whether it
 *     does
 * @param seenFirst the escalation because of which it waits until the person has been seen; null
 *     where there is none
 * @param missing where it is not given, the rules that would give it and did not fire, nearest
 *     first
 * @param miss with which answers it would be given; null where it is, and where none are known
 */
public record AdviceExplanation(
    String code,
    String display,
    State state,
    List<RuleExplanation> giving,
    List<RuleExplanation> withholding,
    List<LineExplanation> requirements,
    @Nullable RuleExplanation seenFirst,
    List<RuleExplanation> missing,
    @Nullable Miss miss) {

  /** What became of an advice. */
  public enum State {
    /** It is recommended, or stands in the safety net. */
    GIVEN,
    /** Something gives it or not, and something stops it. */
    WITHHELD,
    /** Nothing gives it. */
    NOT_GIVEN
  }

  /** The same in a few sentences. */
  public String text() {
    StringBuilder text = new StringBuilder(display);
    switch (state) {
      case GIVEN -> text.append(" is advised.");
      case WITHHELD -> text.append(" is withheld.");
      case NOT_GIVEN -> text.append(" is not advised.");
    }
    giving.forEach(rule -> text.append(" For it: ").append(said(rule)));
    withholding.forEach(rule -> text.append(" Against it: ").append(said(rule)));
    if (state == State.GIVEN) {
      return text.toString();
    }
    if (giving.isEmpty()) {
      text.append(" No rule asks for it.");
    }
    for (LineExplanation requirement : requirements) {
      if (requirement.state() != LineExplanation.State.HOLDS) {
        boolean open = requirement.state() == LineExplanation.State.UNKNOWN;
        text.append(open ? " It is not known whether this holds: " : " This does not hold: ");
        text.append(requirement.wanted()).append(".");
      }
    }
    if (seenFirst != null) {
      text.append(" It waits until the person has been seen. ").append(seenFirst.because());
    }
    if (miss != null) {
      text.append(" It would be advised ").append(miss.text()).append(".");
    }
    return text.toString();
  }

  private static String said(RuleExplanation rule) {
    return rule.because() + " " + rule.text();
  }

  /** Names the advice alone. */
  @Override
  public String toString() {
    return "AdviceExplanation of " + code;
  }
}
