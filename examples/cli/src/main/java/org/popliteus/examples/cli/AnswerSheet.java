package org.popliteus.examples.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.InvalidPresentationException;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.fact.Absent;
import org.popliteus.engine.fact.Chosen;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Measured;
import org.popliteus.engine.fact.Present;
import org.popliteus.engine.json.JsonCodec.Request;
import org.popliteus.engine.knowledge.Numbers;

/** The answers of one interview so far; where it has a file, that holds them at every moment. */
final class AnswerSheet {
  private final Advisor advisor;
  private final Map<String, Object> answers = new LinkedHashMap<>();
  private final Deque<String> given = new ArrayDeque<>();
  private @Nullable String id;
  private @Nullable Path file;

  AnswerSheet(Advisor advisor) {
    this.advisor = advisor;
  }

  /** Goes on from what was kept; what was answered then cannot be taken back step by step. */
  void resume(Request kept) {
    id = kept.id();
    for (Finding finding : kept.presentation().findings()) {
      answers.put(finding.code(), value(finding));
    }
  }

  /** From now on every answer is kept there. */
  void keepIn(Path file) {
    this.file = file;
  }

  @Nullable String id() {
    return id;
  }

  Presentation presentation() {
    return advisor.presentation(answers);
  }

  /**
   * Puts an answer down.
   *
   * @throws InvalidPresentationException if it cannot be one; nothing is put down then
   */
  void answer(String code, Object value) throws IOException {
    Map<String, Object> more = new LinkedHashMap<>(answers);
    more.put(code, value);
    advisor.presentation(more);
    answers.put(code, value);
    given.push(code);
    keep();
  }

  /**
   * Takes the last answer back.
   *
   * @return its code; null where none was given since the interview began
   */
  @Nullable String back() throws IOException {
    String last = given.poll();
    if (last != null) {
      answers.remove(last);
      keep();
    }
    return last;
  }

  /** Whole or not at all: the old file stands until the new one is written. */
  private void keep() throws IOException {
    Path kept = file;
    if (kept == null) {
      return;
    }
    Path written = Files.createTempFile(kept.toAbsolutePath().getParent(), "answers", ".json");
    try {
      try (Writer writer = Files.newBufferedWriter(written, StandardCharsets.UTF_8)) {
        write(writer);
      }
      Files.move(written, kept, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  private void write(Writer writer) throws IOException {
    try (JsonGenerator json =
        new JsonFactory()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .createGenerator(writer)
            .useDefaultPrettyPrinter()) {
      json.writeStartObject();
      Json.optional(json, "id", id);
      json.writeObjectFieldStart("findings");
      for (Map.Entry<String, Object> answer : answers.entrySet()) {
        json.writeFieldName(answer.getKey());
        if (answer.getValue() instanceof Double number) {
          json.writeNumber(Numbers.plain(number));
        } else {
          json.writeString(answer.getValue().toString());
        }
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    writer.write('\n');
  }

  /** An answer as {@link Advisor#presentation} takes it. */
  static Object value(Finding finding) {
    if (finding instanceof Measured measured) {
      return measured.value();
    }
    if (finding instanceof Chosen chosen) {
      return chosen.option();
    }
    return finding instanceof Present
        ? "present"
        : finding instanceof Absent ? "absent" : "unknown";
  }
}
