package org.popliteus.examples.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.popliteus.engine.fact.Absent;
import org.popliteus.engine.fact.Chosen;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Measured;
import org.popliteus.engine.fact.Present;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.review.diff.Answer;
import org.popliteus.engine.review.diff.Change;
import org.popliteus.engine.review.diff.Effect;
import org.popliteus.engine.review.diff.Example;
import org.popliteus.examples.cli.ReviewDiffCommand.Report;

/** What an edit does, as a program reads it; the findings of a person can be assessed again. */
final class DiffJson {
  private static final int EXAMPLES = 5;

  private final Report report;
  private final JsonGenerator json;

  private DiffJson(Report report, JsonGenerator json) {
    this.report = report;
    this.json = json;
  }

  static void write(Report report, Writer out) throws IOException {
    JsonGenerator json =
        new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).createGenerator(out);
    new DiffJson(report, json).write();
    json.writeRaw('\n');
    json.close();
  }

  private void write() throws IOException {
    json.writeStartObject();
    json.writeNumberField("schema", 1);
    version("before", report.older(), report.before());
    version("after", report.newer(), report.after());
    json.writeObjectFieldStart("people");
    json.writeNumberField("scenarios", report.scenarios().people());
    json.writeNumberField("drawn", report.drawn().people());
    json.writeEndObject();
    json.writeArrayFieldStart("effects");
    for (Effect.Kind kind : Effect.Kind.values()) {
      effect(kind);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("changes");
    for (Change change : report.diff().changes()) {
      change(change);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void version(String field, String name, KnowledgeBase knowledge) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("name", name);
    json.writeStringField("id", knowledge.id());
    json.writeStringField("version", knowledge.version());
    json.writeStringField("sha256", knowledge.sha256());
    json.writeEndObject();
  }

  private void effect(Effect.Kind kind) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", lower(kind.name()));
    json.writeNumberField("scenarios", report.scenarios().count(kind));
    json.writeNumberField("drawn", report.drawn().count(kind));
    json.writeArrayFieldStart("examples");
    for (Example example : report.diff().examples(report.effects(), kind, EXAMPLES)) {
      example(example);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void example(Example example) throws IOException {
    Effect effect = example.effect();
    json.writeStartObject();
    json.writeStringField("what", effect.words(example.kind()));
    json.writeNumberField("alike", example.alike());
    Json.optional(json, "scenario", effect.person().scenario());
    if (effect.person().at() != null) {
      json.writeStringField("at", String.valueOf(effect.person().at()));
    }
    json.writeObjectFieldStart("findings");
    for (Finding finding : effect.person().presentation().findings()) {
      finding(finding);
    }
    json.writeEndObject();
    answer("before", effect.before());
    answer("after", effect.after());
    Json.strings(json, "leftOutBefore", effect.leftOutBefore());
    Json.strings(json, "leftOutAfter", effect.leftOutAfter());
    Json.strings(json, "because", example.makers().stream().map(Change::headline).toList());
    json.writeEndObject();
  }

  private void finding(Finding finding) throws IOException {
    if (finding instanceof Measured measured) {
      json.writeNumberField(finding.code(), measured.value());
    } else if (finding instanceof Chosen chosen) {
      json.writeStringField(finding.code(), chosen.option());
    } else {
      json.writeStringField(
          finding.code(),
          finding instanceof Present
              ? "present"
              : finding instanceof Absent ? "absent" : "unknown");
    }
  }

  private void answer(String field, Answer answer) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("urgency", lower(answer.urgency().name()));
    Json.strings(json, "escalations", answer.escalations());
    json.writeStringField("firstCause", answer.first());
    Json.strings(json, "likelyCauses", answer.likely());
    Json.strings(json, "recommendations", answer.advice());
    Json.strings(json, "withheld", answer.withheld());
    json.writeEndObject();
  }

  private void change(Change change) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", lower(change.kind().name()));
    json.writeStringField("part", lower(change.part().name()));
    json.writeStringField("name", change.name());
    Json.strings(json, "details", change.details());
    json.writeStringField("file", change.at().file());
    json.writeNumberField("line", change.at().line());
    json.writeEndObject();
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
