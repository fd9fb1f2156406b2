package org.popliteus.engine.json;

import java.nio.file.Path;
import org.popliteus.engine.Advisor;

/** A codec over the small knowledge base of the tests. */
final class Dragon {
  static final Advisor ADVISOR = Advisor.load(Path.of("src/test/resources/tiny"));
  static final JsonCodec CODEC = new JsonCodec(ADVISOR);

  private Dragon() {}
}
