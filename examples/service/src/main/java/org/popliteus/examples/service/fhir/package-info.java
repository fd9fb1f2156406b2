/** FHIR R4 in and out. */
@NullMarked
package org.popliteus.examples.service.fhir;

import org.jspecify.annotations.NullMarked;
