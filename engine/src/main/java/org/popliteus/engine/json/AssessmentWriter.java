package org.popliteus.engine.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Cause;
import org.popliteus.engine.ContributingFactor;
import org.popliteus.engine.DataNote;
import org.popliteus.engine.Escalation;
import org.popliteus.engine.Evidence;
import org.popliteus.engine.KnowledgeBaseVersion;
import org.popliteus.engine.Problem;
import org.popliteus.engine.Provenance;
import org.popliteus.engine.Recommendation;
import org.popliteus.engine.Score;
import org.popliteus.engine.Withheld;
import org.popliteus.engine.knowledge.Numbers;

/** Writes answers as JSON. The names and their order are relied on: new ones go to the end. */
final class AssessmentWriter {
  private static final int SCHEMA = 1;

  private final JsonFactory factory = new JsonFactory();

  String write(@Nullable String id, Assessment assessment) {
    return object(out -> out.assessment(id, assessment));
  }

  String write(@Nullable String id, List<Problem> problems) {
    return object(out -> out.problems(id, problems));
  }

  private interface Writing<T> {
    void write(T out) throws IOException;
  }

  private String object(Writing<Out> members) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = factory.createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("schema", SCHEMA);
      members.write(new Out(json));
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text in memory is always writable
    }
    return text.toString();
  }

  private record Out(JsonGenerator json) {

    void assessment(@Nullable String id, Assessment assessment) throws IOException {
      text("id", id);
      text("urgency", word(assessment.urgency()));
      json.writeBooleanField("provisional", assessment.provisional());
      objects("escalations", assessment.escalations(), this::escalation);
      objects("causes", assessment.causes(), this::cause);
      objects("recommendations", assessment.recommendations(), this::recommendation);
      objects("withheld", assessment.withheld(), this::withheld);
      objects("contributingFactors", assessment.contributingFactors(), this::factor);
      objects("scores", assessment.scores(), this::score);
      texts("safetyNet", assessment.safetyNet());
      texts("notExcluded", assessment.notExcluded());
      objects("dataNotes", assessment.dataNotes(), this::note);
      json.writeObjectFieldStart("knowledgeBase");
      knowledgeBase(assessment.knowledgeBase());
      json.writeEndObject();
      text("summary", assessment.summary());
    }

    private void escalation(Escalation escalation) throws IOException {
      Provenance by = escalation.provenance();
      text("rule", by.rule());
      text("urgency", word(escalation.urgency()));
      text("action", escalation.action());
      text("within", iso(escalation.within()));
      texts("findings", escalation.findings());
      texts("mustExclude", escalation.mustExclude());
      text("because", by.because());
      texts("sources", by.sources());
      standing(by);
    }

    private void cause(Cause cause) throws IOException {
      text("code", cause.code());
      text("display", cause.display());
      json.writeNumberField("rank", cause.rank());
      text("likelihood", word(cause.likelihood()));
      number("share", cause.share());
      json.writeBooleanField("mustExclude", cause.mustExclude());
      objects("evidence", cause.evidence(), this::evidence);
      texts("accompanies", cause.accompanies());
      text("confirm", cause.confirm());
      text("confirmedBy", cause.confirmedBy());
    }

    private void evidence(Evidence evidence) throws IOException {
      Provenance by = evidence.provenance();
      text("rule", by.rule());
      number("ratio", evidence.ratio());
      json.writeBooleanField("counted", evidence.counted());
      text("group", evidence.group());
      texts("findings", evidence.findings());
      text("because", by.because());
      texts("sources", by.sources());
      standing(by);
    }

    private void recommendation(Recommendation recommendation) throws IOException {
      Provenance by = recommendation.provenance();
      text("code", recommendation.code());
      json.writeNumberField("rank", recommendation.rank());
      text("text", recommendation.text());
      text("clinicianText", recommendation.clinicianText());
      json.writeObjectFieldStart("parameters");
      // by name: the order of a map is no part of it, and equal answers give equal bytes
      for (var parameter : new TreeMap<>(recommendation.parameters()).entrySet()) {
        text(parameter.getKey(), parameter.getValue());
      }
      json.writeEndObject();
      json.writeNumberField("priority", recommendation.priority());
      texts("for", recommendation.causes());
      text("rule", by.rule());
      text("because", by.because());
      texts("sources", by.sources());
      standing(by);
      texts("alsoBy", recommendation.alsoBy());
    }

    private void withheld(Withheld withheld) throws IOException {
      Provenance by = withheld.provenance();
      text("code", withheld.code());
      text("rule", by.rule());
      text("because", by.because());
      texts("findings", withheld.findings());
      texts("unanswered", withheld.unanswered());
      texts("sources", by.sources());
      standing(by);
    }

    private void factor(ContributingFactor factor) throws IOException {
      Provenance by = factor.provenance();
      text("code", factor.code());
      text("rule", by.rule());
      texts("findings", factor.findings());
      texts("prevention", factor.prevention());
      text("display", factor.display());
      text("because", by.because());
      texts("sources", by.sources());
      standing(by);
    }

    private void score(Score score) throws IOException {
      text("code", score.code());
      number("points", score.points());
      objects("items", score.items(), this::item);
      number("cutOff", score.cutOff());
      text("meaning", score.meaning());
      texts("open", score.open());
      text("display", score.display());
    }

    private void item(Score.Item item) throws IOException {
      Provenance by = item.provenance();
      text("rule", by.rule());
      number("points", item.points());
      texts("findings", item.findings());
      text("because", by.because());
      texts("sources", by.sources());
      standing(by);
    }

    private void note(DataNote note) throws IOException {
      texts("findings", note.findings());
      text("text", note.text());
    }

    private void knowledgeBase(KnowledgeBaseVersion version) throws IOException {
      text("id", version.id());
      text("version", version.version());
      text("status", version.status());
      text("sha256", version.sha256());
      text("engineVersion", version.engineVersion());
    }

    /** How much stands behind a rule, and where it is written. */
    private void standing(Provenance by) throws IOException {
      text("status", by.status());
      text("grade", by.grade().isEmpty() ? null : by.grade());
      text("at", by.line() == 0 ? by.file() : by.file() + ":" + by.line());
    }

    void problems(@Nullable String id, List<Problem> problems) throws IOException {
      text("id", id);
      json.writeObjectFieldStart("error");
      objects("problems", problems, this::problem);
      json.writeEndObject();
    }

    private void problem(Problem problem) throws IOException {
      text("kind", word(problem.kind()));
      text("code", problem.code());
      text("value", problem.value());
      text("message", problem.message());
      text("maybe", problem.maybe());
      number("line", problem.line());
      number("column", problem.column());
    }

    private <T> void objects(String name, List<T> values, Writing<T> members) throws IOException {
      json.writeArrayFieldStart(name);
      for (T value : values) {
        json.writeStartObject();
        members.write(value);
        json.writeEndObject();
      }
      json.writeEndArray();
    }

    private void texts(String name, List<String> values) throws IOException {
      json.writeArrayFieldStart(name);
      for (String value : values) {
        json.writeString(wellFormed(value));
      }
      json.writeEndArray();
    }

    private void text(String name, @Nullable String value) throws IOException {
      json.writeFieldName(name);
      if (value == null) {
        json.writeNull();
      } else {
        json.writeString(wellFormed(value));
      }
    }

    private void number(String name, double value) throws IOException {
      json.writeFieldName(name);
      json.writeNumber(Numbers.plain(value));
    }

    private void number(String name, @Nullable Integer value) throws IOException {
      json.writeFieldName(name);
      if (value == null) {
        json.writeNull();
      } else {
        json.writeNumber(value);
      }
    }
  }

  private static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Days where it is two or more whole ones: P14D says more than PT336H. */
  private static String iso(Duration duration) {
    boolean days = duration.equals(Duration.ofDays(duration.toDays())) && duration.toDays() > 1;
    return days ? "P" + duration.toDays() + "D" : duration.toString();
  }

  /** With U+FFFD for half characters, which an input may hold and UTF-8 cannot. */
  private static String wellFormed(String text) {
    StringBuilder mended = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        mended = mended == null ? new StringBuilder(text) : mended;
        mended.setCharAt(i, '\uFFFD');
      }
    }
    return mended == null ? text : mended.toString();
  }
}
