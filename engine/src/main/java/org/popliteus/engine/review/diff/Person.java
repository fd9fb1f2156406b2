package org.popliteus.engine.review.diff;

import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.knowledge.Location;

/**
 * Somebody who does not exist, and whom both versions of a knowledge base are asked about.
 *
 * @param scenario the name of the scenario; null for a person who was drawn
 * @param at where the scenario stands; null for a person who was drawn
 * @param presentation what is known of them, in the words of both vocabularies
 */
public record Person(@Nullable String scenario, @Nullable Location at, Presentation presentation) {

  /** One who was drawn. */
  static Person drawn(Presentation presentation) {
    return new Person(null, null, presentation);
  }

  /** Whether the person was drawn, and no reviewer wrote about them. */
  public boolean isDrawn() {
    return scenario == null;
  }

  /** How many questions are answered. */
  int answers() {
    return presentation.findings().size();
  }

  /** As {@code Presentation}: names no answer. */
  @Override
  public String toString() {
    return isDrawn() ? presentation.toString() : at + " " + scenario;
  }
}
