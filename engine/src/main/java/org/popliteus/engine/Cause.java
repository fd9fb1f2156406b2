package org.popliteus.engine;

import java.util.List;

/**
 * What may cause the complaint.
 *
 * @param code the public code, for example {@code MENISCUS_TEAR}
 * @param display what a lay person may read
 * @param rank 1 for the greatest share
 * @param likelihood how much of the suspicion it holds among its rivals
 * @param share its part of the suspicion, 0 to 1, rounded half-even to 4 decimals; over all causes
 *     listed the shares add up to 1 but for rounding. A ranking aid, not a calibrated probability
 * @param mustExclude whether an escalation demands that it be excluded, whatever its share
 * @param accompanies codes of other causes listed here that may exist together with it
 * @param evidence for and against, by rule
 * @param confirm what confirms it
 * @param confirmedBy who does that
 */
public record Cause(
    String code,
    String display,
    int rank,
    Likelihood likelihood,
    double share,
    boolean mustExclude,
    List<String> accompanies,
    List<Evidence> evidence,
    String confirm,
    String confirmedBy) {}
