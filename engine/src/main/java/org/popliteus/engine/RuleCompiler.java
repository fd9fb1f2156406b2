package org.popliteus.engine;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.KnowledgeBaseException;
import org.popliteus.engine.knowledge.KnowledgeFiles;

/** Compiles rule files at run time; apart, since it needs jars that a host may leave out. */
final class RuleCompiler {
  private RuleCompiler() {}

  static KieBase compile(KnowledgeFiles files, KnowledgeBase knowledge) {
    // the compiler's threads look classes up by the context class loader
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(RuleCompiler.class.getClassLoader());
    try {
      KieServices services = KieServices.get();
      KieFileSystem fileSystem = services.newKieFileSystem();
      fileSystem.generateAndWritePomXML(
          services.newReleaseId("org.popliteus.loaded", knowledge.id(), files.sha256()));
      String home = "src/main/resources/" + knowledge.settings().packageName().replace('.', '/');
      for (String path : files.rulePaths()) {
        byte[] text = files.texts().getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
        fileSystem.write(home + "/" + path, text);
      }
      KieBuilder builder = services.newKieBuilder(fileSystem, RuleCompiler.class.getClassLoader());
      builder.buildAll(ExecutableModelProject.class);
      if (builder.getResults().hasMessages(Message.Level.ERROR)) {
        throw new KnowledgeBaseException(
            builder.getResults().getMessages(Message.Level.ERROR).stream()
                .map(
                    message ->
                        message.getPath() + ":" + message.getLine() + ": " + message.getText())
                .collect(
                    Collectors.joining(
                        "\n",
                        "the rules compiler refuses " + files.name() + ":\n",
                        "\n  Maybe look at the rule that it names.")));
      }
      return services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
