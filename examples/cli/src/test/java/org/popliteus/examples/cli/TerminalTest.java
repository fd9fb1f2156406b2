package org.popliteus.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTest {

  @Test
  void isAsWideAsColumnsSays() {
    assertThat(Terminal.width("72")).isEqualTo(72);
  }

  @Test
  void isNeverTooWideOrTooNarrowToRead() {
    assertThat(Terminal.width("240")).isEqualTo(100);
    assertThat(Terminal.width("3")).isEqualTo(40);
  }

  @Test
  void isEightyWideWhereNobodySaysMore() {
    assertThat(Terminal.width(null)).isEqualTo(80);
    assertThat(Terminal.width("wide")).isEqualTo(80);
  }
}
