/**
 * What to ask next, and when to stop: the questions whose answers are expected to change most, and
 * whether any set of answers could still raise the urgency.
 */
@NullMarked
package org.popliteus.engine.interview;

import org.jspecify.annotations.NullMarked;
