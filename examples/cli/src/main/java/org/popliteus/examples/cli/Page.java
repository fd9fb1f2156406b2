package org.popliteus.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.StringTokenizer;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** Text in lines of one width, coloured or not. */
final class Page {
  private static final int GAP = 2;

  private final int width;
  private final Ansi ansi;
  private final StringBuilder text = new StringBuilder();

  /**
   * A run of words in one style.
   *
   * @param text the words
   * @param right whether they stand at the right edge of the first line
   * @param style how they look
   */
  record Part(String text, boolean right, List<IStyle> style) {}

  private record Word(String text, List<IStyle> style) {}

  Page(int width, Ansi ansi) {
    this.width = width;
    this.ansi = ansi;
  }

  static Part plain(String text) {
    return new Part(text, false, List.of());
  }

  static Part bold(String text) {
    return styled(text, Style.bold);
  }

  /** What a hurried reader may skip. */
  static Part quiet(String text) {
    return styled(text, Style.faint);
  }

  static Part styled(String text, IStyle... style) {
    return new Part(text, false, List.of(style));
  }

  static Part right(String text, IStyle... style) {
    return new Part(text, true, List.of(style));
  }

  /** The text with a full stop. */
  static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }

  Page blank() {
    text.append('\n');
    return this;
  }

  /** A heading with a blank line before and after it, and a remark at its right. */
  Page heading(String heading, String remark) {
    return blank()
        .put(
            "",
            styled(heading.toUpperCase(Locale.ROOT), Style.bold, Style.underline),
            right(remark, Style.faint))
        .blank();
  }

  /**
   * A paragraph.
   *
   * @param lead stands before the first line; the others are indented as far
   * @param parts joined by spaces, and broken between words
   */
  Page put(String lead, Part... parts) {
    return put(plain(lead), parts);
  }

  /** A paragraph with a styled lead. */
  Page put(Part lead, Part... parts) {
    String indent = " ".repeat(lead.text().length());
    Part edge = edge(parts);
    int room = width - indent.length() - (edge.text().isEmpty() ? 0 : edge.text().length() + GAP);
    List<List<Word>> lines = broken(words(parts), room);
    for (int i = 0; i < lines.size(); i++) {
      if (i == 0) {
        append(lead.text(), lead.style());
      } else {
        text.append(indent);
      }
      int length = append(lines.get(i));
      if (i == 0 && !edge.text().isEmpty()) {
        text.append(" ".repeat(Math.max(GAP, room - length + GAP)));
        append(edge.text(), edge.style());
      }
      text.append('\n');
    }
    return this;
  }

  /**
   * A box as wide as the page, in one style, so that it is seen first.
   *
   * @param title its first line
   * @param remark stands at the right of the title, where there is room
   */
  Page box(List<IStyle> style, String title, String remark, List<String> paragraphs) {
    int room = width - 2 - 2 * GAP;
    String bar = "━".repeat(width - 2);
    append("┏" + bar + "┓", style);
    text.append('\n');
    int between = room - length(title) - length(remark);
    boxed(between < GAP ? title : title + " ".repeat(between) + remark, room, style);
    for (String paragraph : paragraphs) {
      for (List<Word> line : broken(words(plain(paragraph)), room)) {
        StringJoiner words = new StringJoiner(" ");
        line.forEach(word -> words.add(word.text()));
        boxed(words.toString(), room, style);
      }
    }
    append("┗" + bar + "┛", style);
    text.append('\n');
    return this;
  }

  private void boxed(String line, int room, List<IStyle> style) {
    String margin = " ".repeat(GAP);
    String filled = line + " ".repeat(Math.max(0, room - length(line)));
    append("┃" + margin + filled + margin + "┃", style);
    text.append('\n');
  }

  private static Part edge(Part[] parts) {
    for (Part part : parts) {
      if (part.right()) {
        return part;
      }
    }
    return right("");
  }

  private static List<Word> words(Part... parts) {
    List<Word> words = new ArrayList<>();
    for (Part part : parts) {
      if (!part.right()) {
        StringTokenizer tokens = new StringTokenizer(part.text());
        while (tokens.hasMoreTokens()) {
          words.add(new Word(tokens.nextToken(), part.style()));
        }
      }
    }
    return words;
  }

  /** At least one line; a word that is longer than the room has a line of its own. */
  private static List<List<Word>> broken(List<Word> words, int room) {
    List<List<Word>> lines = new ArrayList<>();
    List<Word> line = new ArrayList<>();
    int length = 0;
    for (Word word : words) {
      int more = length(word.text()) + (line.isEmpty() ? 0 : 1);
      if (!line.isEmpty() && length + more > room) {
        lines.add(line);
        line = new ArrayList<>();
        length = 0;
        more = length(word.text());
      }
      line.add(word);
      length += more;
    }
    lines.add(line);
    return lines;
  }

  /** One style is switched on and off once for all words that follow each other in it. */
  private int append(List<Word> line) {
    int length = 0;
    StringBuilder run = new StringBuilder();
    for (int i = 0; i < line.size(); i++) {
      Word word = line.get(i);
      run.append(word.text());
      length += length(word.text());
      boolean last = i + 1 == line.size();
      if (!last) {
        length++;
      }
      if (last || !line.get(i + 1).style().equals(word.style())) {
        append(run.toString(), word.style());
        run.setLength(0);
        text.append(last ? "" : " ");
      } else {
        run.append(' ');
      }
    }
    return length;
  }

  private void append(String plain, List<IStyle> style) {
    if (!ansi.enabled() || style.isEmpty()) {
      text.append(plain);
    } else {
      text.append(Style.on(style.toArray(IStyle[]::new))).append(plain).append(Style.reset.on());
    }
  }

  private static int length(String word) {
    return word.codePointCount(0, word.length());
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
