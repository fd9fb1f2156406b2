package org.popliteus.engine.json;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;

/** The two published schemas, as a host would use them. */
final class Schemas {
  private static final JsonSchema PRESENTATION = schema("presentation.schema.json");
  private static final JsonSchema ASSESSMENT = schema("assessment.schema.json");

  private Schemas() {}

  private static JsonSchema schema(String name) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(JsonCodec.class.getResourceAsStream(name));
  }

  static List<String> mistakesOfPresentation(String json) {
    return mistakes(PRESENTATION, json);
  }

  static List<String> mistakesOfAnswer(String json) {
    return mistakes(ASSESSMENT, json);
  }

  private static List<String> mistakes(JsonSchema schema, String json) {
    return schema.validate(json, InputFormat.JSON).stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }
}
