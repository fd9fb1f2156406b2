package org.popliteus.engine.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.Problem;
import org.popliteus.engine.Problem.Kind;

/** Reads a presentation from JSON, and says of each problem where it stands. */
final class PresentationReader {
  private final Advisor advisor;
  private final JsonFactory factory;

  /**
   * What one text holds; what was read of the presentation counts only where there is no problem.
   */
  record Reading(@Nullable String id, Presentation presentation, List<Problem> problems) {}

  PresentationReader(Advisor advisor) {
    this.advisor = advisor;
    this.factory =
        JsonFactory.builder()
            // names come from outside, and must not fill or break a table that all texts share
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            // refused below, where the place is known
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNumberLength(JsonCodec.MOST_CHARACTERS).build())
            .build();
  }

  Reading read(String json) {
    String text = Lines.withoutByteOrderMark(json);
    return read(text, text.length() > JsonCodec.MOST_CHARACTERS, null);
  }

  Reading read(Lines.Line line) {
    return read(line.text(), line.tooLong(), line.number());
  }

  private Reading read(String text, boolean tooLong, @Nullable Integer line) {
    if (tooLong) {
      Problem problem =
          new Problem(
              Kind.TOO_LONG,
              null,
              null,
              (line == null ? "the text" : "the line")
                  + " is longer than "
                  + JsonCodec.MOST_CHARACTERS
                  + " characters",
              "Maybe several objects stand together; each is sent alone, or in a line of its own.",
              line,
              null);
      return new Reading(null, Presentation.builder().build(), List.of(problem));
    }
    return new PresentationText(advisor, text, line).read(factory);
  }
}
