package org.popliteus.examples.cli;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.popliteus.engine.Advisor;

/**
 * The knowledge base inside the jar. It can begin to load while the command line is still being
 * read, since each takes a good part of the time until the first answer.
 */
final class PackagedKnowledgeBase {
  private static final FutureTask<Advisor> LOADING = new FutureTask<>(Advisor::create);

  private PackagedKnowledgeBase() {}

  /** Begins to load, and returns at once. */
  static void begin() {
    Thread thread = new Thread(LOADING, "knowledge base");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Waits until it is loaded; loads it now where nobody began.
   *
   * @throws org.popliteus.engine.knowledge.KnowledgeBaseException if it is not whole
   */
  static Advisor advisor() {
    LOADING.run();
    try {
      return LOADING.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
