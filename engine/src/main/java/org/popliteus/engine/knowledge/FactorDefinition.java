package org.popliteus.engine.knowledge;

import java.util.List;

/**
 * What contributes to the complaint without being its cause, and what prevents it.
 *
 * @param code the public code, for example {@code SUDDEN_LOAD}
 * @param display what a lay person may read
 * @param prevention what may prevent it
 * @param at where it is defined
 */
public record FactorDefinition(
    String code, String display, List<Prevention> prevention, Location at) {

  /**
   * One measure.
   *
   * @param text for a lay runner
   * @param grade how sure it is, as for a rule
   * @param sources ids of {@code sources.yaml}
   */
  public record Prevention(String text, String grade, List<String> sources) {}
}
