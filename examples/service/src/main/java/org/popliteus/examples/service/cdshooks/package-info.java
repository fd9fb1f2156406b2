/** CDS Hooks 2.0: cards for who opens a patient's record. */
@NullMarked
package org.popliteus.examples.service.cdshooks;

import org.jspecify.annotations.NullMarked;
