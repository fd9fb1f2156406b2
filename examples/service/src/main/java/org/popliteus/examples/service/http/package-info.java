/** What holds for every request: its size, and what goes wrong. */
@NullMarked
package org.popliteus.examples.service.http;

import org.jspecify.annotations.NullMarked;
