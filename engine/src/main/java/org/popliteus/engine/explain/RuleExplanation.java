package org.popliteus.engine.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.knowledge.Location;
import org.popliteus.engine.knowledge.SourceDefinition;

/**
 * One rule, held against one person: why it fired, or why not.
 *
 * @param id the rule, for example {@code DVT-03}
 * @param fired whether it fired
 * @param because its statement in one sentence
 * @param lines its conditions, all of which must hold
 * @param miss with which answers it would have fired; null where it fired, and where no such
 *     answers are known
 * @param sources what it cites
 * @param at its file and line
 * @param grade guideline, published, expert or lay
 * @param status {@code draft} or {@code reviewed}
 * @param text why it fired, or why not, in words
 */
public record RuleExplanation(
    String id,
    boolean fired,
    String because,
    List<LineExplanation> lines,
    @Nullable Miss miss,
    List<SourceDefinition> sources,
    Location at,
    String grade,
    String status,
    String text) {

  /** Names the rule alone. */
  @Override
  public String toString() {
    return "RuleExplanation of " + id;
  }
}
