package org.popliteus.examples.benchmarks;

import org.popliteus.engine.Presentation;

/** Something that assesses people by the rules of one knowledge base. */
public interface Contestant {

  /** What is timed: all that the contestant gives. */
  Object assess(Presentation presentation);

  /** What is compared with the others before anything is timed. */
  Answer answer(Presentation presentation);
}
