package org.popliteus.engine.fact;

/**
 * One answer about one person, by its code in the knowledge base's vocabulary.
 *
 * <p>What is not said is unknown, and unknown is never absent.
 */
public sealed interface Finding permits Present, Absent, Unknown, Measured, Chosen {

  /** The code of the vocabulary, for example {@code CALF_SWELLING}. */
  String code();
}
