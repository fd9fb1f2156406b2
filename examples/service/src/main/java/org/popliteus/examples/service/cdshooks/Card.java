package org.popliteus.examples.service.cdshooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A card of CDS Hooks 2.0. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Card(
    UUID uuid,
    String summary,
    String detail,
    String indicator,
    Source source,
    List<Suggestion> suggestions,
    @Nullable String selectionBehavior,
    List<Coding> overrideReasons,
    List<Link> links) {
  private static final int LONGEST_SUMMARY = 139;

  Card {
    if (summary.codePointCount(0, summary.length()) > LONGEST_SUMMARY) {
      summary = summary.substring(0, summary.offsetByCodePoints(0, LONGEST_SUMMARY - 1)) + "…";
    }
  }

  record Source(String label) {}

  record Suggestion(String label, UUID uuid, List<Action> actions) {}

  record Action(String type, String description, JsonNode resource) {}

  record Coding(String code, String system, String display) {}

  record Link(String label, String url, String type) {}
}
