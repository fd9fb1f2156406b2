package org.popliteus.engine.build;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.KnowledgeBaseException;
import org.popliteus.engine.knowledge.KnowledgeFiles;
import org.popliteus.engine.knowledge.PackedKnowledge;

/** Checks a knowledge base, and packs it into what a jar holds. */
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
    KnowledgeBase.Examination examination = KnowledgeBase.examine(files);
    KnowledgeBase knowledge = examination.knowledge();
    if (knowledge == null || !examination.diagnostics().isEmpty()) {
      throw new KnowledgeBaseException(files.name(), examination.diagnostics());
    }
    Path packed = classes.resolve(PackedKnowledge.RESOURCE);
    Files.createDirectories(packed.getParent());
    try (OutputStream stream = Files.newOutputStream(packed)) {
      PackedKnowledge.write(knowledge, stream);
    }
    // what was packed must be found, and must run whole: the second person is the first to need
    // that
    Advisor advisor = Advisor.create(knowledge.id());
    advisor.assess(Presentation.builder().build());
    advisor.assess(Presentation.builder().build());
  }
}
