package org.popliteus.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PopliteusTest {

  @Test
  void listsItsCommands() {
    Run run = Run.of("--help");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("assess").contains("findings").contains("causes");
  }

  @Test
  void explainsTheExitStatusOfEveryCommand() {
    assertThat(Run.of("assess", "--help").out()).contains("2   bad input or usage");
  }

  @Test
  void namesTheVersionsOfEngineAndKnowledgeBase() {
    Run run = Run.of("--version");

    assertThat(run.status()).isZero();
    assertThat(run.lines()).hasSize(2);
    assertThat(run.lines().get(1)).startsWith("posterior-knee ");
  }

  @Test
  void wantsACommand() {
    Run run = Run.of();

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo("popliteus: a command is missing\n  Maybe look at popliteus --help.\n");
  }

  @Test
  void suggestsTheCommandThatWasMeant() {
    Run run = Run.of("finding");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("'finding'").contains("\n  Maybe findings");
  }

  @Test
  void suggestsTheOptionThatWasMeant() {
    Run run = Run.of("assess", "--ndjsn", "-");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("'--ndjsn'").contains("\n  Maybe --ndjson?");
  }

  @Test
  void wantsAFileToAssess() {
    Run run = Run.of("assess");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("FILE").contains("\n  Maybe look at popliteus assess --help.");
  }

  @Test
  void refusesAFormatThatItDoesNotKnow() {
    Run run = Run.of("causes", "--format", "xml");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("[text, json]").contains("'xml'").contains("\n  Maybe ");
  }
}
