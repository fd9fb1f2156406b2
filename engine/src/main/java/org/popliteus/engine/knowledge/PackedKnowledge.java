package org.popliteus.engine.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * A checked knowledge base as one resource of a jar, so that a host neither parses text nor walks a
 * class path at its start.
 */
public final class PackedKnowledge {
  /** Where a jar holds it. */
  public static final String RESOURCE = "META-INF/popliteus/knowledge-base";

  /** Changes with the form, and with what the definitions hold. */
  private static final int FORMAT = 0x706f7005;

  private PackedKnowledge() {}

  /** Writes a knowledge base. */
  public static void write(KnowledgeBase knowledge, OutputStream stream) throws IOException {
    PackWriter writer = new PackWriter();
    writer.write(knowledge);
    stream.write(ByteBuffer.allocate(Integer.BYTES).putInt(FORMAT).array());
    writer.finish(stream);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws KnowledgeBaseException if it was written by another version of the engine
   */
  public static KnowledgeBase read(InputStream stream) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(stream.readAllBytes());
    if (bytes.remaining() < Integer.BYTES || bytes.getInt() != FORMAT) {
      throw new KnowledgeBaseException(
          "the packed knowledge base was written by another version of the engine\n"
              + "  Maybe use the same version of engine and knowledge base.");
    }
    return new PackReader(bytes).read();
  }
}
