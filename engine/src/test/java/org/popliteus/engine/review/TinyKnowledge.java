package org.popliteus.engine.review;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.KnowledgeFiles;
import org.popliteus.engine.knowledge.Scenario;
import org.popliteus.engine.knowledge.Scenarios;

/** The knowledge base of a dragon's tail among the test resources, and edits of it. */
public final class TinyKnowledge {
  private final Map<String, String> texts;

  private TinyKnowledge(Map<String, String> texts) {
    this.texts = texts;
  }

  public static TinyKnowledge asItIs() {
    Path folder = Path.of("src/test/resources/tiny");
    return new TinyKnowledge(new TreeMap<>(KnowledgeFiles.read(folder).texts()));
  }

  /** With another text in the place of the first such text of a file, which must be there. */
  public TinyKnowledge with(String file, String old, String now) {
    String text = texts.getOrDefault(file, "");
    int at = text.indexOf(old);
    if (at < 0) {
      throw new IllegalArgumentException(file + " does not hold " + old);
    }
    Map<String, String> edited = new TreeMap<>(texts);
    edited.put(file, text.substring(0, at) + now + text.substring(at + old.length()));
    return new TinyKnowledge(edited);
  }

  public Advisor advisor() {
    return Advisor.of(KnowledgeBase.read(KnowledgeFiles.of("tiny", texts)));
  }

  /** One scenario, as a reviewer writes it in the file of a rule file. */
  public static Scenario scenario(Advisor advisor, String file, String yaml) {
    Scenarios read = Scenarios.read(Map.of(file, yaml), advisor.knowledge());
    if (!read.stopping().isEmpty()) {
      throw new IllegalArgumentException(read.stopping().toString());
    }
    return read.scenarios().get(0);
  }
}
