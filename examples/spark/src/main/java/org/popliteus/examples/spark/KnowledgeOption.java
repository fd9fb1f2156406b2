package org.popliteus.examples.spark;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Advisor;
import picocli.CommandLine.Option;

/** Which knowledge base a command uses. */
final class KnowledgeOption {
  @Option(
      names = "--kb",
      paramLabel = "FOLDER",
      description = "Use the knowledge base in this folder of this machine, not the one inside.")
  private @Nullable Path folder;

  /**
   * Read and checked.
   *
   * @throws org.popliteus.engine.knowledge.KnowledgeBaseException if it is missing or has mistakes
   */
  Advisor advisor() {
    return folder == null ? Advisor.create() : Advisor.load(folder);
  }
}
