package org.popliteus.engine.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule as a reviewer reads it.
 *
 * @param rule its id and what it states
 * @param because why
 * @param conditions all must hold
 * @param weights what it says for or against causes
 * @param escalations the urgencies it raises
 * @param effects what else it does
 * @param mustExclude the causes that an escalation must exclude
 * @param sources what it cites
 * @param grade how sure it is
 * @param group the group whose strongest member alone counts; null where it stands alone
 * @param status draft or reviewed
 * @param reviewed who signed it, and when
 * @param place file and line
 * @param remark the comment above it; may be empty
 * @param coverage the anchor of its scenarios; null for a rule that no scenario must name
 * @param fires how many scenarios of its file expect it to fire
 * @param silent how many expect it not to
 */
record RuleCard(
    Term rule,
    String because,
    List<Words.Condition> conditions,
    List<Weight> weights,
    List<Action> escalations,
    List<Effect> effects,
    List<Term> mustExclude,
    List<Term> sources,
    String grade,
    @Nullable String group,
    String status,
    @Nullable String reviewed,
    String place,
    String remark,
    @Nullable String coverage,
    int fires,
    int silent) {

  /**
   * What an escalation asks for.
   *
   * @param urgency emergency, same-day or soon
   * @param action the advice that must be followed
   * @param within the time for it, in words
   */
  record Action(String urgency, Term action, String within) {}

  /**
   * Conclusions of one kind.
   *
   * @param word the kind, in words
   * @param subjects what they are about
   * @param text what a note says; empty for all else
   */
  record Effect(String word, List<Subject> subjects, String text) {}

  /**
   * What a conclusion is about.
   *
   * @param term the advice, factor or score
   * @param points the points of a score; empty for all else
   */
  record Subject(Term term, String points) {}
}
