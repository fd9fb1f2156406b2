/**
 * What a rule touches: the findings of one person, and what the first phase concluded from them.
 *
 * <p>No type here shows its values in {@code toString}: what a person answered must not reach a
 * log.
 */
@NullMarked
package org.popliteus.engine.fact;

import org.jspecify.annotations.NullMarked;
