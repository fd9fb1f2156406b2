/** Results as CSV and as SVG. */
@NullMarked
package org.popliteus.examples.benchmarks.plot;

import org.jspecify.annotations.NullMarked;
