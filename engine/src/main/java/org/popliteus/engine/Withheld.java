package org.popliteus.engine;

import java.util.List;

/**
 * An advice that is not given, and why.
 *
 * @param code the public code, for example {@code ORAL_NSAID}
 * @param provenance the rule or the requirement that stops it
 * @param findings the codes whose answers stop it
 * @param unanswered the codes whose answers are missing
 */
public record Withheld(
    String code, Provenance provenance, List<String> findings, List<String> unanswered) {}
