/** All contestants on the same people, measured by JMH. */
@NullMarked
package org.popliteus.examples.benchmarks.contest;

import org.jspecify.annotations.NullMarked;
