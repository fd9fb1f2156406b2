/** What an edit of a knowledge base changes: in its words, and in the answers that people get. */
@NullMarked
package org.popliteus.engine.review.diff;

import org.jspecify.annotations.NullMarked;
