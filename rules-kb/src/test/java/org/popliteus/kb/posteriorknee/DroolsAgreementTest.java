package org.popliteus.kb.posteriorknee;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.drools.model.codegen.ExecutableModelProject;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Cause;
import org.popliteus.engine.Conclusions;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Suspected;
import org.popliteus.engine.fact.Triaged;
import org.popliteus.engine.fact.Unknown;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.KnowledgeFiles;
import org.popliteus.engine.knowledge.Numbers;
import org.popliteus.engine.knowledge.RuleDefinition;
import org.popliteus.engine.review.GeneratedPresentations;

/**
 * The rule files are DRL: Drools' own compiler, which the engine does without, reads the same rules
 * from them. Each answer is inserted as a fact of its own, and the same rules must fire and say the
 * same.
 */
class DroolsAgreementTest {
  private static final int PEOPLE = 2_000;
  private static final Advisor ADVISOR = Advisor.create();

  @Test
  void theCompilerOfDroolsReadsTheSameRulesFromTheFiles() {
    KieBase compiled = compile(KnowledgeFiles.read(Path.of("src/main/resources")));
    GeneratedPresentations people = new GeneratedPresentations(ADVISOR.knowledge(), 12);
    for (int i = 0; i < PEOPLE; i++) {
      Presentation presentation = people.next(i % 60);
      Assessment assessment = ADVISOR.assess(presentation);
      Map<String, Set<String>> said = run(compiled, presentation, assessment);
      Map<String, Set<String>> expected = new TreeMap<>();
      for (String id : assessment.firedRules()) {
        RuleDefinition rule = ADVISOR.knowledge().rule(id);
        if (rule != null) {
          expected.put(rule.name(), conclusions(rule));
        }
      }
      assertThat(said).isEqualTo(expected);
    }
  }

  private static Set<String> conclusions(RuleDefinition rule) {
    Set<String> conclusions = new TreeSet<>();
    for (Conclusion conclusion : rule.then()) {
      String number = conclusion.kind().numbered() ? Numbers.plain(conclusion.number()) : "";
      conclusions.add(conclusion.kind().word() + " " + conclusion.subject() + " " + number);
    }
    return conclusions;
  }

  private static Map<String, Set<String>> run(
      KieBase compiled, Presentation presentation, Assessment assessment) {
    Map<String, Set<String>> said = new TreeMap<>();
    String[] speaking = {""};
    Conclusions conclude =
        (Conclusions)
            Proxy.newProxyInstance(
                DroolsAgreementTest.class.getClassLoader(),
                new Class<?>[] {Conclusions.class},
                (proxy, method, arguments) -> {
                  String number = arguments.length > 1 ? Numbers.plain((Double) arguments[1]) : "";
                  said.computeIfAbsent(speaking[0], name -> new TreeSet<>())
                      .add(method.getName() + " " + arguments[0] + " " + number);
                  return null;
                });
    KieSession session = compiled.newKieSession();
    try {
      session.setGlobal("conclude", conclude);
      session.addEventListener(
          new DefaultAgendaEventListener() {
            @Override
            public void beforeMatchFired(BeforeMatchFiredEvent event) {
              speaking[0] = event.getMatch().getRule().getName();
            }
          });
      for (Finding finding : presentation.findings()) {
        if (!(finding instanceof Unknown)) {
          session.insert(finding);
        }
      }
      session.fireAllRules();
      for (Cause cause : assessment.causes()) {
        session.insert(new Suspected(cause.code(), cause.likelihood().name(), cause.rank()));
      }
      session.insert(new Triaged(assessment.urgency().name()));
      session.fireAllRules();
    } finally {
      session.dispose();
    }
    return said;
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
