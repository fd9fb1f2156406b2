/**
 * The practical limit: the decisions of an advisor by loops over flat arrays, made from the same
 * knowledge base.
 */
@NullMarked
package org.popliteus.examples.benchmarks.byhand;

import org.jspecify.annotations.NullMarked;
