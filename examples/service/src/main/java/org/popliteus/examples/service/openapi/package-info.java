/** The description of the HTTP interface. */
@NullMarked
package org.popliteus.examples.service.openapi;

import org.jspecify.annotations.NullMarked;
