/** How build, load, memory and assessment grow with the rules and with what fires. */
@NullMarked
package org.popliteus.examples.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
