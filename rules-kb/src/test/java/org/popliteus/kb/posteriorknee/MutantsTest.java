package org.popliteus.kb.posteriorknee;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.KnowledgeFiles;
import org.popliteus.engine.knowledge.Scenarios;
import org.popliteus.engine.review.mutants.Mutant;
import org.popliteus.engine.review.mutants.MutantReport;
import org.popliteus.engine.review.mutants.MutantReview;

/** Whether the scenarios notice a small change of any rule. */
class MutantsTest {
  private static final Path FOLDER = Path.of("src/main/resources");
  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.read(KnowledgeFiles.read(FOLDER));
  private static final MutantReport REPORT =
      new MutantReview(KNOWLEDGE, Scenarios.read(FOLDER, KNOWLEDGE).scenarios())
          .run(mutant -> true, 2);

  @Test
  void noChangeOfAnEscalationOrAContraindicationGoesUnnoticed() {
    assertThat(REPORT.survivors())
        .filteredOn(mutant -> mutant.stakes() != Mutant.Stakes.OTHER)
        .isEmpty();
  }

  @Test
  void hardlyAnyChangeGoesUnnoticed() {
    assertThat(REPORT.total().mutants()).isGreaterThan(6000);
    assertThat(REPORT.total().percent())
        .as("%s", REPORT.survivors())
        .isGreaterThanOrEqualTo(MutantReport.LEAST_PERCENT);
  }
}
