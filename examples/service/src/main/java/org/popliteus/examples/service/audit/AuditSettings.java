package org.popliteus.examples.service.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long assessments are kept.
 *
 * @param keepDays days after which one is deleted, at least 1
 * @param cleanUpEvery how long to wait between two clean-ups
 */
@ConfigurationProperties("popliteus.audit")
record AuditSettings(int keepDays, Duration cleanUpEvery) {

  AuditSettings {
    if (keepDays < 1) {
      throw new IllegalArgumentException(
          "popliteus.audit.keep-days is " + keepDays + "\n  Maybe 1 or more.");
    }
  }
}
