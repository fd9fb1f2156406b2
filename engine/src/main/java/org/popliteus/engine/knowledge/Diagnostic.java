package org.popliteus.engine.knowledge;

/**
 * One thing that is wrong with a knowledge base, and what to do about it.
 *
 * @param at where
 * @param message what is wrong, with the value
 * @param excerpt the line of the file as written; empty where the whole file is meant
 * @param maybe the next step, beginning with "Maybe"
 * @param stops whether the knowledge base cannot be used because of it; otherwise it is only untidy
 */
public record Diagnostic(Location at, String message, String excerpt, String maybe, boolean stops) {

  /** As a compiler prints it: place and message, the line itself, the next step. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(at).append(": error: ").append(message).append('\n');
    if (!excerpt.isBlank()) {
      text.append("    ").append(excerpt.strip()).append('\n');
    }
    return text.append("  ").append(maybe).toString();
  }
}
