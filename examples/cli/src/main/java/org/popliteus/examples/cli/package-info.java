/** The commands of {@code popliteus.jar}: a class each, on the public API alone. */
@NullMarked
package org.popliteus.examples.cli;

import org.jspecify.annotations.NullMarked;
