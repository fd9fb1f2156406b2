package org.popliteus.examples.service.access;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may ask.
 *
 * @param open whether everybody may, without a token
 * @param page whether everybody may use the page at {@code /}, though all else needs a token
 * @param baseUrl how clients call this service; a token's audience is it, or an address below it
 * @param clients whose tokens are taken
 * @param origins of the pages whose scripts may ask (CORS)
 */
@ConfigurationProperties("popliteus.access")
public record AccessSettings(
    boolean open,
    boolean page,
    URI baseUrl,
    @DefaultValue List<Client> clients,
    @DefaultValue List<String> origins) {

  /**
   * Somebody who signs tokens.
   *
   * @param issuer as the tokens name it
   * @param keys where its public keys are, as a JSON Web Key Set
   */
  public record Client(String issuer, URI keys) {}

  /** Refuses settings with which nobody may ask. */
  public AccessSettings {
    if (!open && clients.isEmpty()) {
      throw new IllegalArgumentException(
          "nobody may ask: popliteus.access has no clients\n"
              + "  Maybe set popliteus.access.clients[0].issuer and .keys, or, to try it on this"
              + " machine alone, popliteus.access.open=true.");
    }
  }
}
