package org.popliteus.engine;

import java.util.List;
import java.util.Map;

/**
 * What to do.
 *
 * @param code the public code, for example {@code ICE}
 * @param rank 1 is first
 * @param text for a lay runner
 * @param clinicianText for a clinician
 * @param parameters numbers as text, for example {@code minutes: 10-20}
 * @param priority the advice's own, 1 is first
 * @param causes the causes listed for which it is given
 * @param provenance the rule that gives it
 * @param alsoBy ids of further rules that give it
 */
public record Recommendation(
    String code,
    int rank,
    String text,
    String clinicianText,
    Map<String, String> parameters,
    int priority,
    List<String> causes,
    Provenance provenance,
    List<String> alsoBy) {}
