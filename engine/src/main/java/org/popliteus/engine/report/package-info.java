/**
 * What a knowledge base says, as one HTML file that a clinical reviewer reads instead of its rule
 * files. Needs {@code org.freemarker:freemarker} on the class path.
 */
@NullMarked
package org.popliteus.engine.report;

import org.jspecify.annotations.NullMarked;
