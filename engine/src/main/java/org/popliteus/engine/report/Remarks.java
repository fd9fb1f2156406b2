package org.popliteus.engine.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.popliteus.engine.knowledge.KnowledgeFiles;
import org.popliteus.engine.knowledge.Location;

/**
 * The comments that the authors of a knowledge base left for its reviewers. They are no part of
 * what the engine reads, so they are taken from the texts.
 */
final class Remarks {
  private final KnowledgeFiles files;
  private final Map<String, List<String>> lines = new HashMap<>();

  Remarks(KnowledgeFiles files) {
    this.files = files;
  }

  private List<String> lines(String file) {
    return lines.computeIfAbsent(
        file, f -> files.texts().getOrDefault(f, "").lines().map(String::strip).toList());
  }

  /** The comment that ends on the line above a place; empty where there is none. */
  String above(Location at) {
    List<String> lines = lines(at.file());
    Deque<String> remark = new ArrayDeque<>();
    for (int i = Math.min(at.line(), lines.size() + 1) - 2; i >= 0; i--) {
      if (!isComment(lines.get(i))) {
        break;
      }
      remark.addFirst(text(lines.get(i)));
    }
    return String.join(" ", remark).strip();
  }

  /**
   * The first comment of a rule file, which speaks of the whole; empty where there is none, or
   * where it is a single line, as a heading is.
   */
  String head(String file) {
    StringBuilder remark = new StringBuilder();
    int length = 0;
    for (String line : lines(file)) {
      if (line.startsWith("rule ")) {
        // what stands directly above a rule speaks of that rule
        return "";
      }
      if (isComment(line)) {
        remark.append(text(line)).append(' ');
        length++;
      } else if (!remark.isEmpty()) {
        break;
      }
    }
    return length < 2 ? "" : remark.toString().strip();
  }

  private static boolean isComment(String line) {
    return line.startsWith("//") || line.startsWith("#");
  }

  /** Without the signs of a comment, and without lines that are drawn. */
  private static String text(String line) {
    return line.replaceFirst("^(//+|#+)", "").replaceAll("-{4,}|={4,}", "").strip();
  }
}
