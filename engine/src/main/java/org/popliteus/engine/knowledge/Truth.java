package org.popliteus.engine.knowledge;

/** Whether something holds, where an answer may be missing. */
public enum Truth {
  /** Known to hold. */
  YES,
  /** Known not to hold. */
  NO,
  /** Not known. */
  OPEN
}
