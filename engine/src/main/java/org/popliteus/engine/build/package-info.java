/** What the build of a knowledge base calls; a host has no use for it. */
@NullMarked
package org.popliteus.engine.build;

import org.jspecify.annotations.NullMarked;
