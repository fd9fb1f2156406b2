package org.popliteus.engine.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A test that a clinical reviewer writes: what is known of a person who does not exist, and what
 * the answer must be.
 *
 * @param name a sentence, unique in its file
 * @param given answers by code, as a host gives them: "present", "absent", a number, an option
 * @param expectations what the answer must be
 * @param at where it begins
 */
public record Scenario(
    String name, Map<String, Object> given, List<Expectation> expectations, Location at) {

  /**
   * One thing that the answer must be.
   *
   * @param kind what is expected
   * @param values rule ids, codes, an urgency, or true or false; for what a rule says its id and,
   *     after a space, that
   * @param points the points expected by score; empty for all else
   * @param at where it stands
   */
  public record Expectation(
      Kind kind, List<String> values, Map<String, Double> points, Location at) {}

  /** What a scenario can expect; the words are these names in lower case with hyphens. */
  public enum Kind {
    /** Exactly this urgency. */
    URGENCY,
    /** This urgency or a higher one. */
    URGENCY_AT_LEAST,
    /** These rules fire. */
    FIRES,
    /** These rules do not. */
    SILENT,
    /**
     * These rules say this in the answer: how strongly they speak for or against a cause, how
     * urgent they make it, or which advice they stop.
     */
    SAYS,
    /** This cause has the greatest share. */
    FIRST,
    /** These causes are among the first three. */
    AMONG_FIRST_THREE,
    /** These causes are likely. */
    LIKELY,
    /** These causes are not. */
    NOT_LIKELY,
    /** These causes do not stand in the answer. */
    NOT_LISTED,
    /** These causes must be excluded. */
    MUST_EXCLUDE,
    /** These escalations stand in the answer. */
    ESCALATIONS,
    /** These advices are given. */
    RECOMMENDS,
    /** These advices are withheld. */
    WITHHOLDS,
    /** These advices are not given. */
    DOES_NOT_RECOMMEND,
    /** These factors contribute. */
    CONTRIBUTES,
    /** These scores have these sums. */
    SCORES,
    /** Whether the answer is provisional. */
    PROVISIONAL;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As a scenario file writes it. */
    public String word() {
      return word;
    }
  }

  /** The values of every expectation of a kind. */
  public List<String> expected(Kind kind) {
    return expectations.stream()
        .filter(expectation -> expectation.kind() == kind)
        .flatMap(expectation -> expectation.values().stream())
        .toList();
  }
}
