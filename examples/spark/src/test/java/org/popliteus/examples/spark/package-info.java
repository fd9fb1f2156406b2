@NullMarked
package org.popliteus.examples.spark;

import org.jspecify.annotations.NullMarked;
