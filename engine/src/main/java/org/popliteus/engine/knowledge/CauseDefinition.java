package org.popliteus.engine.knowledge;

import java.util.List;

/**
 * What may cause the complaint.
 *
 * @param code the public code, for example {@code BAKERS_CYST}
 * @param display what a lay person may read
 * @param baseRate the class of {@code kb.yaml} that says how common it is among those who ask
 * @param odds the prior odds of that class
 * @param baseRateBecause why that class
 * @param reviewWhenLikely whether a clinician should see it soon when it is likely
 * @param accompanies causes that exist together with it in practice, both ways round
 * @param confirm what confirms it
 * @param confirmedBy who does that
 * @param sources ids of {@code sources.yaml}
 * @param at where it is defined
 */
public record CauseDefinition(
    String code,
    String display,
    String baseRate,
    double odds,
    String baseRateBecause,
    boolean reviewWhenLikely,
    List<String> accompanies,
    String confirm,
    String confirmedBy,
    List<String> sources,
    Location at) {}
