package org.popliteus.examples.service.access;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.popliteus.examples.service.access.AccessSettings.Client;
import org.popliteus.examples.service.http.ProblemWriter;
import org.popliteus.examples.service.http.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.MappedJwtClaimSetConverter;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtIssuerAuthenticationManagerResolver;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * Whoever asks about a person shows a token that an allowed issuer has signed. The keys are those
 * that the settings name: what a token says about its own keys is not believed.
 */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
  /** What says nothing about anybody. */
  private static final String[] PUBLIC = {
    "/",
    "/vocabulary",
    "/cds-services",
    "/fhir/metadata",
    "/fhir/OperationDefinition/*",
    "/fhir/Questionnaire/*",
    "/v3/api-docs/**",
    "/page/**",
    "/swagger-ui.html",
    "/swagger-ui/**",
    "/actuator/**"
  };

  private static final Set<SignatureAlgorithm> ALGORITHMS =
      Set.of(
          SignatureAlgorithm.ES384,
          SignatureAlgorithm.RS384,
          SignatureAlgorithm.ES256,
          SignatureAlgorithm.RS256);

  @Bean
  SecurityFilterChain access(
      HttpSecurity http, AccessSettings settings, ProblemWriter problems, Clock clock)
      throws Exception {
    // without cookies there is nothing that another site could ride on
    http.csrf(csrf -> csrf.disable())
        .cors(cors -> cors.configurationSource(origins(settings)))
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    if (settings.open()) {
      return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll()).build();
    }
    AuthenticationEntryPoint refused = refused(problems);
    return http.authorizeHttpRequests(
            requests -> {
              requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
              requests.requestMatchers(HttpMethod.GET, PUBLIC).permitAll();
              if (settings.page()) {
                requests.requestMatchers(HttpMethod.POST, "/").permitAll();
              }
              requests.anyRequest().authenticated();
            })
        .oauth2ResourceServer(
            server ->
                server
                    .authenticationManagerResolver(issuers(settings, new UsedTokens(clock)))
                    .authenticationEntryPoint(refused))
        .exceptionHandling(handling -> handling.authenticationEntryPoint(refused))
        .build();
  }

  private static JwtIssuerAuthenticationManagerResolver issuers(
      AccessSettings settings, UsedTokens used) {
    Map<String, AuthenticationManager> issuers = new HashMap<>();
    for (Client client : settings.clients()) {
      NimbusJwtDecoder decoder =
          NimbusJwtDecoder.withJwkSetUri(client.keys().toString())
              .jwsAlgorithms(algorithms -> algorithms.addAll(ALGORITHMS))
              .build();
      decoder.setClaimSetConverter(AccessConfiguration::claims);
      decoder.setJwtValidator(
          new DelegatingOAuth2TokenValidator<>(
              new JwtTimestampValidator(TokenRules.SKEW),
              new JwtIssuerValidator(client.issuer()),
              new TokenRules(settings.baseUrl().toString())));
      JwtAuthenticationProvider provider = new JwtAuthenticationProvider(decoder);
      issuers.put(
          client.issuer(),
          shown -> {
            Authentication known = provider.authenticate(shown);
            if (known instanceof JwtAuthenticationToken token) {
              used.use(token.getToken());
            }
            return known;
          });
    }
    return new JwtIssuerAuthenticationManagerResolver(
        issuer -> {
          AuthenticationManager manager = issuers.get(issuer);
          if (manager == null) {
            throw new InvalidBearerTokenException("the issuer is not allowed");
          }
          return manager;
        });
  }

  /** As usual, but that a time of issue that was not said is not made up. */
  private static Map<String, Object> claims(Map<String, Object> said) {
    Map<String, Object> claims =
        new HashMap<>(
            Objects.requireNonNull(
                MappedJwtClaimSetConverter.withDefaults(Map.of()).convert(said)));
    if (said.get(JwtClaimNames.IAT) == null) {
      claims.remove(JwtClaimNames.IAT);
    }
    return claims;
  }

  private static AuthenticationEntryPoint refused(ProblemWriter problems) {
    BearerTokenAuthenticationEntryPoint bearer = new BearerTokenAuthenticationEntryPoint();
    return (request, response, e) -> {
      bearer.commence(request, response, e);
      problems.write(
          response,
          Refusal.detail(
              HttpStatus.UNAUTHORIZED,
              "the token is missing or not taken; WWW-Authenticate says why",
              "Maybe its issuer is not among popliteus.access.clients, or its time is over."));
    };
  }

  private static CorsConfigurationSource origins(AccessSettings settings) {
    CorsConfiguration cors = new CorsConfiguration();
    cors.setAllowedOrigins(settings.origins());
    cors.setAllowedMethods(List.of("GET", "POST"));
    cors.setAllowedHeaders(List.of("Authorization", "Content-Type"));
    UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
    source.registerCorsConfiguration("/**", cors);
    return source;
  }
}
