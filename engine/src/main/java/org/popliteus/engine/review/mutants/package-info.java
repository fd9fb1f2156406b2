/**
 * Changes a knowledge base by one small step at a time, and asks which of the changes no scenario
 * would notice.
 */
@NullMarked
package org.popliteus.engine.review.mutants;

import org.jspecify.annotations.NullMarked;
