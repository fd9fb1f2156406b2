package org.popliteus.examples.service.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.json.JsonCodec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The OpenAPI document, with the engine's own JSON schemas instead of a second copy of them. */
@Configuration(proxyBeanMethods = false)
class OpenApiDocument {

  @Bean
  OpenAPI openApi(Advisor advisor) {
    Components components = new Components();
    ObjectNode presentation = schema("presentation");
    add(components, "Presentation", presentation);
    ObjectNode assessment = schema("assessment");
    for (Map.Entry<String, JsonNode> part : assessment.get("$defs").properties()) {
      add(components, name(part.getKey()), part.getValue());
    }
    return new OpenAPI()
        .info(
            new Info()
                .title("Popliteus")
                .description(
                    advisor.knowledge().settings().title()
                        + ": how urgent, what it may be, what to do. Not a medical device.")
                .version(advisor.version().engineVersion())
                .license(new License().name("Apache-2.0")))
        .components(components);
  }

  private static ObjectNode schema(String name) {
    try (InputStream stream = JsonCodec.class.getResourceAsStream(name + ".schema.json")) {
      if (stream == null) {
        throw new IllegalStateException(
            "the engine has no " + name + ".schema.json\n  Maybe its version is another one.");
      }
      return (ObjectNode) Json31.mapper().readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(Components components, String name, JsonNode schema) {
    relocate(schema);
    components.addSchemas(name, Json31.mapper().convertValue(schema, Schema.class));
  }

  /** The parts of a schema file are components of the document. */
  private static void relocate(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove("$id");
      object.remove("$schema");
      JsonNode ref = object.get("$ref");
      if (ref != null) {
        String part = ref.asText().substring("#/$defs/".length());
        object.put("$ref", "#/components/schemas/" + name(part));
      }
    }
    node.forEach(OpenApiDocument::relocate);
  }

  private static String name(String part) {
    return Character.toUpperCase(part.charAt(0)) + part.substring(1);
  }
}
