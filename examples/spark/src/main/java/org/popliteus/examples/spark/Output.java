package org.popliteus.examples.spark;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SaveMode;

/**
 * The folder that a job writes. Spark marks it with {@code _SUCCESS} when all of it is there; until
 * then what is written lies in {@code _temporary}.
 */
final class Output {
  private static final String FINISHED = "_SUCCESS";
  private static final String UNFINISHED = "_temporary";

  private final String named;
  private final FileSystem system;
  private final Path folder;
  private final boolean isThere;

  /** Looks at it, and changes nothing. */
  Output(String named, Configuration settings) {
    this.named = named;
    Path path = InputFiles.path(named);
    try {
      this.system = path.getFileSystem(settings);
      this.folder = path.makeQualified(system.getUri(), system.getWorkingDirectory());
      this.isThere = system.exists(folder);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  String folder() {
    return folder.toString();
  }

  String named() {
    return named;
  }

  /** Whether a job has written all of it. */
  boolean isFinished() throws IOException {
    return system.exists(new Path(folder, FINISHED));
  }

  /**
   * How to write it: nothing is overwritten that nobody asked to overwrite, nor anything but the
   * output of such a job.
   *
   * @throws BadInput if it is there already, or holds something else
   */
  SaveMode mode(boolean overwrite) {
    try {
      if (!isThere) {
        return SaveMode.ErrorIfExists;
      }
      if (!system.getFileStatus(folder).isDirectory()) {
        throw new BadInput(
            named + " is a file, and the output is a folder", "Maybe name another one.");
      }
      FileStatus[] inside = system.listStatus(folder);
      if (inside.length > 0 && !overwrite) {
        throw isFinished() || !system.exists(new Path(folder, UNFINISHED))
            ? new BadInput(
                named + " is there already", "Maybe name another folder, or add --overwrite.")
            : new BadInput(
                named + " holds a run that did not end, or has not yet ended",
                "Maybe it was stopped; then run it again with --overwrite.");
      }
      for (FileStatus one : inside) {
        if (!isWrittenBySpark(one)) {
          throw new BadInput(
              named + " holds " + one.getPath().getName() + ", which no such job has written",
              "Maybe another folder is meant; --overwrite deletes all that is in it.");
        }
      }
      return SaveMode.Overwrite;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static boolean isWrittenBySpark(FileStatus one) {
    String name = one.getPath().getName();
    return one.isDirectory()
        ? name.equals(UNFINISHED)
        : name.equals(FINISHED) || name.startsWith("part-") || name.endsWith(".crc");
  }

  /**
   * Nothing is written where it is read from.
   *
   * @throws BadInput if one lies in the other
   */
  void mustLieApartFrom(InputFiles input) {
    String out = folder.toUri().getPath();
    String in = InputFiles.path(input.named()).toUri().getPath();
    Path whole = new Path(in).makeQualified(system.getUri(), system.getWorkingDirectory());
    boolean inside = (out + "/").startsWith(whole.toUri().getPath() + "/");
    for (FileStatus file : input.files()) {
      inside |= file.getPath().toUri().getPath().startsWith(out + "/");
    }
    if (inside) {
      throw new BadInput(
          "the output " + named + " and the input " + input.named() + " lie in each other",
          "Maybe name a folder beside the input.");
    }
  }

  private BadInput unreadable(IOException e) {
    return new BadInput(
        "cannot look into " + named + ": " + e.getClass().getSimpleName(),
        "Maybe you are not allowed to, or its file system is not known to this Spark.");
  }
}
