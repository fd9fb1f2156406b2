package org.popliteus.examples.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.InvalidPresentationException;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.Problem;
import org.popliteus.engine.Problem.Kind;
import org.popliteus.engine.json.JsonCodec.Request;
import org.popliteus.engine.knowledge.FindingDefinition;

/**
 * A row of a table. Its findings are a map from code to answer, both texts, or the same as a JSON
 * object in a text.
 */
final class TableRow implements InputRow {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
  private static final String BEFORE = "{\"findings\":";

  private final String file;
  private final long number;
  private final @Nullable String id;
  private final @Nullable Object findings;

  TableRow(String file, long number, @Nullable String id, @Nullable Object findings) {
    this.file = file;
    this.number = number;
    this.id = id;
    this.findings = findings;
  }

  @Override
  public String file() {
    return file;
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public @Nullable String id(Knowledge.Shared shared) {
    return id;
  }

  @Override
  public Request read(Knowledge.Shared shared) {
    if (findings == null) {
      throw new InvalidPresentationException(
          List.of(
              wrongShape(
                  "\"findings\" is null", "Maybe write an empty one, where none is known.")));
    }
    Presentation presentation =
        findings instanceof Map<?, ?> map
            ? presentation(shared.advisor(), map)
            : presentation(shared, (String) findings);
    return new Request(id, presentation);
  }

  private static Presentation presentation(Advisor advisor, Map<?, ?> findings) {
    Map<String, @Nullable Object> answers = new TreeMap<>(); // the problems in one order
    findings.forEach((code, answer) -> answers.put((String) code, answer));
    answers.replaceAll((code, answer) -> typed(advisor.knowledge().finding(code), answer));
    try {
      return advisor.presentation(answers);
    } catch (InvalidPresentationException e) {
      List<Problem> problems = new ArrayList<>();
      for (Problem problem : e.problems()) {
        problems.add(isNoNumber(advisor, problem) ? asText(problem) : problem);
      }
      throw new InvalidPresentationException(problems);
    }
  }

  /** A table holds texts alone; what is meant is said by the vocabulary. */
  private static @Nullable Object typed(@Nullable FindingDefinition question, @Nullable Object of) {
    if (question == null || !(of instanceof String text)) {
      return of;
    }
    return switch (question.kind()) {
      case NUMERIC -> NUMBER.matcher(text).matches() ? (Object) Double.valueOf(text) : text;
      case TRI_STATE ->
          text.equals("true") ? (Object) true : text.equals("false") ? (Object) false : text;
      case CHOICE -> text;
    };
  }

  private static boolean isNoNumber(Advisor advisor, Problem problem) {
    if (problem.kind() != Kind.WRONG_KIND || problem.code() == null) {
      return false;
    }
    FindingDefinition question = advisor.knowledge().finding(problem.code());
    return question != null && question.kind() == FindingDefinition.Kind.NUMERIC;
  }

  private static Problem asText(Problem problem) {
    return new Problem(
        problem.kind(),
        problem.code(),
        problem.value(),
        problem.message(),
        "Maybe write it like 34 or 36.6, without spaces and without its unit; what is not known can"
            + " be left out.",
        null,
        null);
  }

  private static Presentation presentation(Knowledge.Shared shared, String findings) {
    Request request;
    try {
      request = shared.codec().read(BEFORE + findings + "}");
    } catch (InvalidPresentationException e) {
      throw new InvalidPresentationException(
          e.problems().stream().map(TableRow::placedInTheColumn).toList());
    }
    if (request.id() != null) {
      throw new InvalidPresentationException(
          List.of(
              wrongShape(
                  "after the findings stands more text",
                  "Maybe the id belongs into the column id, and the findings alone into this one.")));
    }
    return request.presentation();
  }

  private static Problem placedInTheColumn(Problem problem) {
    Integer line = problem.line();
    Integer column = problem.column();
    boolean moved = line != null && line == 1;
    return new Problem(
        problem.kind(),
        problem.code(),
        problem.value(),
        problem.message(),
        problem.maybe(),
        line,
        moved && column != null ? Integer.valueOf(column - BEFORE.length()) : column);
  }

  private static Problem wrongShape(String message, String maybe) {
    return new Problem(Kind.WRONG_SHAPE, null, null, message, maybe, null, null);
  }

  @Override
  public String where(@Nullable Integer line, @Nullable Integer column) {
    String row = file + ", row " + number;
    return column == null ? row : row + ", findings:" + line + ":" + column;
  }

  @Override
  public String toString() {
    return "TableRow " + number;
  }
}
