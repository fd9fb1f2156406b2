package org.popliteus.examples.spark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.fact.Chosen;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Measured;
import org.popliteus.engine.fact.Present;
import scala.jdk.javaapi.CollectionConverters;

/** Writes what invented runners answer, in parts at once, and no more than one in memory each. */
final class InventedRows {
  private static final long ROWS_OF_A_PART = 20_000;
  private static final JsonFactory JSON = new JsonFactory();
  private static final StructType SCHEMA =
      new StructType()
          .add("id", DataTypes.StringType)
          .add("findings", DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType));

  private final SparkSession spark;
  private final JavaSparkContext context;
  private final Broadcast<Knowledge> knowledge;
  private final long seed;

  /** How rows are written; both are read by {@code assess}. */
  enum Format {
    /** One JSON object a line. */
    ndjson,
    /** A table. */
    parquet
  }

  InventedRows(SparkSession spark, Knowledge knowledge, long seed) {
    this.spark = spark;
    this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.knowledge = context.broadcast(knowledge);
    this.seed = seed;
  }

  /**
   * Writes runners 0 to {@code rows}.
   *
   * @throws BadInput if the output cannot be written there
   */
  void write(long rows, Format format, Output output, boolean overwrite) {
    SaveMode mode = output.mode(overwrite);
    long parts = Math.max(context.defaultParallelism(), rows / ROWS_OF_A_PART);
    JavaRDD<Long> numbers = spark.range(0, rows, 1, (int) parts).javaRDD().map(n -> n);
    Broadcast<Knowledge> inside = knowledge;
    long from = seed;
    DataFrameWriter<?> writer =
        switch (format) {
          case ndjson ->
              spark
                  .createDataset(
                      numbers
                          .mapPartitions(
                              part -> {
                                InventedRunners runners = runners(inside, from);
                                return each(part, number -> line(number, runners.get(number)));
                              })
                          .rdd(),
                      Encoders.STRING())
                  .write();
          case parquet ->
              spark
                  .createDataFrame(
                      numbers.mapPartitions(
                          part -> {
                            InventedRunners runners = runners(inside, from);
                            return each(part, number -> row(number, runners.get(number)));
                          }),
                      SCHEMA)
                  .write();
        };
    DataFrameWriter<?> prepared = writer.mode(mode);
    if (format == Format.ndjson) {
      prepared.text(output.folder());
    } else {
      prepared.parquet(output.folder());
    }
  }

  private static InventedRunners runners(Broadcast<Knowledge> knowledge, long seed) {
    return new InventedRunners(knowledge.value().shared().advisor().knowledge(), seed);
  }

  private static <T> Iterator<T> each(Iterator<Long> numbers, LongFunction<T> make) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return numbers.hasNext();
      }

      @Override
      public T next() {
        return make.apply(numbers.next());
      }
    };
  }

  private static String id(long number) {
    return String.format(Locale.ROOT, "runner-%09d", number);
  }

  private static Row row(long number, Presentation runner) {
    Map<String, String> findings = new LinkedHashMap<>();
    for (Finding finding : runner.findings()) {
      findings.put(
          finding.code(),
          finding instanceof Measured measured ? String.valueOf(measured.value()) : word(finding));
    }
    return RowFactory.create(id(number), CollectionConverters.asScala(findings));
  }

  private static String line(long number, Presentation runner) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("id", id(number));
      json.writeObjectFieldStart("findings");
      for (Finding finding : runner.findings()) {
        if (finding instanceof Measured measured) {
          json.writeNumberField(finding.code(), measured.value());
        } else {
          json.writeStringField(finding.code(), word(finding));
        }
      }
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text in memory is always writable
    }
    return text.toString();
  }

  private static String word(Finding finding) {
    return finding instanceof Chosen chosen
        ? chosen.option()
        : finding instanceof Present ? "present" : "absent";
  }
}
