package org.popliteus.examples.spark;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes test data. */
@Command(
    name = "generate",
    description = {
      "Invents runners and writes what they answer.",
      "The same seed gives the same rows, on any machine; they are no fact about people."
    })
final class GenerateCommand implements Callable<Integer> {
  private final PrintStream out;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin private final KnowledgeOption knowledge = new KnowledgeOption();

  @Option(names = "--rows", required = true, description = "How many runners.")
  private long rows;

  @Option(names = "--seed", description = "Another number gives other runners; 1 if not said.")
  private long seed = 1;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; ndjson if not said.")
  private InventedRows.Format format = InventedRows.Format.ndjson;

  @Option(names = "--out", required = true, description = "A folder that is not there yet.")
  private String folder = "";

  @Option(names = "--overwrite", description = "Delete what an earlier run has written there.")
  private boolean overwrite;

  GenerateCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    if (rows < 0) {
      throw new ParameterException(spec.commandLine(), "--rows is " + rows + ", less than none");
    }
    Knowledge inside = Knowledge.of(knowledge.advisor());
    try (SparkSession spark = Session.open()) {
      Output output = new Output(folder, spark.sparkContext().hadoopConfiguration());
      new InventedRows(spark, inside, seed).write(rows, format, output, overwrite);
      out.printf(Locale.ROOT, "%s holds %,d invented runners of seed %d%n", folder, rows, seed);
      return ExitStatus.DONE;
    }
  }
}
