package org.popliteus.engine.build;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.KnowledgeFiles;
import org.popliteus.engine.knowledge.PackedKnowledge;

/**
 * Builds a knowledge base into a jar: {@code check FOLDER} before its rules are compiled, {@code
 * pack FOLDER CLASSES} after.
 */
public final class KnowledgeBuild {
  private KnowledgeBuild() {}

  /**
   * Runs one step.
   *
   * @throws org.popliteus.engine.knowledge.KnowledgeBaseException if the knowledge base is wrong,
   *     or was not compiled whole
   */
  public static void main(String[] arguments) throws IOException {
    KnowledgeFiles files = KnowledgeFiles.read(Path.of(arguments[1]));
    if (arguments[0].equals("check")) {
      KnowledgeBase.read(files);
    } else {
      pack(files, Path.of(arguments[2]));
    }
  }

  private static void pack(KnowledgeFiles files, Path classes) throws IOException {
    Path packed = classes.resolve(PackedKnowledge.RESOURCE);
    Files.createDirectories(packed.getParent());
    try (OutputStream stream = Files.newOutputStream(packed)) {
      PackedKnowledge.write(files, modelClasses(classes), stream);
    }
    // refuses rules that were parsed and not compiled
    Advisor.create(KnowledgeBase.read(files).id());
  }

  /** The classes that the rules compiler generated, sorted; it lists them below a version line. */
  private static List<String> modelClasses(Path classes) throws IOException {
    List<String> models = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(classes.resolve("META-INF"))) {
      for (Path list : walk.filter(path -> path.endsWith("drools-model")).sorted().toList()) {
        Files.readAllLines(list).stream()
            .filter(line -> line.startsWith("org.") || line.matches("[a-z]\\w*(\\.\\w+)+"))
            .forEach(models::add);
      }
    }
    models.sort(null);
    return models;
  }
}
