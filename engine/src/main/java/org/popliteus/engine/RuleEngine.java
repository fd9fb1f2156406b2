package org.popliteus.engine;

/** Finds the rules whose conditions hold. */
interface RuleEngine {

  /** Begins with one person. */
  Run run(Firing firing);

  /** The two phases of one assessment; must be closed. */
  interface Run extends AutoCloseable {

    /** Fires the rules on answers. */
    void firstPhase();

    /** Fires the rules on what the first phase concluded, which the firing must know. */
    void secondPhase();

    @Override
    void close();
  }
}
