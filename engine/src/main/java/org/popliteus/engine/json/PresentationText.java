package org.popliteus.engine.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.InvalidPresentationException;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.Problem;
import org.popliteus.engine.Problem.Kind;
import org.popliteus.engine.json.PresentationReader.Reading;
import org.popliteus.engine.knowledge.Spelling;

/** The reading of one text: all that is wrong is told, and where it stands. */
final class PresentationText {
  /** A list in a list is one problem, however deep it goes. */
  private static final int DEEPEST = 100;

  private static final int LONGEST_SHOWN = 60;
  private static final String ID = "id";
  private static final String FINDINGS = "findings";

  private final Advisor advisor;
  private final String text;
  private final @Nullable Integer onlyLine;
  private final Problems problems;
  private final Map<String, Presentation> said = new HashMap<>();
  private final Presentation.Builder presentation = Presentation.builder();
  private @Nullable String id;
  private boolean idSaid;
  private boolean findingsSaid;

  /**
   * Begins to read.
   *
   * @param onlyLine the line of a longer text that this one is; null where it stands alone
   */
  PresentationText(Advisor advisor, String text, @Nullable Integer onlyLine) {
    this.advisor = advisor;
    this.text = text;
    this.onlyLine = onlyLine;
    this.problems = new Problems(onlyLine);
  }

  Reading read(JsonFactory factory) {
    try (JsonParser parser = factory.createParser(text)) {
      readOrTell(parser);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text in memory is always readable
    }
    return new Reading(id, presentation.build(), problems.all());
  }

  private void readOrTell(JsonParser parser) throws IOException {
    try {
      read(parser);
    } catch (StreamConstraintsException e) {
      problems.add(
          Kind.TOO_LONG,
          null,
          "a code or a key is longer than can be read",
          "Maybe a quote is missing, and what follows was taken for a code.",
          Place.of(parser));
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      Mistake mistake = Mistake.in(text, at == null ? 0 : (int) at.getCharOffset());
      problems.add(
          Kind.NOT_JSON,
          null,
          mistake.message(),
          mistake.endOfText() && onlyLine != null
              ? "Maybe the object spreads over several lines; here each stands in one line."
              : mistake.maybe(),
          Place.of(text, mistake.offset()));
    } catch (Abandoned e) {
      // what is wrong is told
    }
  }

  private void read(JsonParser parser) throws IOException, Abandoned {
    JsonToken first = parser.nextToken();
    if (first == null) {
      problems.add(
          Kind.NOT_JSON,
          null,
          "the text is empty",
          "Maybe it is the wrong file; the least that can be said is {\"findings\": {}}.",
          new Place(1, 1));
      return;
    }
    if (first != JsonToken.START_OBJECT) {
      Place at = Place.of(parser);
      problems.add(
          Kind.WRONG_SHAPE,
          pass(parser),
          "here stands an object with findings, and this is " + kind(first),
          first == JsonToken.START_ARRAY
              ? "Maybe send the objects of the list one by one, or one a line."
              : "Maybe write {\"findings\": {\"CODE\": \"present\"}}.",
          at);
      return;
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      member(parser);
    }
    if (!findingsSaid) {
      problems.add(
          Kind.WRONG_SHAPE,
          null,
          "the object has no \"findings\"",
          "Maybe add \"findings\": {}, with a code and an answer for each finding.",
          Place.of(parser));
    }
    nothingAfter((int) parser.currentLocation().getCharOffset());
  }

  private void member(JsonParser parser) throws IOException, Abandoned {
    String name = parser.currentName();
    Place nameAt = Place.of(parser);
    JsonToken value = parser.nextToken();
    switch (name) {
      case ID -> id(parser, value);
      case FINDINGS -> findings(parser, value);
      default -> {
        boolean code = advisor.knowledge().finding(name) != null;
        problems.add(
            Kind.WRONG_SHAPE,
            shown(name),
            "beside \"id\" and \"findings\" nothing is read, and this is \"" + shown(name) + "\"",
            code
                ? "Maybe move it into \"findings\"."
                : Spelling.maybe(
                    name, List.of(ID, FINDINGS), "Maybe delete it, or move it into \"findings\"."),
            nameAt);
        pass(parser);
      }
    }
  }

  private void id(JsonParser parser, JsonToken value) throws IOException, Abandoned {
    Place at = Place.of(parser);
    if (idSaid) {
      problems.add(Kind.WRONG_SHAPE, null, "\"id\" is said twice", "Maybe delete one of them.", at);
      id = null; // either could be meant
      pass(parser);
    } else if (value == JsonToken.VALUE_STRING) {
      id = parser.getText();
    } else {
      problems.add(
          Kind.WRONG_SHAPE,
          pass(parser),
          "\"id\" is a text, and this is " + kind(value),
          value == JsonToken.VALUE_NULL
              ? "Maybe leave it out."
              : "Maybe put it in quotes, or leave it out.",
          at);
    }
    idSaid = true;
  }

  private void findings(JsonParser parser, JsonToken value) throws IOException, Abandoned {
    Place at = Place.of(parser);
    if (findingsSaid) {
      problems.add(
          Kind.WRONG_SHAPE,
          null,
          "\"findings\" is said twice",
          "Maybe put all findings into the first of them.",
          at);
      pass(parser);
    } else if (value == JsonToken.START_OBJECT) {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String code = parser.currentName();
        JsonToken answer = parser.nextToken();
        finding(parser, code, answer);
      }
    } else {
      problems.add(
          Kind.WRONG_SHAPE,
          pass(parser),
          "\"findings\" is an object with codes and answers, and this is " + kind(value),
          "Maybe write {\"CODE\": \"present\"}; without any finding, {}.",
          at);
    }
    findingsSaid = true;
  }

  private void finding(JsonParser parser, String code, JsonToken token)
      throws IOException, Abandoned {
    Place at = Place.of(parser);
    if (token.isNumeric() && !isNumber(parser.getText())) {
      problems.add(
          Kind.NOT_JSON,
          code,
          parser.getText(),
          "JSON has no number " + parser.getText(),
          "Maybe the value is missing; what is not known can be left out.",
          at);
      return;
    }
    Object answer =
        switch (token) {
          case VALUE_TRUE -> true;
          case VALUE_FALSE -> false;
          case VALUE_STRING -> parser.getText();
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText());
          case VALUE_NULL -> null;
          default -> new Nested(pass(parser));
        };
    if (problems.isFull()) {
      problems.tooMany(at);
    } else {
      hear(code, answer, at);
    }
  }

  /** Not so NaN and Infinity, which the parser lets through. */
  private static boolean isNumber(String digits) {
    return Character.isDigit(digits.charAt(digits.length() - 1));
  }

  private static Number number(String digits) {
    if (digits.length() < 10 && digits.matches("-?\\d+")) {
      return Integer.valueOf(digits);
    }
    return Double.parseDouble(digits) + 0.0; // of the two zeros, the one without a sign
  }

  private void hear(String code, @Nullable Object answer, Place at) {
    Presentation one;
    try {
      // one by one: all problems are found at once, and each has its place
      one = advisor.presentation(Collections.singletonMap(code, answer));
    } catch (InvalidPresentationException e) {
      for (Problem problem : e.problems()) {
        problems.add(
            problem.kind(),
            problem.code(),
            problem.value(),
            problem.message(),
            problem.kind() == Kind.WRONG_KIND && answer instanceof Nested
                ? "Maybe give the one answer alone; what is not known can be left out."
                : problem.maybe(),
            at);
      }
      return;
    }
    Presentation before = said.putIfAbsent(code, one);
    if (before == null) {
      one.findings().forEach(presentation::add);
    } else if (!before.equals(one)) {
      problems.add(
          Kind.SAID_TWICE,
          code,
          null,
          code + " is said twice, with different answers",
          "Maybe leave out the one that does not hold; where it is not known, say \"unknown\".",
          at);
    }
  }

  /** Leaves a value behind, and gives it as it was written, shortened. */
  private String pass(JsonParser parser) throws IOException, Abandoned {
    if (!parser.currentToken().isStructStart()) {
      return shown(parser.getText());
    }
    int start = (int) parser.currentTokenLocation().getCharOffset();
    for (int depth = 1; depth > 0; ) {
      JsonToken token = parser.nextToken();
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      }
      if (depth > DEEPEST) {
        problems.add(
            Kind.WRONG_SHAPE,
            null,
            "lists or objects stand in each other more than " + DEEPEST + " deep",
            "Maybe a closing bracket or brace is missing; what follows was not read.",
            Place.of(parser));
        throw new Abandoned();
      }
    }
    return shown(text.substring(start, (int) parser.currentLocation().getCharOffset()));
  }

  private void nothingAfter(int offset) {
    for (int i = offset; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
        problems.add(
            Kind.NOT_JSON,
            shown(text.substring(i)),
            "after the object stands more text",
            c == '{'
                ? "Maybe send the objects one by one, or one a line."
                : c == '}' ? "Maybe delete this brace." : "Maybe delete it.",
            Place.of(text, i));
        return;
      }
    }
  }

  /** Why the rest of a text is not read; its problem is already told. */
  private static final class Abandoned extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** A list or an object where an answer is expected, shown as it was written. */
  private record Nested(String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  private static String kind(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "a text";
      case VALUE_TRUE, VALUE_FALSE -> "true or false";
      case VALUE_NULL -> "null";
      default -> "a number";
    };
  }

  private static String shown(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
  }
}
