package org.popliteus.kb.posteriorknee;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.InvalidPresentationException;
import org.popliteus.engine.Presentation;

/** What a person answered stays out of the log, at every level. */
class PrivacyTest {
  /** A number that stands nowhere else, planted as a measured value. */
  static final double CANARY_NUMBER = 61.273849;

  static final String CANARY_TEXT = "canary-7f3a9";

  /** Runs in a Java process of its own, with the level of its log set. */
  static final class Probe {
    private Probe() {}

    public static void main(String[] arguments) {
      Advisor advisor = Advisor.create();
      advisor.assess(
          Presentation.builder()
              .measured("AGE_YEARS", CANARY_NUMBER)
              .present("CALF_SWELLING", "HX_CANCER", "PAIN_CALF")
              .absent("CHEST_PAIN")
              .build());
      List<Map<String, Object>> wrong =
          List.of(
              Map.of("SEX_AT_BIRTH", CANARY_TEXT),
              Map.of("AGE_YEARS", -CANARY_NUMBER),
              Map.of(CANARY_TEXT, "present"));
      for (Map<String, Object> answers : wrong) {
        try {
          advisor.presentation(answers);
        } catch (InvalidPresentationException e) {
          // as a host would log it
          System.err.println(e + " " + e.problems());
        }
      }
      System.err.println("the probe ran to its end");
    }
  }

  private static String logAt(String level) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=" + level);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Probe.class.getName());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, SECONDS)).isTrue();
    assertThat(log).contains("the probe ran to its end");
    return log;
  }

  @Test
  void noAnswerStandsInTheLogAtTrace() throws Exception {
    String log = logAt("trace");
    assertThat(log).contains("TRACE");
    assertThat(log).doesNotContain("61.27").doesNotContain(CANARY_TEXT);
    // what matched is an answer too: no fact may be printed with its code
    assertThat(log).doesNotContain("HX_CANCER").doesNotContain("CALF_SWELLING");
  }

  @Test
  void nothingIsLoggedAtWarnWhenItStarts() throws Exception {
    assertThat(logAt("warn")).doesNotContain("WARN").doesNotContain("ERROR");
  }
}
