/** What a clinical reviewer uses: scenarios run, what they cover, and failures told in words. */
@NullMarked
package org.popliteus.engine.review;

import org.jspecify.annotations.NullMarked;
