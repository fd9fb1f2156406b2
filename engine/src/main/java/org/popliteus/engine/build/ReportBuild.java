package org.popliteus.engine.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.popliteus.engine.report.ReviewReport;

/** Writes the review report of a knowledge base beside what was built of it. */
public final class ReportBuild {
  private ReportBuild() {}

  /**
   * Takes the folder of the knowledge base and the file to write.
   *
   * @throws org.popliteus.engine.knowledge.KnowledgeBaseException if anything is wrong with it
   */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[1]).toAbsolutePath();
    Files.createDirectories(file.getParent());
    Files.writeString(file, ReviewReport.of(Path.of(arguments[0])).html(), StandardCharsets.UTF_8);
  }
}
