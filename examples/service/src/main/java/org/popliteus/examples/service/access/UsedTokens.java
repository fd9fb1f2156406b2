package org.popliteus.examples.service.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/**
 * A token counts once: whoever overhears it cannot send it again. Remembered in this process alone,
 * until its time is over; a host that runs several processes keeps this where all of them see it.
 */
final class UsedTokens {
  private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

  private final Map<String, Instant> used = new ConcurrentHashMap<>();
  private final Clock clock;
  private volatile Instant nextSweep;

  UsedTokens(Clock clock) {
    this.clock = clock;
    this.nextSweep = clock.instant().plus(BETWEEN_SWEEPS);
  }

  /**
   * Uses a token that is sound in all else, so that it has an id and an end.
   *
   * @throws InvalidBearerTokenException if it was used before
   */
  void use(Jwt token) {
    Instant now = clock.instant();
    if (now.isAfter(nextSweep)) {
      nextSweep = now.plus(BETWEEN_SWEEPS);
      used.values().removeIf(over -> over.isBefore(now));
    }
    Instant over = Objects.requireNonNull(token.getExpiresAt()).plus(TokenRules.SKEW);
    if (used.putIfAbsent(token.getClaimAsString("iss") + " " + token.getId(), over) != null) {
      throw new InvalidBearerTokenException("the token was used before");
    }
  }
}
