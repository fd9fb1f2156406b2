/** Every assessment as it was given, to be read, replayed and deleted. */
@NullMarked
package org.popliteus.examples.service.audit;

import org.jspecify.annotations.NullMarked;
