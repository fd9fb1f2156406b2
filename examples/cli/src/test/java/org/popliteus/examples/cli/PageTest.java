package org.popliteus.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

class PageTest {
  private final Page page = new Page(20, Ansi.OFF);

  @Test
  void breaksLinesBetweenWordsAndIndentsThemBelowTheLead() {
    page.put(" 1  ", Page.plain("one two three four five"), Page.bold("six"));

    assertThat(page).hasToString(" 1  one two three\n    four five six\n");
  }

  @Test
  void putsARemarkAtTheRightEdgeOfTheFirstLine() {
    page.put("", Page.plain("one two three four"), Page.right("now"));

    assertThat(page).hasToString("one two three    now\nfour\n");
  }

  @Test
  void leavesAWordWholeThatIsWiderThanThePage() {
    page.put("", Page.plain("see https://example.org/a-long-address now"));

    assertThat(page).hasToString("see\nhttps://example.org/a-long-address\nnow\n");
  }

  @Test
  void drawsABoxAsWideAsThePage() {
    page.box(List.of(Style.bold), "SOON", "a", List.of("See a doctor this week."));

    assertThat(page)
        .hasToString(
            """
            ┏━━━━━━━━━━━━━━━━━━┓
            ┃  SOON         a  ┃
            ┃  See a doctor    ┃
            ┃  this week.      ┃
            ┗━━━━━━━━━━━━━━━━━━┛
            """);
  }

  @Test
  void coloursWordsAndNeverTheIndentOrTheLineEnd() {
    Page coloured = new Page(12, Ansi.ON);

    coloured.put("  ", Page.plain("plain"), Page.styled("red words", Style.fg_red));

    assertThat(coloured)
        .hasToString("  plain \u001b[31mred\u001b[0m\n  \u001b[31mwords\u001b[0m\n");
  }
}
