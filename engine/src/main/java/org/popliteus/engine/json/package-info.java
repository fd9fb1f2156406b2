/**
 * The JSON of a presentation and of its answer, the same for every host. Needs {@code
 * com.fasterxml.jackson.core:jackson-core} on the class path. The schemas of both sides stand
 * beside the classes: {@code presentation.schema.json} and {@code assessment.schema.json}.
 */
@NullMarked
package org.popliteus.engine.json;

import org.jspecify.annotations.NullMarked;
