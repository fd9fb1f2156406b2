package org.popliteus.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.WriterAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark's log and the program's own words, at their most talkative. */
class PrivacyTest {
  private static final String GOOD =
      "{\"id\": \"Nightingale\", \"findings\": {\"AGE_YEARS\": 61.273849, \"HX_CANCER\": true}}\n";

  @TempDir private Path folder;

  private interface Work {
    void run() throws Exception;
  }

  private static String log(Work work) throws Exception {
    StringWriter log = new StringWriter();
    LoggerContext context = (LoggerContext) LogManager.getContext(false);
    LoggerConfig root = context.getConfiguration().getRootLogger();
    WriterAppender appender =
        WriterAppender.newBuilder()
            .setName("canary")
            .setTarget(log)
            .setLayout(PatternLayout.newBuilder().withPattern("%p %c %m%n%ex").build())
            .build();
    appender.start();
    Level before = root.getLevel();
    root.addAppender(appender, Level.TRACE, null);
    root.setLevel(Level.TRACE);
    context.updateLoggers();
    try {
      work.run();
    } finally {
      root.removeAppender("canary");
      root.setLevel(before);
      context.updateLoggers();
    }
    return log.toString();
  }

  private void assess(Path in) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    LocalSpark.assess(
        in.toString(),
        folder.resolve("out").toString(),
        new PrintStream(err, true, StandardCharsets.UTF_8));
    assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("Nightingale");
  }

  private static void assertIsSilentAboutThePerson(String log) {
    assertThat(log).contains("TRACE ", "INFO ");
    assertThat(log).doesNotContain("Nightingale");
    assertThat(log).doesNotContain("61.27");
    assertThat(log).doesNotContain("HX_CANCER");
  }

  @Test
  void nothingThatALineSaysIsLogged() throws Exception {
    Path in =
        Files.writeString(
            folder.resolve("in.ndjson"),
            GOOD
                + "{\"id\": \"Nightingale\", \"findings\": {\"Nightingale\": true}}\n"
                + "{\"findings\": {\"SEX_AT_BIRTH\": \"Nightingale\", \"BMI\": 6127384.9}}\n"
                + "Nightingale\n"
                + GOOD);

    String log = log(() -> assess(in));

    assertThat(LocalSpark.answers(folder.resolve("out"))).hasSize(5);
    assertIsSilentAboutThePerson(log);
  }

  @Test
  void nothingThatATableSaysIsLogged() throws Exception {
    Path lines =
        Files.writeString(
            folder.resolve("in.json"),
            """
            {"id": "Nightingale", "findings": {"AGE_YEARS": "61.273849", "HX_CANCER": "true"}}
            {"id": "Nightingale", "findings": {"Nightingale": "true"}}
            """);
    LocalSpark.session()
        .read()
        .schema("id string, findings map<string, string>")
        .json(lines.toString())
        .write()
        .parquet(folder.resolve("in").toString());

    String log = log(() -> assess(folder.resolve("in")));

    assertThat(LocalSpark.answers(folder.resolve("out"))).hasSize(2);
    assertIsSilentAboutThePerson(log);
  }
}
