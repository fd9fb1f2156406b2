/**
 * Why an assessment says what it says, why it does not say something else, and what changes when an
 * answer changes.
 */
@NullMarked
package org.popliteus.engine.explain;

import org.jspecify.annotations.NullMarked;
