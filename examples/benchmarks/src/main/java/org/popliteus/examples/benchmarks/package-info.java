/** What an assessment costs, against the same rules written by hand. */
@NullMarked
package org.popliteus.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
