package org.popliteus.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuickstartTest {

  @Test
  void sendsTheRunnerToAClinicianTheSameDay() {
    assertThat(printed().get(0)).startsWith("SAME_DAY: ");
  }

  @Test
  void saysWhy() {
    assertThat(printed()).anyMatch(line -> line.startsWith("because: "));
  }

  @Test
  void namesAClotAmongTheCauses() {
    assertThat(printed()).anyMatch(line -> line.matches("\\d+\\. Blood clot in a deep .*"));
  }

  @Test
  void saysWhatToDo() {
    assertThat(printed()).anyMatch(line -> line.startsWith("do: "));
  }

  private static List<String> printed() {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      Quickstart.main(new String[0]);
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
