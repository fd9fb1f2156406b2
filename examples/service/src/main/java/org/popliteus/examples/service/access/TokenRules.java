package org.popliteus.examples.service.access;

import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** What CDS Hooks asks of a token besides its signature, issuer and time. */
final class TokenRules implements OAuth2TokenValidator<Jwt> {
  /** How far the clocks of two machines may differ. */
  static final Duration SKEW = Duration.ofSeconds(30);

  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final String baseUrl;

  TokenRules(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  @Override
  public OAuth2TokenValidatorResult validate(Jwt token) {
    if (token.getExpiresAt() == null || token.getIssuedAt() == null || token.getId() == null) {
      return refused("the token needs exp, iat and jti");
    }
    if (Duration.between(token.getIssuedAt(), token.getExpiresAt()).compareTo(LONGEST) > 0) {
      return refused("the token holds for more than five minutes");
    }
    List<String> audience = token.getAudience();
    if (audience == null || audience.stream().noneMatch(this::isHere)) {
      return refused("the token is for another audience than " + baseUrl);
    }
    return OAuth2TokenValidatorResult.success();
  }

  private boolean isHere(String audience) {
    return audience.equals(baseUrl) || audience.startsWith(baseUrl + "/");
  }

  private static OAuth2TokenValidatorResult refused(String why) {
    return OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", why, null));
  }
}
