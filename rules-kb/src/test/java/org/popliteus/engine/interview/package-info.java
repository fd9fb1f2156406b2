@NullMarked
package org.popliteus.engine.interview;

import org.jspecify.annotations.NullMarked;
