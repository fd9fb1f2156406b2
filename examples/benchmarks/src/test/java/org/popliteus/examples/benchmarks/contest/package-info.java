@NullMarked
package org.popliteus.examples.benchmarks.contest;

import org.jspecify.annotations.NullMarked;
