package org.popliteus.engine.review.diff;

import java.util.List;

/**
 * One person who stands for all to whom the same happens.
 *
 * @param kind what differs
 * @param effect the person, and both answers; who was drawn is reduced to the answers that matter
 * @param alike how many others there are
 * @param makers the changes that made the difference, as far as can be told from the rules that
 *     fired
 */
public record Example(Effect.Kind kind, Effect effect, int alike, List<Change> makers) {}
