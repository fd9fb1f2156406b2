package org.popliteus.examples.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.knowledge.KnowledgeBase;

/** Lists of a knowledge base as one JSON object: its version, and an array under one name. */
final class Json {

  /** Writes the fields of one entry. */
  @FunctionalInterface
  interface Fields<T> {
    void write(T entry, JsonGenerator json) throws IOException;
  }

  private Json() {}

  static <T> void list(
      Writer out, KnowledgeBase knowledge, String name, Collection<T> entries, Fields<T> fields)
      throws IOException {
    JsonGenerator json =
        new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).createGenerator(out);
    json.writeStartObject();
    json.writeNumberField("schema", 1);
    json.writeArrayFieldStart(name);
    for (T entry : entries) {
      json.writeStartObject();
      fields.write(entry, json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("knowledgeBase");
    json.writeStringField("id", knowledge.id());
    json.writeStringField("version", knowledge.version());
    json.writeStringField("status", knowledge.status());
    json.writeStringField("sha256", knowledge.sha256());
    json.writeEndObject();
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
  }

  static void strings(JsonGenerator json, String name, Collection<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  static void optional(JsonGenerator json, String name, @Nullable String value) throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }
}
