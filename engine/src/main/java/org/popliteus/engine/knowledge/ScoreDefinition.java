package org.popliteus.engine.knowledge;

import java.util.List;

/**
 * A published score; its items are rules.
 *
 * @param code the public code, for example {@code WELLS_DVT}
 * @param display its name
 * @param cutOff the sum from which {@code atLeast} holds
 * @param below what a sum below the cut-off means
 * @param atLeast what a sum at or above the cut-off means
 * @param sources ids of {@code sources.yaml}
 * @param at where it is defined
 */
public record ScoreDefinition(
    String code,
    String display,
    double cutOff,
    String below,
    String atLeast,
    List<String> sources,
    Location at) {}
