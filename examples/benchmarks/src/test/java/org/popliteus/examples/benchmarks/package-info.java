@NullMarked
package org.popliteus.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
