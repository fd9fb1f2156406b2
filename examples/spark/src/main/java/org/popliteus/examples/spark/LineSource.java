package org.popliteus.examples.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.lib.input.FileSplit;
import org.apache.hadoop.mapreduce.lib.input.TextInputFormat;
import org.apache.spark.api.java.JavaNewHadoopRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * Files with one presentation a line, plain or compressed. They are read twice: Spark cuts a file
 * by bytes, and only who has counted the lines before a cut can say in which line a problem stands.
 */
final class LineSource implements Source {
  /** The bytes of a part: a few seconds of work, so that progress is seen and little is redone. */
  private static final long MOST_BYTES = 64L << 20;

  private static final long LEAST_BYTES = 1L << 18;

  private final JavaSparkContext spark;
  private final JavaNewHadoopRDD<LongWritable, Text> lines;
  private final List<Part> parts;

  /** Where a part begins: a file and a byte of it. */
  private record Start(String file, long at) implements Serializable {}

  /** How many lines a part holds, and how many of them are not blank. */
  private record Part(Start start, long lines, long rows) implements Serializable {}

  LineSource(JavaSparkContext spark, InputFiles input) {
    this.spark = spark;
    try {
      Job job = Job.getInstance(input.settings());
      FileInputFormat.setInputPaths(
          job, input.files().stream().map(FileStatus::getPath).toArray(Path[]::new));
      long even = input.bytes() / (2L * spark.defaultParallelism());
      FileInputFormat.setMaxInputSplitSize(job, Math.max(LEAST_BYTES, Math.min(MOST_BYTES, even)));
      this.lines =
          (JavaNewHadoopRDD<LongWritable, Text>)
              spark.newAPIHadoopRDD(
                  job.getConfiguration(), TextInputFormat.class, LongWritable.class, Text.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.parts = lines.mapPartitionsWithInputSplit(LineSource::count, true).collect();
  }

  private static Iterator<Part> count(InputSplit split, Iterator<Tuple2<LongWritable, Text>> in) {
    long lines = 0;
    long rows = 0;
    while (in.hasNext()) {
      lines++;
      rows += LineRow.isBlank(in.next()._2()) ? 0 : 1;
    }
    return List.of(new Part(start(split), lines, rows)).iterator();
  }

  private static Start start(InputSplit split) {
    FileSplit file = (FileSplit) split;
    return new Start(InputFiles.shown(file.getPath()), file.getStart());
  }

  @Override
  public Size size() {
    long rows = parts.stream().mapToLong(Part::rows).sum();
    long all = parts.stream().mapToLong(Part::lines).sum();
    return new Size(rows, all - rows, parts.size());
  }

  @Override
  public JavaRDD<InputRow> rows() {
    Broadcast<Map<Start, Long>> linesBefore = spark.broadcast(linesBefore());
    return lines.mapPartitionsWithInputSplit(
        (split, in) -> {
          Start start = start(split);
          return new Rows(in, start.file(), linesBefore.value().getOrDefault(start, 0L));
        },
        true);
  }

  /** The parts of a file come in the order of its bytes. */
  private Map<Start, Long> linesBefore() {
    Map<Start, Long> before = new HashMap<>();
    Map<String, Long> soFar = new HashMap<>();
    for (Part part : parts) {
      before.put(part.start(), soFar.getOrDefault(part.start().file(), 0L));
      soFar.merge(part.start().file(), part.lines(), Long::sum);
    }
    return before;
  }

  /** The rows of a part, one in memory at a time. */
  private static final class Rows implements Iterator<InputRow> {
    private final Iterator<Tuple2<LongWritable, Text>> in;
    private final String file;
    private long number;
    private @Nullable InputRow next;

    Rows(Iterator<Tuple2<LongWritable, Text>> in, String file, long linesBefore) {
      this.in = in;
      this.file = file;
      this.number = linesBefore;
    }

    @Override
    public boolean hasNext() {
      while (next == null && in.hasNext()) {
        Text line = in.next()._2();
        number++;
        next = LineRow.isBlank(line) ? null : new LineRow(file, number, line);
      }
      return next != null;
    }

    @Override
    public InputRow next() {
      if (!hasNext() || next == null) {
        throw new NoSuchElementException();
      }
      InputRow row = next;
      next = null;
      return row;
    }
  }
}
