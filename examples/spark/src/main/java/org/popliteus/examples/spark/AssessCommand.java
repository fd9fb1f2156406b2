package org.popliteus.examples.spark;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.popliteus.engine.Advisor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Assesses every row of an input. */
@Command(
    name = "assess",
    description = "Assesses every row of IN, and writes a row of answers for each as Parquet.")
final class AssessCommand implements Callable<Integer> {
  private final PrintStream out;
  private final PrintStream err;

  @Mixin private final KnowledgeOption knowledge = new KnowledgeOption();

  @Option(
      names = "--overwrite",
      description = "Delete what an earlier run has written to OUT, whether it ended or not.")
  private boolean overwrite;

  @Parameters(
      index = "0",
      paramLabel = "IN",
      description = "A file or folder, NDJSON or Parquet; for example cases.ndjson, hdfs:/cases.")
  private String in = "";

  @Parameters(index = "1", paramLabel = "OUT", description = "A folder that is not there yet.")
  private String folder = "";

  AssessCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws IOException {
    Advisor advisor = knowledge.advisor();
    try (SparkSession spark = Session.open()) {
      AssessJob.Done done = new AssessJob(spark, err).run(advisor, in, folder, overwrite);
      out.printf(
          Locale.ROOT,
          "%s holds the answers of %s %s (%s), sha256 %s%n",
          folder,
          advisor.version().id(),
          advisor.version().version(),
          advisor.version().status(),
          advisor.version().sha256());
      out.print(done.written().text());
      if (done.input().blankLines() > 0) {
        out.printf(
            Locale.ROOT, "Blank lines, which are no rows: %,d.%n", done.input().blankLines());
      }
      return ExitStatus.DONE;
    }
  }
}
