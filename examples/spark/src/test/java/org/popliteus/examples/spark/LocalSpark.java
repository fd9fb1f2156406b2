package org.popliteus.examples.spark;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.popliteus.engine.Advisor;

/** Spark in this process, with two threads and four tries of a task. */
final class LocalSpark {
  static final Advisor ADVISOR = Advisor.create();

  private LocalSpark() {}

  static SparkSession session() {
    return Session.open(
        new SparkConf()
            .setMaster("local[2,4]")
            .set("spark.sql.shuffle.partitions", "2")
            .set("spark.hadoop.fs.flaky.impl", FlakyFileSystem.class.getName()));
  }

  static AssessJob.Done assess(Path in, Path out) {
    return assess(in.toString(), out.toString(), silent());
  }

  static AssessJob.Done assess(String in, String out, PrintStream err) {
    return new AssessJob(session(), err).run(ADVISOR, in, out, false);
  }

  /** What was written, in the order of the input. */
  static List<Row> answers(Path out) {
    Dataset<Row> answers = session().read().parquet(out.toString());
    return answers.orderBy("file", "row").collectAsList();
  }

  static void invent(long rows, InventedRows.Format format, Path folder) {
    invent(rows, 1, format, folder);
  }

  static void invent(long rows, long seed, InventedRows.Format format, Path folder) {
    Output output = new Output(folder.toString(), session().sparkContext().hadoopConfiguration());
    new InventedRows(session(), Knowledge.of(ADVISOR), seed).write(rows, format, output, false);
  }

  static PrintStream silent() {
    return new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
  }
}
