/** The README's program. */
@NullMarked
package org.popliteus.examples.quickstart;

import org.jspecify.annotations.NullMarked;
