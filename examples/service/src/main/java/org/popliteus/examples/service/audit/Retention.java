package org.popliteus.examples.service.audit;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes what has been kept for long enough. */
@Component
class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  private final AuditTrail trail;
  private final Clock clock;
  private final Duration keep;

  Retention(AuditTrail trail, Clock clock, AuditSettings settings) {
    this.trail = trail;
    this.clock = clock;
    this.keep = Duration.ofDays(settings.keepDays());
  }

  @Scheduled(fixedDelayString = "${popliteus.audit.clean-up-every}")
  void cleanUp() {
    int deleted = trail.deleteBefore(clock.instant().minus(keep));
    if (deleted > 0) {
      LOG.info("deleted {} assessments older than {} days", deleted, keep.toDays());
    }
  }
}
