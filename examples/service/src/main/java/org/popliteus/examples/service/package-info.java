/** An HTTP service around one advisor. */
@NullMarked
package org.popliteus.examples.service;

import org.jspecify.annotations.NullMarked;
