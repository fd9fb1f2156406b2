package org.popliteus.engine.review.mutants;

import java.util.Locale;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Location;

/**
 * One small change of a knowledge base, which a scenario should notice.
 *
 * @param kind what kind of change
 * @param stakes what is at stake
 * @param subject the id of the rule, or {@code requires:} and the code of the advice
 * @param change what would be different, as a clause that begins with the subject
 * @param next what scenario may be missing; a sentence that begins with Maybe
 * @param at where the changed words stand
 * @param edit the change itself
 */
public record Mutant(
    Kind kind, Stakes stakes, String subject, String change, String next, Location at, Edit edit) {

  /** The kinds of change; the words are these names in lower case with hyphens. */
  public enum Kind {
    /** An urgency lowered by a level; SOON becomes none. */
    LOWER_ESCALATION,
    /** One withholding of a rule, or one requirement of an advice, left out. */
    DROP_CONTRAINDICATION,
    /** A whole rule left out. */
    DROP_RULE,
    /** One line of a rule's {@code when} left out, or one further limit of a line. */
    DROP_CONDITION,
    /** One of several codes, options, causes or urgencies of a line left out. */
    DROP_ALTERNATIVE,
    /** Present where it was absent, absent where it was present. */
    SWAP_ANSWER,
    /** A limit moved up or down by the smallest step in which its number is written. */
    MOVE_THRESHOLD,
    /** A likelihood ratio made one class weaker or stronger. */
    CHANGE_WEIGHT;

    /** As the command line writes it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What is at stake where a change goes unnoticed; the worst first. */
  public enum Stakes {
    /** The rule raises the urgency. */
    ESCALATION,
    /** The rule withholds advice, or the advice has a requirement. */
    CONTRAINDICATION,
    /** All else. */
    OTHER;

    /** In the plural and in lower case. */
    public String word() {
      return this == OTHER ? "others" : name().toLowerCase(Locale.ROOT) + "s";
    }
  }

  /** A change that can be made to a knowledge base. */
  sealed interface Edit permits RuleEdit, AdviceEdit {

    /** The knowledge base with the change. */
    KnowledgeBase apply(KnowledgeBase knowledge);

    /** Whether the answer to this person may change; if not, it stays what it was. */
    boolean touches(Person person);

    /** Whether a rule now fires, or does not, against what the person's scenario expects of it. */
    boolean breaks(Person person);
  }

  /** The words after {@code file:line:column}, and the next step below. */
  @Override
  public String toString() {
    String stake = stakes == Stakes.OTHER ? "" : stakes.name().toLowerCase(Locale.ROOT) + ": ";
    return at + ": " + stake + change + "\n  " + next;
  }
}
