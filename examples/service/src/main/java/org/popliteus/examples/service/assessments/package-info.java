/** A presentation in, an assessment out. */
@NullMarked
package org.popliteus.examples.service.assessments;

import org.jspecify.annotations.NullMarked;
