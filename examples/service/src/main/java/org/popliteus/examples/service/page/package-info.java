/**
 * The page at {@code /}: asks a person one question after another and shows the answer as it forms.
 * What was answered travels in the form alone; nothing is kept before the answer is given.
 */
@NullMarked
package org.popliteus.examples.service.page;

import org.jspecify.annotations.NullMarked;
