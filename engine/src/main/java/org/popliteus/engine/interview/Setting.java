package org.popliteus.engine.interview;

/** Who is there to answer. */
public enum Setting {
  /** A lay person alone; findings that only an examiner can give are not asked. */
  LAY,
  /** A clinician examines; findings of the examination are asked too. */
  CLINICIAN
}
