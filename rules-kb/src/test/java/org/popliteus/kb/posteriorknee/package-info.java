/** Holds the shipped knowledge base to its scenarios and to the invariants of the engine. */
@NullMarked
package org.popliteus.kb.posteriorknee;

import org.jspecify.annotations.NullMarked;
