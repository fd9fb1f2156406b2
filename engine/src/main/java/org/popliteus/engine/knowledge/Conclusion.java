package org.popliteus.engine.knowledge;

/**
 * One call of a rule's {@code then}.
 *
 * @param kind what is concluded
 * @param subject the code of the cause, advice, factor or score, or the text of a note
 * @param number the ratio or the points; 0 where there is none
 * @param at where the call begins
 */
public record Conclusion(Kind kind, String subject, double number, Location at) {

  /** What a rule can conclude; the words are the methods of {@code Conclusions}. */
  public enum Kind {
    /** Evidence for a cause. */
    SUPPORTS("supports", true),
    /** Evidence against a cause. */
    OPPOSES("opposes", true),
    /** Cannot wait an hour. */
    EMERGENCY("emergency", false),
    /** Cannot wait a day. */
    SAME_DAY("sameDay", false),
    /** To be seen within days to two weeks. */
    SOON("soon", false),
    /** Gives an advice. */
    RECOMMEND("recommend", false),
    /** Stops an advice. */
    WITHHOLD("withhold", false),
    /** Names a contributing factor. */
    CONTRIBUTES("contributes", false),
    /** Counts points of a score. */
    SCORE("score", true),
    /** Says how an implausible answer was read. */
    NOTE("note", false);

    private final String word;
    private final boolean numbered;

    Kind(String word, boolean numbered) {
      this.word = word;
      this.numbered = numbered;
    }

    /** As a rule writes it. */
    public String word() {
      return word;
    }

    /** Whether the call takes a number after the code. */
    public boolean numbered() {
      return numbered;
    }

    /** Whether it raises the urgency. */
    public boolean escalates() {
      return this == EMERGENCY || this == SAME_DAY || this == SOON;
    }
  }
}
