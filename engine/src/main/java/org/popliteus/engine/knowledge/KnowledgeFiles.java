package org.popliteus.engine.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The DRL and YAML texts of a knowledge base by relative path, with line ends as LF; scenarios are
 * not part of it.
 */
public final class KnowledgeFiles {
  /** The file that marks the folder of a knowledge base. */
  public static final String MARKER = "kb.yaml";

  private static final String SCENARIOS = ".scenarios.yaml";

  /** What was meant to be read, by the look of its name, and is not. */
  private static final Pattern MISNAMED =
      Pattern.compile("(?i).*\\.(drl|dlr|yaml|yml)(\\.txt|\\.doc|\\.docx)?");

  private final String name;
  private final SortedMap<String, String> texts;
  private final List<String> misnamed;

  private KnowledgeFiles(String name, SortedMap<String, String> texts, List<String> misnamed) {
    this.name = name;
    this.texts = Collections.unmodifiableSortedMap(texts);
    this.misnamed = List.copyOf(misnamed);
  }

  /**
   * Texts that are already read.
   *
   * @param name what to call the knowledge base in an error
   * @param texts the text of every file by its path relative to the folder of {@code kb.yaml}
   */
  public static KnowledgeFiles of(String name, Map<String, String> texts) {
    SortedMap<String, String> normalised = new TreeMap<>();
    texts.forEach((path, text) -> normalised.put(path, normalise(text)));
    return new KnowledgeFiles(name, normalised, List.of());
  }

  /**
   * Reads the folder that holds {@code kb.yaml}, or the only such folder below the one given;
   * folders named {@code target} or beginning with a dot are not looked into, nor are files
   * beginning with a dot read.
   *
   * @throws KnowledgeBaseException if there is none, or more than one, or a file is not UTF-8
   */
  public static KnowledgeFiles read(Path folder) {
    Path home = home(folder);
    SortedMap<String, String> texts = new TreeMap<>();
    List<String> misnamed = new ArrayList<>();
    for (Path file : walk(home)) {
      String path = home.relativize(file).toString().replace('\\', '/');
      if (path.endsWith(".drl") || (path.endsWith(".yaml") && !path.endsWith(SCENARIOS))) {
        try {
          texts.put(path, normalise(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (IOException e) {
          throw new KnowledgeBaseException(
              "cannot read " + file + " as UTF-8 text\n  Maybe save it again in UTF-8.", e);
        }
      } else if (!path.endsWith(SCENARIOS) && MISNAMED.matcher(path).matches()) {
        misnamed.add(path);
      }
    }
    return new KnowledgeFiles(folder.toString(), texts, misnamed);
  }

  /**
   * The folder that holds {@code kb.yaml}.
   *
   * @throws KnowledgeBaseException if there is none, or more than one
   */
  public static Path home(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new KnowledgeBaseException(
          "no folder at "
              + folder
              + "\n  Maybe it is spelt differently, or relative to another folder than "
              + Path.of("").toAbsolutePath()
              + ".");
    }
    if (Files.isRegularFile(folder.resolve(MARKER))) {
      return folder;
    }
    List<Path> homes =
        walk(folder).stream()
            .filter(file -> file.endsWith(MARKER))
            .map(file -> file.toAbsolutePath().getParent())
            .toList();
    if (homes.isEmpty()) {
      throw new KnowledgeBaseException(
          "no " + MARKER + " in " + folder + " or below\n  Maybe this is not a knowledge base.");
    }
    if (homes.size() > 1) {
      throw new KnowledgeBaseException(
          "more than one " + MARKER + " below " + folder + ": " + homes + "\n  Maybe name one.");
    }
    return homes.get(0);
  }

  private static List<Path> walk(Path folder) {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
              String name = String.valueOf(path.getFileName());
              boolean skip = name.equals("target") || name.startsWith(".");
              return skip && !path.equals(folder)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              // an editor's own, perhaps a link to nowhere
              if (!String.valueOf(file.getFileName()).startsWith(".")) {
                files.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Collections.sort(files);
    return files;
  }

  private static String normalise(String text) {
    String unified = text.replace("\r\n", "\n").replace('\r', '\n');
    return unified.startsWith("\uFEFF") ? unified.substring(1) : unified;
  }

  /** What to call the knowledge base in an error. */
  public String name() {
    return name;
  }

  /** The texts by path, sorted by path. */
  public SortedMap<String, String> texts() {
    return texts;
  }

  /** Files that look like rules or YAML and have another ending, so that they are not read. */
  List<String> misnamed() {
    return misnamed;
  }

  /** The paths of the rule files, sorted. */
  public List<String> rulePaths() {
    return texts.keySet().stream().filter(path -> path.endsWith(".drl")).toList();
  }

  /** One line of a file; empty where there is no such line. */
  public String line(String path, int line) {
    String text = texts.get(path);
    if (text == null || line < 1) {
      return "";
    }
    return text.lines().skip(line - 1L).findFirst().orElse("");
  }

  /** The first place of a text in a file from a line on; that line where it does not stand. */
  Location find(Location from, String text) {
    String file = texts.getOrDefault(from.file(), "");
    int line = 1;
    for (String content : file.lines().toList()) {
      int column = line < from.line() ? -1 : content.indexOf(text);
      if (column >= 0) {
        return new Location(from.file(), line, column + 1);
      }
      line++;
    }
    return from;
  }

  /**
   * SHA-256 over the sorted relative paths and the bytes of each file with LF line ends, in lower
   * case hexadecimal; a jar and a folder of the same knowledge give the same.
   */
  public String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      texts.forEach(
          (path, text) -> {
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
          });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
