package org.popliteus.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.drools.model.codegen.ExecutableModelProject;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.KnowledgeFiles;
import org.popliteus.engine.review.GeneratedPresentations;

/**
 * The rule files are DRL: Drools' own compiler, which the engine does without, reads the same rules
 * from them and gives the same answers.
 */
class DroolsAgreementTest {
  private static final int PEOPLE = 3_000;

  @Test
  void theRulesCompilerOfDroolsUnderstandsTheRuleFilesAsTheEngineDoes() {
    KnowledgeFiles files = KnowledgeFiles.read(Path.of("src/main/resources"));
    KnowledgeBase knowledge = KnowledgeBase.read(files);
    Advisor compiled = new Advisor(knowledge, new CompiledRules(knowledge, compile(files)));
    Advisor advisor = Advisor.create();
    GeneratedPresentations people = new GeneratedPresentations(knowledge, 12);
    for (int i = 0; i < PEOPLE; i++) {
      Presentation presentation = people.next();
      assertThat(advisor.assess(presentation)).isEqualTo(compiled.assess(presentation));
    }
  }

  private static KieBase compile(KnowledgeFiles files) {
    KieServices services = KieServices.get();
    KieFileSystem fileSystem = services.newKieFileSystem();
    String home = "src/main/resources/org/popliteus/kb/posteriorknee/";
    for (String path : files.rulePaths()) {
      String text = files.texts().getOrDefault(path, "");
      fileSystem.write(home + path, text.getBytes(StandardCharsets.UTF_8));
    }
    KieBuilder builder = services.newKieBuilder(fileSystem);
    builder.buildAll(ExecutableModelProject.class);
    assertThat(builder.getResults().getMessages(Message.Level.ERROR)).isEmpty();
    return services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
  }
}
