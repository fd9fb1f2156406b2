package org.popliteus.engine.build;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.knowledge.Diagnostic;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.KnowledgeBaseException;
import org.popliteus.engine.knowledge.KnowledgeFiles;
import org.popliteus.engine.knowledge.PackedKnowledge;

/**
 * Builds a knowledge base into a jar: {@code check FOLDER} before its rules are compiled, {@code
 * pack FOLDER CLASSES} after.
 */
public final class KnowledgeBuild {
  private KnowledgeBuild() {}

  /**
   * Takes the folder of the knowledge base and the folder of the classes.
   *
   * @throws org.popliteus.engine.knowledge.KnowledgeBaseException if anything is wrong with it
   */
  public static void main(String[] arguments) throws IOException {
    KnowledgeFiles files = KnowledgeFiles.read(Path.of(arguments[0]));
    Path classes = Path.of(arguments[1]);
    List<Diagnostic> diagnostics = KnowledgeBase.check(files);
    if (!diagnostics.isEmpty()) {
      throw new KnowledgeBaseException(files.name(), diagnostics);
    }
    Path packed = classes.resolve(PackedKnowledge.RESOURCE);
    Files.createDirectories(packed.getParent());
    try (OutputStream stream = Files.newOutputStream(packed)) {
      PackedKnowledge.write(files, stream);
    }
    // what was packed must be found, and must run whole: the second person is the first to need
    // that
    Advisor advisor = Advisor.create(KnowledgeBase.read(files).id());
    advisor.assess(Presentation.builder().build());
    advisor.assess(Presentation.builder().build());
  }
}
