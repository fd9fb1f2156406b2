package org.popliteus.examples.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The files of an input: one, those of a folder and of the folders in it, or those that a pattern
 * names; without those that begin with a dot or an underscore, which are Spark's own.
 *
 * @param named as the user named it
 * @param files at least one
 * @param settings how files are reached
 */
record InputFiles(String named, List<FileStatus> files, Configuration settings) {
  private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);

  /**
   * Finds them.
   *
   * @throws BadInput if there is none
   */
  static InputFiles find(String named, Configuration settings) {
    List<FileStatus> files = new ArrayList<>();
    try {
      Path path = path(named);
      FileSystem system = path.getFileSystem(settings);
      FileStatus[] found = system.globStatus(path);
      if (found == null || found.length == 0) {
        throw new BadInput(
            "no file or folder at " + named,
            "Maybe it is spelt differently, or relative to another folder than "
                + system.getWorkingDirectory().toUri().getPath()
                + ".");
      }
      for (FileStatus one : found) {
        collect(system, one, files);
      }
    } catch (IOException e) {
      throw new BadInput(
          "cannot read " + named + ": " + e.getClass().getSimpleName(),
          "Maybe you are not allowed to, or its file system is not known to this Spark.");
    }
    if (files.isEmpty()) {
      throw new BadInput(
          "the folder " + named + " holds no file",
          "Maybe another one is meant; files that begin with a dot or an underscore are not read.");
    }
    return new InputFiles(named, files, settings);
  }

  /**
   * A path as a user names it.
   *
   * @throws BadInput if no file can be called so
   */
  static Path path(String named) {
    try {
      return new Path(named);
    } catch (IllegalArgumentException e) {
      throw new BadInput(
          "no file can be called \"" + named + "\"", "Maybe a name or a colon is missing.");
    }
  }

  /** A file of this machine by its path alone, any other with its file system. */
  static String shown(Path path) {
    String scheme = path.toUri().getScheme();
    return scheme == null || scheme.equals("file") ? path.toUri().getPath() : path.toString();
  }

  private static void collect(FileSystem system, FileStatus one, List<FileStatus> files)
      throws IOException {
    if (one.isFile()) {
      files.add(one);
      return;
    }
    FileStatus[] inside = system.listStatus(one.getPath());
    Arrays.sort(inside);
    for (FileStatus next : inside) {
      String name = next.getPath().getName();
      if (!name.startsWith(".") && !name.startsWith("_")) {
        collect(system, next, files);
      }
    }
  }

  long bytes() {
    return files.stream().mapToLong(FileStatus::getLen).sum();
  }

  /** Whether the first file is Parquet, by its name or by its first bytes. */
  boolean isParquet() {
    Path first = files.get(0).getPath();
    if (first.getName().endsWith(".parquet")) {
      return true;
    }
    byte[] begin = new byte[PARQUET.length];
    try (FSDataInputStream stream = first.getFileSystem(settings).open(first)) {
      return stream.readNBytes(begin, 0, begin.length) == begin.length
          && Arrays.equals(begin, PARQUET);
    } catch (IOException e) {
      throw new BadInput(
          "cannot read " + shown(first) + ": " + e.getClass().getSimpleName(),
          "Maybe you are not allowed to; ls -l says who is.");
    }
  }
}
