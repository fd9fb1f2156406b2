package org.popliteus.engine.knowledge;

import java.util.List;
import java.util.stream.Collectors;

/** A knowledge base that cannot be used: missing, empty, partly loaded, or with mistakes in it. */
public final class KnowledgeBaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial")
  private final List<Diagnostic> diagnostics;

  /** A knowledge base with mistakes; the message holds all of them. */
  public KnowledgeBaseException(String knowledgeBase, List<Diagnostic> diagnostics) {
    super(
        knowledgeBase
            + " has "
            + (diagnostics.size() == 1 ? "a mistake" : diagnostics.size() + " mistakes")
            + ":\n"
            + diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** A knowledge base that is not there, or not whole. */
  public KnowledgeBaseException(String message) {
    super(message);
    this.diagnostics = List.of();
  }

  /** A knowledge base that could not be read or compiled. */
  public KnowledgeBaseException(String message, Throwable cause) {
    super(message, cause);
    this.diagnostics = List.of();
  }

  /**
   * Every mistake, in the order of files and lines; empty where the knowledge base is not there.
   */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
