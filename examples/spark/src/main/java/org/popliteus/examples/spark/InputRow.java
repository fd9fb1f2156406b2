package org.popliteus.examples.spark;

import org.jspecify.annotations.Nullable;
import org.popliteus.engine.json.JsonCodec.Request;

/** One presentation as it stands in the input. Its text says nothing of it, for the log's sake. */
interface InputRow {
  /** The file it stands in. */
  String file();

  /** Its line, or its row in a table, from 1. */
  long number();

  /**
   * What it says.
   *
   * @throws org.popliteus.engine.InvalidPresentationException with every problem
   */
  Request read(Knowledge.Shared shared);

  /** What the sender calls it, as far as that can be read. */
  @Nullable String id(Knowledge.Shared shared);

  /** Where a problem stands, for a person to find it. */
  String where(@Nullable Integer line, @Nullable Integer column);
}
