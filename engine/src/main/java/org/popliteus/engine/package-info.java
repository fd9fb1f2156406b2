/**
 * What a host touches: one {@link org.popliteus.engine.Advisor}, a {@link
 * org.popliteus.engine.Presentation} in, an {@link org.popliteus.engine.Assessment} out.
 */
@NullMarked
package org.popliteus.engine;

import org.jspecify.annotations.NullMarked;
