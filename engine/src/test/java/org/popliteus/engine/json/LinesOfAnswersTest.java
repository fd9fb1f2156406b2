package org.popliteus.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesOfAnswersTest {
  private static final String COLD = "{\"id\": \"cold\", \"findings\": {\"TAIL_COLD\": true}}";
  private static final String TIP = "{\"id\": \"tip\", \"findings\": {\"PAIN_AT_TIP\": true}}";

  private static List<String> answers(String lines) throws IOException {
    StringBuilder out = new StringBuilder();
    Dragon.CODEC.answerLines(new StringReader(lines), out);
    assertThat(out.toString()).matches("(?s)(.*\n)?");
    return out.toString().lines().toList();
  }

  @Test
  void eachLineIsAnsweredInItsOrder() throws Exception {
    assertThat(answers(COLD + "\n" + TIP + "\n" + COLD + "\n"))
        .containsExactly(
            Dragon.CODEC.answer(COLD), Dragon.CODEC.answer(TIP), Dragon.CODEC.answer(COLD));
  }

  @Test
  void theLastLineNeedsNoEnd() throws Exception {
    assertThat(answers(COLD + "\n" + TIP)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void aLineEndsAsOnAnySystem(String end) throws Exception {
    assertThat(answers(COLD + end + TIP + end))
        .containsExactly(Dragon.CODEC.answer(COLD), Dragon.CODEC.answer(TIP));
  }

  @Test
  void blankLinesAreSkippedAndCounted() throws Exception {
    List<String> answers = answers("\n  \t\n" + COLD + "\r\n\r\n\n{}\n");
    assertThat(answers).hasSize(2);
    assertThat(answers.get(1)).contains("\"line\":6,");
  }

  @Test
  void nothingGivesNothing() throws Exception {
    assertThat(answers("")).isEmpty();
  }

  @Test
  void aByteOrderMarkIsSkipped() throws Exception {
    assertThat(answers("\uFEFF" + COLD)).containsExactly(Dragon.CODEC.answer(COLD));
  }

  @Test
  void aBadLineIsAnsweredInItsPlace() throws Exception {
    List<String> answers = answers(COLD + "\n{\"id\": \"bad\", \"findings\": {\"X\": 1}}\n" + TIP);
    assertThat(answers).hasSize(3);
    assertThat(answers.get(1))
        .startsWith("{\"schema\":1,\"id\":\"bad\",\"error\":")
        .contains("\"line\":2,\"column\":33");
    assertThat(answers.get(2)).isEqualTo(Dragon.CODEC.answer(TIP));
  }

  @Test
  void anObjectOverSeveralLinesIsToldSo() throws Exception {
    assertThat(answers("{\n \"findings\": {\n"))
        .hasSize(2)
        .first()
        .asString()
        .contains("Maybe the object spreads over several lines; here each stands in one line.");
  }

  @Test
  void aLineThatIsTooLongIsToldAndTheRestGoesOn() throws Exception {
    StringBuilder out = new StringBuilder();
    Reader in = new Repeated("[[[[ ", 20_000_000, "\n" + COLD + "\n");
    JsonCodec.Batch batch = Dragon.CODEC.answerLines(in, out);
    assertThat(out.toString().lines())
        .containsExactly(
            "{\"schema\":1,\"id\":null,\"error\":{\"problems\":[{\"kind\":\"too-long\",\"code\":null,"
                + "\"value\":null,\"message\":\"the line is longer than 1000000 characters\","
                + "\"maybe\":\"Maybe several objects stand together; each is sent alone, or in a"
                + " line of its own.\",\"line\":1,\"column\":null}]}}",
            Dragon.CODEC.answer(COLD));
    assertThat(batch).isEqualTo(new JsonCodec.Batch(1, 1));
  }

  @Test
  void ofALineThatIsTooLongOnlyItsBeginningIsKept() throws Exception {
    Lines lines = new Lines(new Repeated("abc", 1_000_000, "\nd"), 7);
    assertThat(lines.next()).isEqualTo(new Lines.Line("abcabca", 1, true));
    assertThat(lines.next()).isEqualTo(new Lines.Line("d", 2, false));
    assertThat(lines.next()).isNull();
  }

  @Test
  void aLineOfAMillionCharactersIsRead() throws Exception {
    String padded = COLD + " ".repeat(1_000_000 - COLD.length());
    assertThat(answers(padded + "\n" + padded + " \n"))
        .satisfiesExactly(
            read -> assertThat(read).isEqualTo(Dragon.CODEC.answer(COLD)),
            tooLong -> assertThat(tooLong).contains("\"too-long\"", "\"line\":2,"));
  }

  @Test
  void theAnswersAreCountedAsTheyCome() throws Exception {
    List<JsonCodec.Batch> progress = new ArrayList<>();
    JsonCodec.Batch batch =
        Dragon.CODEC.answerLines(
            new StringReader(COLD + "\n\n{}\n" + TIP), new StringBuilder(), progress::add);
    assertThat(progress)
        .containsExactly(
            new JsonCodec.Batch(1, 0), new JsonCodec.Batch(1, 1), new JsonCodec.Batch(2, 1));
    assertThat(batch).isEqualTo(new JsonCodec.Batch(2, 1));
  }

  /** A host that asks line by line must not wait for an answer. */
  @Test
  void aLineIsAnsweredBeforeTheNextIsRead() throws Exception {
    StringBuilder out = new StringBuilder();
    Reader in =
        new Reader() {
          private int given;

          @Override
          public int read(char[] buffer, int offset, int length) {
            assertThat(out.toString().lines()).hasSize(given);
            if (given == 3) {
              return -1;
            }
            given++;
            String line = COLD + "\n";
            line.getChars(0, line.length(), buffer, offset);
            return line.length();
          }

          @Override
          public void close() {}
        };
    assertThat(Dragon.CODEC.answerLines(in, out).assessed()).isEqualTo(3);
  }

  @Test
  void aReaderThatFailsIsNotABadLine() {
    Reader broken =
        new Reader() {
          @Override
          public int read(char[] buffer, int offset, int length) throws IOException {
            throw new IOException("unplugged");
          }

          @Override
          public void close() {}
        };
    assertThatIOException()
        .isThrownBy(() -> Dragon.CODEC.answerLines(broken, new StringBuilder()))
        .withMessage("unplugged");
  }

  /** A text many times over, and then another. */
  private static final class Repeated extends Reader {
    private final String text;
    private int left;
    private final String end;
    private int position;
    private int ended;

    Repeated(String text, int characters, String end) {
      this.text = text;
      this.left = characters;
      this.end = end;
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
      int count = 0;
      while (count < length && left > 0) {
        buffer[offset + count++] = text.charAt(position++ % text.length());
        left--;
        position %= text.length();
      }
      while (count < length && ended < end.length()) {
        buffer[offset + count++] = end.charAt(ended++);
      }
      return count == 0 ? -1 : count;
    }

    @Override
    public void close() {}
  }
}
