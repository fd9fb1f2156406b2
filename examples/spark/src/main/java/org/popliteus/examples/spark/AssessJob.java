package org.popliteus.examples.spark;

import java.io.PrintStream;
import java.util.Locale;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.popliteus.engine.Advisor;

/** Assesses all rows of an input, and writes an answer for each. */
final class AssessJob {
  private final SparkSession spark;
  private final PrintStream err;

  /** What a job did. */
  record Done(Source.Size input, Tally written) {}

  AssessJob(SparkSession spark, PrintStream err) {
    this.spark = spark;
    this.err = err;
  }

  /**
   * Runs to the end.
   *
   * @throws BadInput if the input cannot be read, or the output not be written there
   * @throws Incomplete if what was written is not what the input holds
   */
  Done run(Advisor advisor, String in, String out, boolean overwrite) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    InputFiles files = InputFiles.find(in, context.hadoopConfiguration());
    Output output = new Output(out, context.hadoopConfiguration());
    output.mustLieApartFrom(files);
    SaveMode mode = output.mode(overwrite);
    Source source = source(context, files);
    Source.Size size = source.size();
    err.printf(
        Locale.ROOT,
        "popliteus-spark: %,d rows in %s, to be assessed by %s %s%n",
        size.rows(),
        size.partitions() == 1 ? "one part" : size.partitions() + " parts",
        advisor.version().id(),
        advisor.version().version());
    write(context, source, size, advisor, output, mode);
    Tally written = Tally.of(spark, output.folder());
    if (written.rows() != size.rows()) {
      throw new Incomplete(out, written.rows(), size.rows());
    }
    return new Done(size, written);
  }

  private Source source(JavaSparkContext context, InputFiles files) {
    if (!files.isParquet()) {
      return new LineSource(context, files);
    }
    TableSource table = new TableSource(spark, files);
    if (!table.otherColumns().isEmpty()) {
      err.println("popliteus-spark: these columns are not read: " + table.otherColumns());
    }
    return table;
  }

  private void write(
      JavaSparkContext context,
      Source source,
      Source.Size size,
      Advisor advisor,
      Output output,
      SaveMode mode) {
    Assess assess = new Assess(context.broadcast(Knowledge.of(advisor)));
    Progress progress = new Progress(err, size.rows());
    spark.sparkContext().addSparkListener(progress);
    try {
      spark
          .createDataFrame(source.rows().mapPartitions(assess), Answers.SCHEMA)
          .write()
          .mode(mode)
          .parquet(output.folder());
    } finally {
      spark.sparkContext().removeSparkListener(progress);
    }
  }
}
