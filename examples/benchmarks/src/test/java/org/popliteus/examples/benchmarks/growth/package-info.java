@NullMarked
package org.popliteus.examples.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
