package org.popliteus.engine.json;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.InvalidPresentationException;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.Problem;

/**
 * Reads presentations from JSON and writes answers as JSON. Immutable; share it between threads.
 *
 * <pre>{@code
 * JsonCodec codec = new JsonCodec(Advisor.create());
 * String answer = codec.answer("{\"id\": \"case-1\", \"findings\": {\"CALF_SWELLING\": \"present\"}}");
 * }</pre>
 */
public final class JsonCodec {
  /** The characters of one object, or of one line of {@link #answerLines}, that are read. */
  public static final int MOST_CHARACTERS = 1_000_000;

  // these two hold Jackson; this class must load without it, to say that it is missing
  private final Advisor advisor;
  private final PresentationReader reader;
  private final AssessmentWriter writer;

  /**
   * A presentation as it was sent.
   *
   * @param id what the sender calls it; null where nothing was said
   * @param presentation its findings, which the advisor's vocabulary knows
   */
  public record Request(@Nullable String id, Presentation presentation) {}

  /**
   * How many lines were answered so far; blank ones do not count.
   *
   * @param assessed lines answered with an assessment
   * @param rejected lines answered with an error
   */
  public record Batch(long assessed, long rejected) {}

  /**
   * A codec for one advisor's vocabulary and answers.
   *
   * @throws IllegalStateException if Jackson is not on the class path, and says what to add
   */
  public JsonCodec(Advisor advisor) {
    this.advisor = requireNonNull(advisor, "advisor");
    try {
      this.reader = new PresentationReader(advisor);
      this.writer = new AssessmentWriter();
    } catch (NoClassDefFoundError e) {
      throw new IllegalStateException(
          "JSON is read and written only with Jackson 2.18 or later on the class path\n"
              + "  Maybe add com.fasterxml.jackson.core:jackson-core.",
          e);
    }
  }

  /**
   * One presentation: {@code {"id": "case-1", "findings": {"CODE": "present"}}}. The {@code id} may
   * be missing; an answer is a text, a number, true or false.
   *
   * @throws InvalidPresentationException with every problem, in the order of the input, each with
   *     line and column; after a hundred problems the rest is not looked at
   */
  public Request read(String json) {
    PresentationReader.Reading reading = reader.read(json);
    if (!reading.problems().isEmpty()) {
      throw new InvalidPresentationException(reading.problems());
    }
    return new Request(reading.id(), reading.presentation());
  }

  /** An assessment as one object on one line; equal assessments give the same text. */
  public String write(@Nullable String id, Assessment assessment) {
    return writer.write(id, assessment);
  }

  /** Problems as one error object on one line. */
  public String writeProblems(@Nullable String id, List<Problem> problems) {
    return writer.write(id, problems);
  }

  /**
   * Answers one presentation: an assessment, or an error object with every problem. The {@code id}
   * of the input is repeated where it could be read.
   */
  public String answer(String json) {
    return answer(reader.read(json)).json();
  }

  /**
   * Answers one presentation a line (NDJSON), each in one line and in the same order. Blank lines
   * are skipped, and a line that cannot be assessed is answered with an error object, whose
   * problems give the line; a line of more than {@value #MOST_CHARACTERS} characters is one of
   * these. Holds no more than one line in memory. Closes and flushes nothing.
   *
   * @return how many lines were answered
   * @throws IOException from the reader or the output
   */
  public Batch answerLines(Reader in, Appendable out) throws IOException {
    return answerLines(in, out, batch -> {});
  }

  /**
   * The same as {@link #answerLines(Reader, Appendable)}, telling after each answer how many there
   * are so far: to show progress, or to flush the output.
   *
   * @return how many lines were answered
   * @throws IOException from the reader or the output
   */
  public Batch answerLines(Reader in, Appendable out, Consumer<Batch> progress) throws IOException {
    Lines lines = new Lines(in, MOST_CHARACTERS);
    Batch batch = new Batch(0, 0);
    for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
      if (line.isBlank()) {
        continue;
      }
      Answer answer = answer(reader.read(line));
      out.append(answer.json()).append('\n');
      batch =
          answer.assessed()
              ? new Batch(batch.assessed() + 1, batch.rejected())
              : new Batch(batch.assessed(), batch.rejected() + 1);
      progress.accept(batch);
    }
    return batch;
  }

  private record Answer(String json, boolean assessed) {}

  private Answer answer(PresentationReader.Reading reading) {
    if (!reading.problems().isEmpty()) {
      return new Answer(writer.write(reading.id(), reading.problems()), false);
    }
    try {
      Assessment assessment = advisor.assess(reading.presentation());
      return new Answer(writer.write(reading.id(), assessment), true);
    } catch (InvalidPresentationException e) {
      return new Answer(writer.write(reading.id(), e.problems()), false);
    }
  }
}
