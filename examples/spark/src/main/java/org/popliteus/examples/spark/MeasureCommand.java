package org.popliteus.examples.spark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Urgency;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the job against the library alone. */
@Command(
    name = "measure",
    description = {
      "Measures on this machine what Spark costs: the whole job, from the files to the answers"
          + " counted again from what it wrote, against the library alone, which reads and"
          + " assesses the same files in as many threads and writes nothing.",
      "Both take turns, in one process that is warm; the start of Spark is told apart."
    })
final class MeasureCommand implements Callable<Integer> {
  private static final int WARMING_ROWS = 20_000;

  private final PrintStream out;
  private final PrintStream err;
  private final HeapWatch heap = new HeapWatch();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin private final KnowledgeOption knowledge = new KnowledgeOption();

  @Option(
      names = "--rows",
      split = ",",
      description = "How many, one after the other; 10000,100000,1000000 if not said.")
  private int[] sizes = {10_000, 100_000, 1_000_000};

  @Option(names = "--times", description = "How often each is measured; 3 if not said.")
  private int times = 3;

  @Option(names = "--threads", description = "Threads of both sides; 2 if not said.")
  private int threads = 2;

  @Option(
      names = "--folder",
      description = "Where test data lie until the end, some 5 GB for a million rows.")
  private @Nullable Path folder;

  /** One side's time by the clock and by the processor, and its memory. */
  private record Side(double seconds, double processor, long heapAfterCollection, long heapPeak) {}

  private interface Work {
    Map<String, Long> run() throws IOException, InterruptedException;
  }

  private record Measured(Side side, Map<String, Long> urgencies) {}

  MeasureCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (times < 1 || threads < 1 || Arrays.stream(sizes).anyMatch(rows -> rows < 1)) {
      throw new ParameterException(
          spec.commandLine(), "--rows, --times and --threads are at least 1 each");
    }
    Advisor advisor = knowledge.advisor();
    Path work = Files.createTempDirectory(at(), "popliteus-measure");
    err.println("popliteus-spark: test data lie in " + work + " until the end");
    SparkConf settings = new SparkConf().setMaster("local[" + threads + "]");
    long start = System.nanoTime();
    try (SparkSession spark = Session.open(settings)) {
      out.printf(
          Locale.ROOT,
          "Spark %s, Java %s, %d threads of %d, -Xmx %d MiB; Spark's start took %.1f s%n",
          spark.version(),
          Runtime.version(),
          threads,
          Runtime.getRuntime().availableProcessors(),
          Runtime.getRuntime().maxMemory() >> 20,
          secondsSince(start));
      measure(spark, advisor, work, WARMING_ROWS, 2, false);
      out.println(
          "| rows | MB read | library, rows/s | Spark, rows/s | ratio by the clock, median (spread) |"
              + " ratio by the processor | library, MiB after GC | Spark, MiB after GC (peak) |");
      out.println("|--:|--:|--:|--:|--:|--:|--:|--:|");
      for (int rows : sizes) {
        measure(spark, advisor, work, rows, times, true);
      }
      return ExitStatus.DONE;
    } finally {
      delete(work);
    }
  }

  private Path at() throws IOException {
    return Files.createDirectories(
        folder == null ? Path.of(System.getProperty("java.io.tmpdir")) : folder);
  }

  private void measure(
      SparkSession spark, Advisor advisor, Path work, int rows, int times, boolean told)
      throws IOException, InterruptedException {
    Path in = work.resolve("in");
    Path answers = work.resolve("out");
    new InventedRows(spark, Knowledge.of(advisor), rows)
        .write(rows, InventedRows.Format.ndjson, output(spark, in), true);
    List<Path> files = files(in);
    List<Side> library = new ArrayList<>();
    List<Side> job = new ArrayList<>();
    PrintStream nobody =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Work alone = () -> words(new PlainLibrary(advisor, threads).assess(files));
    Work withSpark =
        () ->
            new AssessJob(spark, nobody)
                .run(advisor, in.toString(), answers.toString(), true)
                .written()
                .urgencies();
    for (int i = 0; i < times; i++) {
      // neither side is always the one that finds the files in memory, or the heap full
      Measured first = i % 2 == 0 ? timed(alone) : timed(withSpark);
      Measured second = i % 2 == 0 ? timed(withSpark) : timed(alone);
      if (!first.urgencies().equals(second.urgencies())) {
        throw new IllegalStateException("both sides do not give the same answers");
      }
      library.add(i % 2 == 0 ? first.side() : second.side());
      job.add(i % 2 == 0 ? second.side() : first.side());
      err.printf(
          Locale.ROOT,
          "popliteus-spark: %s%,d rows, %d of %d: library %.1f s, Spark %.1f s%n",
          told ? "" : "to warm up, ",
          rows,
          i + 1,
          times,
          library.get(i).seconds(),
          job.get(i).seconds());
    }
    if (told) {
      tell(rows, bytes(files), library, job);
    }
  }

  private void tell(int rows, long bytes, List<Side> library, List<Side> job) {
    out.printf(
        Locale.ROOT,
        "| %,d | %,d | %,.0f | %,.0f | %s | %s | %,d | %,d (%,d) |%n",
        rows,
        bytes / 1_000_000,
        rows / median(library),
        rows / median(job),
        ratio(library, job, Side::seconds),
        ratio(library, job, Side::processor),
        library.stream().mapToLong(Side::heapAfterCollection).max().orElse(0),
        job.stream().mapToLong(Side::heapAfterCollection).max().orElse(0),
        job.stream().mapToLong(Side::heapPeak).max().orElse(0));
  }

  /** How much of the library's throughput is left: the median, the least and the most. */
  private static String ratio(List<Side> library, List<Side> job, ToDoubleFunction<Side> of) {
    double[] ratios = new double[job.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = 100 * of.applyAsDouble(library.get(i)) / of.applyAsDouble(job.get(i));
    }
    Arrays.sort(ratios);
    return String.format(
        Locale.ROOT,
        "%.0f %% (%.0f to %.0f)",
        ratios[ratios.length / 2],
        ratios[0],
        ratios[ratios.length - 1]);
  }

  private static double median(List<Side> sides) {
    double[] seconds = sides.stream().mapToDouble(Side::seconds).sorted().toArray();
    return seconds[seconds.length / 2];
  }

  private Measured timed(Work work) throws IOException, InterruptedException {
    System.gc();
    heap.reset();
    long start = System.nanoTime();
    long processor = processorNanos();
    Map<String, Long> urgencies = work.run();
    double seconds = secondsSince(start);
    double spent = (processorNanos() - processor) / 1e9;
    return new Measured(
        new Side(seconds, spent, heap.mostAfterCollection(), heap.peak()), urgencies);
  }

  private static Map<String, Long> words(Map<Urgency, Long> urgencies) {
    Map<String, Long> words = new TreeMap<>();
    for (Urgency urgency : Urgency.values()) {
      words.put(
          urgency.name().toLowerCase(Locale.ROOT).replace('_', '-'),
          urgencies.getOrDefault(urgency, 0L));
    }
    return words;
  }

  private static Output output(SparkSession spark, Path folder) {
    return new Output(folder.toString(), spark.sparkContext().hadoopConfiguration());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(file -> file.getFileName().toString().startsWith("part-")).toList();
    }
  }

  private static long bytes(List<Path> files) throws IOException {
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  /** Of all threads of this process, those of the collector and the compiler among them. */
  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
