/** What to ask next: what it costs, and how many questions it takes. */
@NullMarked
package org.popliteus.examples.benchmarks.asking;

import org.jspecify.annotations.NullMarked;
