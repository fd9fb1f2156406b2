package org.popliteus.engine;

import java.util.List;

/**
 * What contributes to the complaint without being its cause.
 *
 * @param code the public code, for example {@code SUDDEN_LOAD}
 * @param display what a lay person may read
 * @param provenance the rule that says so
 * @param findings the codes that matched
 * @param prevention what may prevent it
 */
public record ContributingFactor(
    String code,
    String display,
    Provenance provenance,
    List<String> findings,
    List<String> prevention) {}
