package org.popliteus.examples.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits until somebody saves a rule file or a YAML file. Editors save by renaming, write twice, and
 * leave files of their own behind, so an event only wakes: what counts is which files look other
 * than before, once nothing moves any more.
 */
final class FolderWatch implements Closeable {

  /** Also without an event it is looked then: network folders and some systems give none. */
  private static final long LOOK_MILLIS = 500;

  private static final long QUIET_MILLIS = 60;

  private final List<Path> folders;
  private final WatchService events = FileSystems.getDefault().newWatchService();
  private Map<String, Stamp> seen;

  /** How a file looks from outside; another file of the same name has another key. */
  private record Stamp(FileTime saved, long size, @Nullable Object key) {}

  /** Begins to watch; a folder that is not there may come. */
  FolderWatch(List<Path> folders) throws IOException {
    this.folders = folders;
    this.seen = look();
  }

  /** The files that were saved, by their path in their folder; empty when it is to end. */
  Set<String> await(BooleanSupplier ended) throws IOException {
    try {
      while (!ended.getAsBoolean()) {
        drain(events.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        Map<String, Stamp> now = look();
        if (!now.equals(seen)) {
          return changed(settled(now));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Set.of();
  }

  private Map<String, Stamp> settled(Map<String, Stamp> moving)
      throws IOException, InterruptedException {
    Map<String, Stamp> before = moving;
    while (true) {
      Thread.sleep(QUIET_MILLIS);
      Map<String, Stamp> now = look();
      if (now.equals(before)) {
        return now;
      }
      before = now;
    }
  }

  private Set<String> changed(Map<String, Stamp> now) {
    Set<String> changed = new TreeSet<>(seen.keySet());
    changed.addAll(now.keySet());
    Map<String, Stamp> before = seen;
    changed.removeIf(path -> now.containsKey(path) && now.get(path).equals(before.get(path)));
    seen = now;
    return changed;
  }

  private void drain(@Nullable WatchKey woken) {
    for (WatchKey key = woken; key != null; key = events.poll()) {
      key.pollEvents();
      key.reset();
    }
  }

  /** How all files look now; to watch a folder that is watched already does nothing. */
  private Map<String, Stamp> look() throws IOException {
    Map<String, Stamp> stamps = new TreeMap<>();
    for (Path home : folders) {
      if (Files.isDirectory(home)) {
        Files.walkFileTree(home, new Looking(home, stamps));
      }
    }
    return stamps;
  }

  private final class Looking extends SimpleFileVisitor<Path> {
    private final Path home;
    private final Map<String, Stamp> stamps;

    Looking(Path home, Map<String, Stamp> stamps) {
      this.home = home;
      this.stamps = stamps;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      String name = String.valueOf(folder.getFileName());
      if (!folder.equals(home) && (name.startsWith(".") || name.equals("target"))) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      folder.register(
          events,
          StandardWatchEventKinds.ENTRY_CREATE,
          StandardWatchEventKinds.ENTRY_MODIFY,
          StandardWatchEventKinds.ENTRY_DELETE);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = String.valueOf(file.getFileName());
      if (!name.startsWith(".") && (name.endsWith(".drl") || name.endsWith(".yaml"))) {
        stamps.put(
            home.relativize(file).toString().replace('\\', '/'),
            new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey()));
      }
      return FileVisitResult.CONTINUE;
    }

    /** A file that an editor removed meanwhile. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }
  }

  @Override
  public void close() throws IOException {
    events.close();
  }
}
