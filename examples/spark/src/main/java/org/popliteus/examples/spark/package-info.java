/** Assesses many presentations as one job of Apache Spark. */
@NullMarked
package org.popliteus.examples.spark;

import org.jspecify.annotations.NullMarked;
