package org.popliteus.examples.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.popliteus.engine.knowledge.KnowledgeBaseException;
import org.popliteus.engine.knowledge.Spelling;

/**
 * What a git repository holds as of a revision, read by the program git itself: who has a
 * repository has git, and a library for it would make the jar half as large again. Nothing is
 * checked out, and nothing is written.
 *
 * @param folder a folder in the working tree
 * @param prefix the path of that folder in the repository, empty or with a slash at its end
 */
record GitRepository(Path folder, String prefix) {

  /**
   * The repository that holds the first of these folders that stands in any.
   *
   * @throws BadInput if none does, or git cannot be run
   */
  static GitRepository of(List<Path> folders) {
    String told = "";
    for (Path folder : folders) {
      Ended ended = git(folder, "rev-parse", "--show-prefix");
      if (ended.status() == 0) {
        return new GitRepository(folder, ended.out().strip());
      }
      told = ended.err().lines().findFirst().orElse("");
    }
    throw new BadInput(
        "no git repository holds "
            + folders.stream()
                .map(folder -> folder.toAbsolutePath().normalize().toString())
                .collect(Collectors.joining(" or "))
            + (told.isEmpty() ? "" : "; git says: " + told),
        "Maybe run this in the folder of the project.");
  }

  /**
   * The id of the commit that a revision names.
   *
   * @throws BadInput if it names none, with the nearest branches and tags
   */
  String commit(String revision) {
    Ended ended =
        git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}");
    if (ended.status() != 0) {
      List<String> known =
          git(folder, "for-each-ref", "--format=%(refname:short)").out().lines().toList();
      throw new BadInput(
          "no revision " + revision + " in the git repository",
          Spelling.maybe(
              revision, known, "Maybe a branch, a tag or a commit; git log --oneline lists them."));
    }
    return ended.out().strip();
  }

  /** The ids of all files of a commit by their path. */
  Map<String, String> files(String commit) {
    Map<String, String> files = new LinkedHashMap<>();
    // <mode> blob <id>, a tab, the path; a link or a submodule is no file
    for (String entry :
        git(folder, "ls-tree", "-r", "-z", "--full-tree", commit).out().split("\0", -1)) {
      int tab = entry.indexOf('\t');
      if (tab > 0 && entry.startsWith("100")) {
        files.put(entry.substring(tab + 1), entry.substring(0, tab).split(" ", -1)[2]);
      }
    }
    return files;
  }

  /**
   * The texts of files.
   *
   * @param ids the ids of the files by path
   * @throws KnowledgeBaseException if one is not UTF-8
   */
  Map<String, String> texts(Map<String, String> ids) {
    Map<String, String> texts = new LinkedHashMap<>();
    try {
      Process git = start(folder, "cat-file", "--batch");
      try (OutputStream ask = git.getOutputStream();
          InputStream answer = new BufferedInputStream(git.getInputStream())) {
        for (Map.Entry<String, String> file : ids.entrySet()) {
          ask.write((file.getValue() + "\n").getBytes(StandardCharsets.US_ASCII));
          ask.flush();
          texts.put(file.getKey(), decoded(file.getKey(), next(answer)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  /** {@code <id> blob <size>}, a line end, the bytes, a line end. */
  private static byte[] next(InputStream answer) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int c = answer.read(); c != '\n'; c = answer.read()) {
      if (c < 0) {
        throw new IOException("git ended early");
      }
      head.append((char) c);
    }
    byte[] bytes = answer.readNBytes(Integer.parseInt(head.substring(head.lastIndexOf(" ") + 1)));
    answer.skipNBytes(1);
    return bytes;
  }

  private static String decoded(String path, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new KnowledgeBaseException(
          "cannot read " + path + " as UTF-8 text\n  Maybe it was saved in UTF-8 later.", e);
    }
  }

  private record Ended(int status, String out, String err) {}

  private static Process start(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command).start();
    } catch (IOException e) {
      throw new BadInput(
          "cannot run git, which reads what is named git:REV",
          "Maybe install git, or name two folders.");
    }
  }

  private static Ended git(Path folder, String... arguments) {
    Process git = start(folder, arguments);
    try {
      git.getOutputStream().close();
      // what git says beside its answer is short, and waits until the answer is read
      String out = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String err = new String(git.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(git.waitFor(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
