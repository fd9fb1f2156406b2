package org.popliteus.engine.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a fact of the sources that the knowledge base began with has gone.
 *
 * @param fact the id of the fact, or of a conflict between sources, for example {@code S0-12}
 * @param says the fact, or how the conflict was resolved, in short
 * @param carriedBy ids of rules, and codes of findings, causes, advice, factors or scores
 * @param notUsed why nothing carries it; null where something does
 * @param at where it stands
 */
public record TraceDefinition(
    String fact, String says, List<String> carriedBy, @Nullable String notUsed, Location at) {

  /** Whether it is a conflict between sources and not a fact: its id is C-1, E-1 or the like. */
  public boolean isConflict() {
    return fact.startsWith("C-") || fact.startsWith("E-");
  }
}
