package org.popliteus.examples.service.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An old presentation, assessed again.
 *
 * @param id the audit's name for it
 * @param same whether every byte of the answer is the same
 * @param changes what differs
 * @param problems why it can no longer be assessed; null where it can
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Replay(
    UUID id,
    boolean same,
    List<Change> changes,
    @Schema(ref = "#/components/schemas/Error") @Nullable JsonNode problems) {

  static Replay of(UUID id, JsonNode then, JsonNode now) {
    JsonNode error = now.get("error");
    if (error != null) {
      return new Replay(id, false, List.of(), error.get("problems"));
    }
    List<Change> changes = Change.between(then, now);
    return new Replay(id, changes.isEmpty(), changes, null);
  }
}
