package org.popliteus.engine;

import java.time.Duration;
import java.util.List;

/**
 * A reason to be seen.
 *
 * @param provenance the rule that says so
 * @param urgency how soon; never SELF_CARE
 * @param action the code of the advice to follow
 * @param within the time in which the action must have happened
 * @param findings the codes that matched
 * @param mustExclude the causes that must be excluded
 */
public record Escalation(
    Provenance provenance,
    Urgency urgency,
    String action,
    Duration within,
    List<String> findings,
    List<String> mustExclude) {}
