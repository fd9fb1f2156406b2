package org.popliteus.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.popliteus.engine.InvalidPresentationException;
import org.popliteus.engine.Problem;
import org.popliteus.engine.json.JsonCodec;
import org.popliteus.engine.json.JsonCodec.Request;

/**
 * What a person answered, in a file or piped in.
 *
 * @param file a path, or {@code -}
 */
record PresentationFile(String file, Terminal terminal) {

  /** What a message calls it. */
  String name() {
    return file.equals("-") ? "what is piped in" : file;
  }

  /**
   * Opens it.
   *
   * @throws BadInput if that cannot be done
   */
  InputStream open() {
    if (file.equals("-")) {
      return terminal.in();
    }
    Path path = path();
    if (Files.isDirectory(path)) {
      throw new BadInput(
          file + " is a folder, and FILE is what a runner answered",
          "Maybe name a file in it; a knowledge base is named with --kb.");
    }
    try {
      return Files.newInputStream(path);
    } catch (NoSuchFileException e) {
      throw new BadInput(
          "no file at " + file,
          "Maybe it is spelt differently, or relative to another folder than "
              + Path.of("").toAbsolutePath()
              + ".");
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * Where it lies.
   *
   * @throws BadInput if no file can be called so
   */
  Path path() {
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw new BadInput(
          "no file can be called " + file + " here",
          "Maybe the locale cannot spell it; LC_ALL=C.UTF-8 can.");
    }
  }

  /**
   * The whole text, or as much as shows that it is too long.
   *
   * @throws BadInput if it cannot be read
   */
  String json() {
    StringBuilder json = new StringBuilder();
    char[] buffer = new char[8192];
    try (InputStream stream = open();
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8.newDecoder())) {
      for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
        json.append(buffer, 0, read);
        if (json.length() > JsonCodec.MOST_CHARACTERS) {
          break;
        }
      }
    } catch (CharacterCodingException e) {
      throw new BadInput(name() + " is not in UTF-8", "Maybe save it again in UTF-8.");
    } catch (IOException e) {
      throw unreadable(e);
    }
    return json.toString();
  }

  /**
   * One presentation; its problems are told on the way.
   *
   * @throws BadInput if it is none
   */
  Request request(JsonCodec codec) {
    try {
      return codec.read(json());
    } catch (InvalidPresentationException e) {
      e.problems().forEach(problem -> terminal.err().println(told(problem)));
      throw new BadInput(refusal(e), "Maybe mend what is named above.");
    }
  }

  BadInput unreadable(IOException e) {
    return new BadInput(
        "cannot read " + name() + ": " + e.getClass().getSimpleName(),
        "Maybe you are not allowed to; ls -l says who is.");
  }

  /** "FILE cannot be assessed, 2 problems". */
  String refusal(InvalidPresentationException e) {
    int count = e.problems().size();
    return name() + " cannot be assessed, " + (count == 1 ? "a problem" : count + " problems");
  }

  /** A problem with its place and what to do, in two lines. */
  static String told(Problem problem) {
    String at =
        problem.line() == null
            ? ""
            : "line " + problem.line() + ", column " + problem.column() + ": ";
    return at + problem.message() + "\n  " + problem.maybe();
  }
}
