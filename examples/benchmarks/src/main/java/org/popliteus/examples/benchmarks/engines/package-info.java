/** Other rule engines on the same rules. */
@NullMarked
package org.popliteus.examples.benchmarks.engines;

import org.jspecify.annotations.NullMarked;
