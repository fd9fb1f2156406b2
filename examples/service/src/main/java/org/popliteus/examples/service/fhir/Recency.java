package org.popliteus.examples.service.fhir;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether something said at a time is about today. */
@Component
class Recency {
  private final int newestDays;

  Recency(FhirSettings settings) {
    this.newestDays = settings.newestDays();
  }

  /**
   * When it was said; now, where nothing is said. Empty, with an issue, where it does not count.
   */
  Optional<Instant> of(@Nullable Date date, String where, Gathered gathered) {
    Instant now = gathered.now();
    Instant at = date == null ? now : date.toInstant();
    // clocks of two machines differ
    if (at.isAfter(now.plus(Duration.ofMinutes(5)))) {
      gathered.error(where, "its time is in the future", "Maybe the date is mistyped.");
      return Optional.empty();
    }
    if (at.isBefore(now.minus(Duration.ofDays(newestDays)))) {
      gathered.warning(
          where,
          "it is older than " + newestDays + " days, and says nothing about today",
          "Maybe ask again.");
      return Optional.empty();
    }
    return Optional.of(at);
  }
}
