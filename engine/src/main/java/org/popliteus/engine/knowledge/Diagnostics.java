package org.popliteus.engine.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong, and looks up the line it stands on. */
final class Diagnostics {
  private final KnowledgeFiles files;
  private final Set<Diagnostic> found = new LinkedHashSet<>();

  Diagnostics(KnowledgeFiles files) {
    this.files = files;
  }

  /** What makes the knowledge base unfit for use. */
  void report(Location at, String message, String maybe) {
    found.add(new Diagnostic(at, message, files.line(at.file(), at.line()), maybe, true));
  }

  /** What a reviewer should mend, and what an answer does not depend on. */
  void reportUntidy(Location at, String message, String maybe) {
    found.add(new Diagnostic(at, message, files.line(at.file(), at.line()), maybe, false));
  }

  /** Whether a file has a mistake already; what depends on it is then not reported again. */
  boolean touches(String file) {
    return found.stream().anyMatch(diagnostic -> diagnostic.at().file().equals(file));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<Diagnostic> sorted() {
    List<Diagnostic> sorted = new ArrayList<>(found);
    sorted.sort((a, b) -> a.at().compareTo(b.at()));
    return List.copyOf(sorted);
  }
}
