package org.popliteus.engine.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A checked knowledge base as one resource of a jar, so that a host neither parses text nor walks a
 * class path at its start.
 */
public final class PackedKnowledge {
  /** Where a jar holds it. */
  public static final String RESOURCE = "META-INF/popliteus/knowledge-base";

  /** Changes with the form, and with what the definitions hold. */
  private static final int FORMAT = 0x706f7002;

  private PackedKnowledge() {}

  /**
   * Writes the knowledge base of some files.
   *
   * @throws KnowledgeBaseException if anything is wrong with it
   */
  public static void write(KnowledgeFiles files, OutputStream stream) throws IOException {
    KnowledgeBase knowledge = KnowledgeBase.read(files);
    Map<String, Tree> documents = KnowledgeReader.documents(files, new Diagnostics(files));
    Pack.Writer writer = new Pack.Writer();
    writer.text(files.sha256());
    writer.number(documents.size());
    for (Map.Entry<String, Tree> document : documents.entrySet()) {
      writer.text(document.getKey());
      writer.tree(document.getValue());
    }
    writer.number(knowledge.rules().size());
    for (RuleDefinition rule : knowledge.rules()) {
      writer.rule(rule);
    }
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
    Pack.Reader reader = new Pack.Reader(bytes);
    String sha256 = reader.text();
    Map<String, Tree> documents = new LinkedHashMap<>();
    for (int left = reader.number(); left > 0; left--) {
      documents.put(reader.text(), reader.tree());
    }
    List<RuleDefinition> rules = new ArrayList<>();
    for (int left = reader.number(); left > 0; left--) {
      rules.add(reader.rule());
    }
    return KnowledgeReader.readPacked(documents, rules, sha256);
  }
}
