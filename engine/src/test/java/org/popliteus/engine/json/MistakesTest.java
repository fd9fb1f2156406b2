package org.popliteus.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.popliteus.engine.InvalidPresentationException;
import org.popliteus.engine.Problem;
import org.popliteus.engine.Problem.Kind;

/**
 * Every mistake is told where it stands, with a next step. Each case of {@code mistakes.txt} is a
 * text and its problems:
 *
 * <pre>
 * == what the mistake is
 * the text
 * ->
 * line:column kind, code (value): message
 *   what to do
 * </pre>
 */
class MistakesTest {
  private static final Path MISTAKES =
      Path.of("src/test/resources/org/popliteus/engine/json/mistakes.txt");

  @TestFactory
  List<DynamicTest> everyMistakeIsTold() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    String all = Files.readString(MISTAKES, StandardCharsets.UTF_8);
    for (String entry : all.split("(?m)^== ", -1)) {
      if (!entry.isBlank()) {
        String name = entry.substring(0, entry.indexOf('\n'));
        String[] parts = entry.substring(name.length() + 1).split("\n?->\n", 2);
        tests.add(
            DynamicTest.dynamicTest(
                name, () -> assertThat(told(parts[0])).isEqualTo(parts[1].stripTrailing())));
      }
    }
    return tests;
  }

  private static List<Problem> problems(String json) {
    try {
      Dragon.CODEC.read(json);
      return List.of();
    } catch (InvalidPresentationException e) {
      return e.problems();
    }
  }

  private static String told(String json) {
    return problems(json).stream().map(MistakesTest::told).collect(Collectors.joining("\n"));
  }

  private static String told(Problem problem) {
    String code = problem.code() == null ? "" : ", " + problem.code();
    String value = problem.value() == null ? "" : " (" + problem.value() + ")";
    return problem.line()
        + ":"
        + problem.column()
        + " "
        + problem.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')
        + code
        + value
        + ": "
        + problem.message()
        + "\n  "
        + problem.maybe();
  }

  @Test
  void spaceAloneIsAnEmptyText() {
    assertThat(told(" \n\t")).isEqualTo(told("")).contains("the text is empty");
  }

  @Test
  void aTextOfMoreThanAMillionCharactersIsTooLong() {
    List<Problem> problems = problems("{\"findings\": {}}" + " ".repeat(1_000_000));
    assertThat(problems).extracting(Problem::kind).containsExactly(Kind.TOO_LONG);
    assertThat(problems.get(0).message()).isEqualTo("the text is longer than 1000000 characters");
  }

  @Test
  void aTextOfAMillionCharactersIsNot() {
    assertThat(problems("{\"findings\": {}}" + " ".repeat(1_000_000 - 16))).isEmpty();
  }

  @Test
  void aNumberTooLargeForAnyComputerIsOutOfRange() {
    assertThat(problems("{\"findings\": {\"AGE_YEARS\": 1e999999999999}}"))
        .extracting(Problem::kind, Problem::value)
        .containsExactly(tuple(Kind.OUT_OF_RANGE, "Infinity"));
  }

  @Test
  void aNumberOfAHundredThousandDigitsIsOutOfRange() {
    String digits = "9".repeat(100_000);
    assertThat(problems("{\"findings\": {\"AGE_YEARS\": " + digits + "}}"))
        .extracting(Problem::kind)
        .containsExactly(Kind.OUT_OF_RANGE);
  }

  @Test
  void aCodeTooLongToReadIsToldWithoutItsText() {
    List<Problem> problems =
        problems("{\"findings\": {\"TAIL_COLDD\": true, \"" + "A".repeat(60_000) + "\": true}}");
    assertThat(problems)
        .extracting(Problem::kind)
        .containsExactly(Kind.UNKNOWN_CODE, Kind.TOO_LONG);
    assertThat(problems.get(1).toString() + problems.get(1).message()).hasSizeLessThan(100);
  }

  @Test
  void aLongCodeIsShortenedInTheReply() {
    assertThat(problems("{\"findings\": {\"" + "A".repeat(10_000) + "\": true}}"))
        .extracting(Problem::code)
        .containsExactly("A".repeat(60) + "...");
  }

  @Test
  void aHundredProblemsAreToldAndThenNoMore() {
    String codes =
        IntStream.range(0, 5_000)
            .mapToObj(i -> "\"X" + i + "\": 1")
            .collect(Collectors.joining(","));
    List<Problem> problems = problems("{\"findings\": {" + codes + "}}");
    assertThat(problems).hasSize(101);
    assertThat(problems.get(100).kind()).isEqualTo(Kind.TOO_LONG);
    assertThat(problems.get(100).message())
        .isEqualTo("there are more than 100 problems; from here on none is told");
  }

  @Test
  void listsInListsDoNotOverflowTheStack() {
    for (String open : List.of("[", "{\"A\":")) {
      assertThat(problems("{\"findings\": {\"TAIL_COLD\": " + open.repeat(10_000)))
          .extracting(Problem::kind)
          .containsExactly(Kind.WRONG_SHAPE);
      assertThat(problems(open.repeat(10_000)))
          .extracting(Problem::kind)
          .containsOnly(Kind.WRONG_SHAPE);
    }
  }

  @Test
  void halfOfATextIsNeverReadAndNeverAFailure() {
    String whole =
        "{\"id\": \"a\\u00e5\", \"findings\": {\"AGE_YEARS\": -1.5e1, \"TAIL_COLD\": true,"
            + " \"MOULTING\": [null, {\"a\": false}]}}";
    for (int length = 0; length < whole.length(); length++) {
      List<Problem> problems = problems(whole.substring(0, length));
      assertThat(problems)
          .as("the first %s characters", length)
          .isNotEmpty()
          .allSatisfy(problem -> assertThat(problem.maybe()).startsWith("Maybe "));
      assertThat(problems.get(problems.size() - 1).kind()).isEqualTo(Kind.NOT_JSON);
    }
  }

  @Test
  void anyCharacterInAnyPlaceIsNeverAFailure() {
    String whole = "{\"id\": \"a\", \"findings\": {\"AGE_YEARS\": 15, \"TAIL_COLD\": true}}";
    for (int i = 0; i < whole.length(); i++) {
      for (char c : "\"{}[]:,\\ 0-+.eEtn\n\u0000\u0007\uD83D\uFEFF“'/".toCharArray()) {
        String broken = whole.substring(0, i) + c + whole.substring(i + 1);
        assertThat(problems(broken))
            .as("%s", broken)
            .allSatisfy(
                problem -> {
                  assertThat(problem.line()).isBetween(1, 2);
                  assertThat(problem.column()).isBetween(1, broken.length() + 1);
                  assertThat(Objects.requireNonNull(problem.message())).isNotBlank();
                });
      }
    }
  }
}
