@NullMarked
package org.popliteus.examples.service;

import org.jspecify.annotations.NullMarked;
