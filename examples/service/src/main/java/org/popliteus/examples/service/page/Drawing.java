package org.popliteus.examples.service.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.FindingDefinition.Kind;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.springframework.stereotype.Component;

/**
 * The drawing of the leg, and the list beside it. What can be marked is what the drawing has a
 * region for and the knowledge base a question; the list has, too, the other questions of the same
 * groups of the vocabulary, which cannot be seen from behind.
 */
@Component
class Drawing {
  private static final Pattern REGION = Pattern.compile("<@region \"([A-Z0-9_]+)\"");

  private final Set<String> drawn;
  private final List<FindingDefinition> places;

  Drawing(Advisor advisor) {
    KnowledgeBase knowledge = advisor.knowledge();
    this.drawn =
        regions().stream()
            .filter(code -> knowledge.finding(code) != null)
            .collect(Collectors.toUnmodifiableSet());
    Set<String> groups =
        knowledge.findings().stream()
            .filter(finding -> drawn.contains(finding.code()))
            .map(FindingDefinition::group)
            .collect(Collectors.toUnmodifiableSet());
    this.places =
        knowledge.findings().stream()
            .filter(finding -> groups.contains(finding.group()))
            .filter(finding -> finding.kind() == Kind.TRI_STATE && !finding.examination())
            .toList();
  }

  /** The codes for which there is a region, whether the knowledge base has them or not. */
  static Set<String> regions() {
    try (InputStream stream = Drawing.class.getResourceAsStream("leg.ftlh")) {
      if (stream == null) {
        throw new IllegalStateException("leg.ftlh is not beside the class Drawing");
      }
      String drawing = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return REGION
          .matcher(drawing)
          .results()
          .map((MatchResult region) -> region.group(1))
          .collect(Collectors.toCollection(LinkedHashSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The list, in the order of the vocabulary. */
  List<FindingDefinition> places() {
    return places;
  }

  boolean isDrawn(String code) {
    return drawn.contains(code);
  }

  /** Whether the drawing shows anything that this knowledge base asks. */
  boolean isUseful() {
    return !drawn.isEmpty();
  }
}
