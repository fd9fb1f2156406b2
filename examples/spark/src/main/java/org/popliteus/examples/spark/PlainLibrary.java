package org.popliteus.examples.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Urgency;
import org.popliteus.engine.json.JsonCodec;

/**
 * What Spark is held against: the same files read line by line and assessed in as many threads, and
 * only the urgencies kept. It writes nothing, so that it is the harder side.
 */
final class PlainLibrary {
  private final Advisor advisor;
  private final JsonCodec codec;
  private final int threads;

  PlainLibrary(Advisor advisor, int threads) {
    this.advisor = advisor;
    this.codec = new JsonCodec(advisor);
    this.threads = threads;
  }

  /** How many rows there are of each urgency. */
  Map<Urgency, Long> assess(Collection<Path> files) throws IOException, InterruptedException {
    Queue<Path> left = new ConcurrentLinkedQueue<>(files);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Map<Urgency, Long>>> work = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        work.add(() -> assessUntilNoneIsLeft(left));
      }
      Map<Urgency, Long> all = new EnumMap<>(Urgency.class);
      for (Future<Map<Urgency, Long>> part : pool.invokeAll(work)) {
        part.get().forEach((urgency, rows) -> all.merge(urgency, rows, Long::sum));
      }
      return all;
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private Map<Urgency, Long> assessUntilNoneIsLeft(Queue<Path> files) throws IOException {
    Map<Urgency, Long> rows = new EnumMap<>(Urgency.class);
    for (Path file = files.poll(); file != null; file = files.poll()) {
      try (BufferedReader lines = Files.newBufferedReader(file)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          Assessment answer = advisor.assess(codec.read(line).presentation());
          rows.merge(answer.urgency(), 1L, Long::sum);
        }
      }
    }
    return rows;
  }
}
