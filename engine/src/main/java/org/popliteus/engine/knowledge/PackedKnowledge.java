package org.popliteus.engine.knowledge;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A checked knowledge base as one resource of a jar, so that a host neither parses YAML nor walks a
 * class path: the YAML documents as trees, the rule files as text, and the names of the classes
 * into which the rules were compiled.
 *
 * @param knowledgeBase what it says
 * @param modelClasses the generated classes of the compiled rules
 */
public record PackedKnowledge(KnowledgeBase knowledgeBase, List<String> modelClasses) {
  /** Where a jar holds it. */
  public static final String RESOURCE = "META-INF/popliteus/knowledge-base";

  private static final int FORMAT = 0x706f7001;

  /**
   * Writes the knowledge base of some files.
   *
   * @throws KnowledgeBaseException if anything is wrong with it
   */
  public static void write(KnowledgeFiles files, List<String> modelClasses, OutputStream stream)
      throws IOException {
    KnowledgeBase.read(files);
    Map<String, Tree> documents = KnowledgeReader.documents(files, new Diagnostics(files));
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(FORMAT);
    text(out, files.name());
    text(out, files.sha256());
    out.writeInt(modelClasses.size());
    for (String modelClass : modelClasses) {
      text(out, modelClass);
    }
    out.writeInt(documents.size());
    for (Map.Entry<String, Tree> document : documents.entrySet()) {
      text(out, document.getKey());
      tree(out, document.getValue());
    }
    List<String> rulePaths = files.rulePaths();
    out.writeInt(rulePaths.size());
    for (String path : rulePaths) {
      text(out, path);
      text(out, files.texts().getOrDefault(path, ""));
    }
    out.flush();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws KnowledgeBaseException if it was written by another version of the engine
   */
  public static PackedKnowledge read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    if (in.readInt() != FORMAT) {
      throw new KnowledgeBaseException(
          "the packed knowledge base was written by another version of the engine\n"
              + "  Maybe use the same version of engine and knowledge base.");
    }
    String name = text(in);
    String sha256 = text(in);
    List<String> modelClasses = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      modelClasses.add(text(in));
    }
    Map<String, Tree> documents = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String path = text(in);
      documents.put(path, tree(in, path));
    }
    Map<String, String> texts = new TreeMap<>();
    for (String path : documents.keySet()) {
      texts.put(path, "");
    }
    for (int left = in.readInt(); left > 0; left--) {
      String path = text(in);
      texts.put(path, text(in));
    }
    KnowledgeBase knowledgeBase =
        KnowledgeReader.readPacked(KnowledgeFiles.of(name, texts), documents, sha256).orThrow();
    return new PackedKnowledge(knowledgeBase, List.copyOf(modelClasses));
  }

  private static void tree(DataOutputStream out, Tree tree) throws IOException {
    if (tree instanceof Tree.Leaf leaf) {
      out.writeByte('l');
      place(out, tree.at());
      text(out, leaf.text());
    } else if (tree instanceof Tree.Items items) {
      out.writeByte('i');
      place(out, tree.at());
      out.writeInt(items.items().size());
      for (Tree item : items.items()) {
        tree(out, item);
      }
    } else if (tree instanceof Tree.Fields fields) {
      out.writeByte('f');
      place(out, tree.at());
      out.writeInt(fields.fields().size());
      for (Map.Entry<String, Tree.Entry> field : fields.fields().entrySet()) {
        text(out, field.getKey());
        place(out, field.getValue().key());
        tree(out, field.getValue().value());
      }
    }
  }

  private static Tree tree(DataInputStream in, String file) throws IOException {
    int kind = in.readByte();
    Location at = place(in, file);
    if (kind == 'l') {
      return new Tree.Leaf(text(in), at);
    }
    int size = in.readInt();
    if (kind == 'i') {
      List<Tree> items = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        items.add(tree(in, file));
      }
      return new Tree.Items(items, at);
    }
    Map<String, Tree.Entry> fields = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      String name = text(in);
      Location key = place(in, file);
      fields.put(name, new Tree.Entry(key, tree(in, file)));
    }
    return new Tree.Fields(fields, at);
  }

  private static void place(DataOutputStream out, Location at) throws IOException {
    out.writeInt(at.line());
    out.writeShort(at.column());
  }

  private static Location place(DataInputStream in, String file) throws IOException {
    int line = in.readInt();
    return new Location(file, line, in.readUnsignedShort());
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }
}
