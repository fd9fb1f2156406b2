package org.popliteus.examples.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.json.JsonCodec;
import org.popliteus.engine.knowledge.PackedKnowledge;

/**
 * The knowledge base that the driver has read and checked, on its way to the executors: all of them
 * answer by the same one, and need no folder of their own.
 */
final class Knowledge implements Serializable {
  private static final long serialVersionUID = 1L;

  private static @Nullable Shared ofThisJvm;

  private final String sha256;
  private final byte[] packed;

  /** One advisor for all threads of a JVM, and the codec that goes with it. */
  record Shared(Advisor advisor, JsonCodec codec) {}

  private Knowledge(String sha256, byte[] packed) {
    this.sha256 = sha256;
    this.packed = packed;
  }

  /** The knowledge of this advisor, which becomes the one of this JVM. */
  static Knowledge of(Advisor advisor) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try {
      PackedKnowledge.write(advisor.knowledge(), packed);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // an array in memory is always writable
    }
    synchronized (Knowledge.class) {
      ofThisJvm = new Shared(advisor, new JsonCodec(advisor));
    }
    return new Knowledge(advisor.version().sha256(), packed.toByteArray());
  }

  /** The advisor of this JVM; made when it is first asked for. */
  Shared shared() {
    synchronized (Knowledge.class) {
      Shared shared = ofThisJvm;
      if (shared == null || !shared.advisor().version().sha256().equals(sha256)) {
        shared = open();
        ofThisJvm = shared;
      }
      return shared;
    }
  }

  private Shared open() {
    try {
      Advisor advisor = Advisor.of(PackedKnowledge.read(new ByteArrayInputStream(packed)));
      return new Shared(advisor, new JsonCodec(advisor));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // an array in memory is always readable
    }
  }
}
