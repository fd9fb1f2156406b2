package org.popliteus.examples.benchmarks.naive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;
import org.kie.api.builder.Results;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.examples.benchmarks.Answer;
import org.popliteus.examples.benchmarks.Contestant;

/**
 * Drools as a newcomer would use it: a class-path container, MVEL, a new session for each
 * assessment, a fact for each finding, and all decisions in DRL.
 */
public final class NaiveDrools implements Contestant {
  private static final String KMODULE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <kmodule xmlns="http://www.drools.org/xsd/kmodule">
        <kbase name="rules" default="true" equalsBehavior="equality" packages="*">
          <ksession name="session" default="true"/>
        </kbase>
      </kmodule>
      """;
  private static final String FOLDER = "org/popliteus/examples/benchmarks/naive";

  private final KieContainer container;
  private final KnowledgeFacts knowledge;

  /**
   * Writes the rules to a folder of its own and lets Drools compile them.
   *
   * @throws IllegalStateException if Drools refuses them
   */
  public NaiveDrools(KnowledgeBase knowledge) {
    this.knowledge = new KnowledgeFacts(knowledge);
    try {
      Path folder = Files.createTempDirectory("naive-drools");
      write(folder.resolve("META-INF/kmodule.xml"), KMODULE);
      write(folder.resolve(FOLDER).resolve("rules.drl"), DrlWriter.write(knowledge));
      write(folder.resolve(FOLDER).resolve("scoring.drl"), scoring());
      URLClassLoader loader =
          new URLClassLoader(
              new URL[] {folder.toUri().toURL()}, NaiveDrools.class.getClassLoader());
      container = KieServices.get().newKieClasspathContainer(loader);
      Results results = container.verify();
      if (results.hasMessages(Message.Level.ERROR)) {
        throw new IllegalStateException(results.getMessages(Message.Level.ERROR).toString());
      }
      delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String scoring() throws IOException {
    try (InputStream stream = NaiveDrools.class.getResourceAsStream("scoring.drl")) {
      return new String(
          Objects.requireNonNull(stream, "scoring.drl").readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Override
  public Answer assess(Presentation presentation) {
    KieSession session = container.newKieSession();
    try {
      Set<String> fired = new HashSet<>();
      session.setGlobal("fired", fired);
      knowledge.facts().forEach(session::insert);
      knowledge.facts(presentation).forEach(session::insert);
      session.fireAllRules();
      return Collected.answer(session.getObjects(), fired);
    } finally {
      session.dispose();
    }
  }

  @Override
  public Answer answer(Presentation presentation) {
    return assess(presentation);
  }
}
