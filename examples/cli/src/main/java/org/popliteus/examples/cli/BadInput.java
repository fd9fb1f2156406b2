package org.popliteus.examples.cli;

import org.popliteus.engine.knowledge.KnowledgeBaseException;

/** Input or usage that a command cannot work with; its message ends in a line with "Maybe". */
final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadInput(KnowledgeBaseException notThere) {
    super(notThere.getMessage(), notThere);
  }

  BadInput(String message, String maybe) {
    super(message + "\n  " + maybe);
  }
}
