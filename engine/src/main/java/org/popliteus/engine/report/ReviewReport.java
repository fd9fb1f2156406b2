package org.popliteus.engine.report;

import java.nio.file.Path;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.KnowledgeBaseException;
import org.popliteus.engine.knowledge.KnowledgeFiles;
import org.popliteus.engine.knowledge.Scenarios;

/**
 * All that a knowledge base says and all that its scenarios hold it to, for a clinician to read:
 * one HTML file that loads nothing from anywhere. Immutable.
 *
 * <pre>{@code
 * Files.writeString(Path.of("report.html"), ReviewReport.of(folder).html());
 * }</pre>
 */
public final class ReviewReport {
  /** Stands in the head of every report, and tells it from other pages. */
  public static final String GENERATOR = "Popliteus review report";

  private final Contents contents;

  private ReviewReport(Contents contents) {
    this.contents = contents;
  }

  /**
   * Reads a knowledge base, and runs its scenarios to see which rules they reach.
   *
   * @param folder the folder that holds {@code kb.yaml}, or any above it that holds only one
   * @throws KnowledgeBaseException if it is missing, or with every mistake that makes it or its
   *     scenario files unfit for use
   */
  public static ReviewReport of(Path folder) {
    KnowledgeFiles files = KnowledgeFiles.read(folder);
    KnowledgeBase.Examination examination = KnowledgeBase.examine(files);
    KnowledgeBase knowledge = examination.orThrow(files.name());
    Scenarios scenarios = Scenarios.read(folder, knowledge);
    if (!scenarios.stopping().isEmpty()) {
      throw new KnowledgeBaseException("a scenario file", scenarios.stopping());
    }
    return new ReviewReport(
        new ContentsBuilder(knowledge, files, scenarios.scenarios())
            .build(examination.diagnostics()));
  }

  /**
   * The whole file, the same for the same texts.
   *
   * @throws IllegalStateException if FreeMarker is not on the class path, and says what to add
   */
  public String html() {
    try {
      return new Page().write(contents);
    } catch (NoClassDefFoundError e) {
      throw new IllegalStateException(
          "a review report is written only with FreeMarker 2.3.34 or later on the class path\n"
              + "  Maybe add org.freemarker:freemarker.",
          e);
    }
  }
}
