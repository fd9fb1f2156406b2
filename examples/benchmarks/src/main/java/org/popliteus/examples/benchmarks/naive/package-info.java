/** Drools as a newcomer would use it. */
@NullMarked
package org.popliteus.examples.benchmarks.naive;

import org.jspecify.annotations.NullMarked;
