package org.popliteus.engine.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One clinical statement.
 *
 * @param id the stable id at the head of the name, for example {@code DVT-03}
 * @param name the whole name, as the rules compiler knows it
 * @param because the statement in one sentence
 * @param sources ids of {@code sources.yaml}
 * @param grade guideline, published, expert or lay
 * @param group findings that say the same thing share a group; null where it stands alone
 * @param status {@code draft} until a clinician has signed, then {@code reviewed}
 * @param reviewed date and name of the clinician who signed, or null
 * @param mustExclude the causes that an escalation must exclude
 * @param when all must hold
 * @param then what is concluded
 * @param packageName the package of its file
 * @param at where it begins
 */
public record RuleDefinition(
    String id,
    String name,
    String because,
    List<String> sources,
    String grade,
    @Nullable String group,
    String status,
    @Nullable String reviewed,
    List<String> mustExclude,
    List<Pattern> when,
    List<Conclusion> then,
    String packageName,
    Location at) {

  /** The same rule with other conditions and conclusions. */
  public RuleDefinition with(List<Pattern> when, List<Conclusion> then) {
    return new RuleDefinition(
        id,
        name,
        because,
        sources,
        grade,
        group,
        status,
        reviewed,
        mustExclude,
        when,
        then,
        packageName,
        at);
  }

  /** Whether it raises the urgency. */
  public boolean escalates() {
    for (Conclusion conclusion : then) {
      if (conclusion.kind().escalates()) {
        return true;
      }
    }
    return false;
  }

  /** Whether it waits for the conclusions of the first phase. */
  public boolean secondPhase() {
    return when.stream().anyMatch(pattern -> !pattern.fact().isFinding());
  }
}
