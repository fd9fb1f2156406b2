/** Which knowledge base answers, and what it asks. */
@NullMarked
package org.popliteus.examples.service.knowledge;

import org.jspecify.annotations.NullMarked;
