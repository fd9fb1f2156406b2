package org.popliteus.examples.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.KnowledgeBaseException;
import org.popliteus.engine.knowledge.KnowledgeFiles;
import picocli.CommandLine.Option;

/** Which knowledge base a command uses. */
final class KnowledgeOption {
  @Option(
      names = "--kb",
      paramLabel = "FOLDER",
      description = "Use the knowledge base in this folder instead of the one inside.")
  private @Nullable Path folder;

  /**
   * Ready to assess.
   *
   * @throws BadInput if the folder is no knowledge base
   * @throws KnowledgeBaseException if the knowledge base has mistakes
   */
  Advisor advisor() {
    return folder == null ? PackagedKnowledgeBase.advisor() : from(folder, Advisor::load);
  }

  /**
   * Only what it says.
   *
   * @throws BadInput if the folder is no knowledge base
   * @throws KnowledgeBaseException if the knowledge base has mistakes
   */
  KnowledgeBase knowledge() {
    return folder == null
        ? PackagedKnowledgeBase.advisor().knowledge()
        : from(folder, home -> KnowledgeBase.read(KnowledgeFiles.read(home)));
  }

  /** A folder that holds none is the user's mistake; all that is wrong inside is the reviewers'. */
  static <T> T from(Path folder, Function<Path, T> load) {
    try {
      try {
        KnowledgeFiles.home(folder);
      } catch (KnowledgeBaseException e) {
        throw new BadInput(e);
      }
      return load.apply(folder);
    } catch (UncheckedIOException e) {
      throw new BadInput(
          "cannot read the folder " + folder, "Maybe you are not allowed to; ls -l says who is.");
    }
  }
}
