/** Who may ask. */
@NullMarked
package org.popliteus.examples.service.access;

import org.jspecify.annotations.NullMarked;
