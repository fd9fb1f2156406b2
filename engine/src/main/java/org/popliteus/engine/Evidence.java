package org.popliteus.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one rule says for or against one cause.
 *
 * @param provenance the rule
 * @param ratio the likelihood ratio: above 1 speaks for the cause, below 1 against it
 * @param counted whether it entered the ranking; not if a stronger one of its group did, or if it
 *     rests on contradicting answers alone
 * @param group findings that say the same thing share a group; null where it stands alone
 * @param findings the codes that matched
 */
public record Evidence(
    Provenance provenance,
    double ratio,
    boolean counted,
    @Nullable String group,
    List<String> findings) {}
