package org.popliteus.examples.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Urgency;

/**
 * What was written, counted from the files themselves.
 *
 * @param urgencies rows by urgency, most urgent first
 * @param badRows rows that have problems instead
 * @param problems the problems of bad rows by kind
 * @param withoutId rows without an id
 * @param repeatedIds ids that stand in several rows
 * @param rowsOfRepeatedIds the rows in which they stand
 */
record Tally(
    Map<String, Long> urgencies,
    long badRows,
    Map<String, Long> problems,
    long withoutId,
    long repeatedIds,
    long rowsOfRepeatedIds) {

  static Tally of(SparkSession spark, String folder) {
    Dataset<Row> answers = spark.read().schema(Answers.SCHEMA).parquet(folder);
    Map<String, Long> urgencies = new LinkedHashMap<>();
    for (Urgency urgency : Urgency.values()) {
      urgencies.put(urgency.name().toLowerCase(Locale.ROOT).replace('_', '-'), 0L);
    }
    long badRows = 0;
    long withoutId = 0;
    for (Row row :
        answers
            .groupBy(col(Answers.URGENCY))
            .agg(count(lit(1)), count(col(Answers.ID)))
            .collectAsList()) {
      @Nullable String urgency = row.getString(0);
      if (urgency == null) {
        badRows = row.getLong(1);
      } else {
        urgencies.put(urgency, row.getLong(1));
      }
      withoutId += row.getLong(1) - row.getLong(2);
    }
    Map<String, Long> problems = new TreeMap<>();
    if (badRows > 0) {
      answers
          .select(explode(col(Answers.PROBLEMS)).as("problem"))
          .groupBy(col("problem.kind"))
          .count()
          .collectAsList()
          .forEach(row -> problems.put(row.getString(0), row.getLong(1)));
    }
    Row repeated =
        answers
            .where(col(Answers.ID).isNotNull())
            .groupBy(col(Answers.ID))
            .agg(count(lit(1)).as("rows"))
            .where(col("rows").gt(1))
            .agg(count(lit(1)), sum(col("rows")))
            .first();
    return new Tally(
        urgencies,
        badRows,
        problems,
        withoutId,
        repeated.getLong(0),
        repeated.isNullAt(1) ? 0 : repeated.getLong(1));
  }

  long rows() {
    return badRows + urgencies.values().stream().mapToLong(Long::longValue).sum();
  }

  /** For a person to read. */
  String text() {
    StringBuilder text = new StringBuilder();
    urgencies.forEach((urgency, rows) -> line(text, urgency, rows));
    line(text, "bad rows", badRows);
    line(text, "all rows", rows());
    if (badRows > 0) {
      text.append("The problems of bad rows stand in the column problems: ")
          .append(problems.toString().replaceAll("[{}]", "").replace('=', ' '))
          .append(".\n");
    }
    if (withoutId > 0) {
      text.append(String.format(Locale.ROOT, "Rows without an id: %,d.%n", withoutId));
    }
    if (repeatedIds > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              "Ids that stand in more than one row: %,d, in %,d rows; each row has its answer.%n",
              repeatedIds,
              rowsOfRepeatedIds));
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String what, long rows) {
    text.append(String.format(Locale.ROOT, "  %-10s %,15d%n", what, rows));
  }
}
