package org.popliteus.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The knowledge base of two causes among the test resources. */
final class SmallKnowledgeBase {
  private SmallKnowledgeBase() {}

  static void copyTo(Path folder) throws IOException {
    Path from = Path.of(Run.SMALL);
    List<Path> files;
    try (Stream<Path> walk = Files.walk(from)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path to = folder.resolve(from.relativize(file).toString());
      Files.createDirectories(to.getParent());
      Files.copy(file, to);
    }
  }
}
