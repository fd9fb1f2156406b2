package org.popliteus.examples.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.KnowledgeFiles;
import org.popliteus.engine.knowledge.Scenarios;

/**
 * A knowledge base as somebody names it: a folder, {@code git:REV} or {@code git:REV:PATH}.
 *
 * @param files its files
 * @param scenarios reads its scenarios
 */
record KnowledgeVersion(KnowledgeFiles files, Function<KnowledgeBase, Scenarios> scenarios) {
  private static final String GIT = "git:";
  private static final String MAIN = "src/main/resources/";
  private static final String TEST = "src/test/resources/";
  private static final String SCENARIOS = ".scenarios.yaml";

  /**
   * Finds and reads it.
   *
   * @param name as the user wrote it
   * @param other the other one that it is compared with; where that is a folder, it tells the
   *     repository and the place in it
   * @throws BadInput if there is no such one
   */
  static KnowledgeVersion of(String name, String other) {
    if (!name.startsWith(GIT)) {
      Path folder = Path.of(name);
      return new KnowledgeVersion(
          KnowledgeOption.from(folder, KnowledgeFiles::read),
          knowledge -> Scenarios.read(folder, knowledge));
    }
    boolean besideFolder = !other.startsWith(GIT) && Files.isDirectory(Path.of(other));
    Path here = Path.of("").toAbsolutePath();
    GitRepository repository =
        GitRepository.of(besideFolder ? List.of(Path.of(other), here) : List.of(here));
    String[] parts = name.substring(GIT.length()).split(":", 2);
    Map<String, String> files = repository.files(repository.commit(parts[0]));
    String home =
        parts.length == 2
            ? home(name, homes(files, folder(parts[1])))
            : home(name, homes(files, repository.prefix()), homes(files, ""));
    Map<String, String> texts =
        repository.texts(
            below(home, files, path -> path.endsWith(".drl") || path.endsWith(".yaml")));
    Map<String, String> scenarios = new TreeMap<>(texts);
    scenarios.keySet().removeIf(path -> !path.endsWith(SCENARIOS));
    texts.keySet().removeAll(scenarios.keySet());
    if (home.contains(MAIN)) {
      String twin = home.replace(MAIN, TEST);
      scenarios.putAll(repository.texts(below(twin, files, path -> path.endsWith(SCENARIOS))));
    }
    return new KnowledgeVersion(
        KnowledgeFiles.of(name, texts), knowledge -> Scenarios.read(scenarios, knowledge));
  }

  private static String folder(String path) {
    return path.isEmpty() || path.endsWith("/") ? path : path + "/";
  }

  /** The first place that holds a knowledge base must hold only one. */
  @SafeVarargs
  private static String home(String name, List<String>... places) {
    for (List<String> homes : places) {
      if (homes.size() > 1) {
        throw new BadInput(
            "more than one " + KnowledgeFiles.MARKER + " in " + name + ": " + homes,
            "Maybe name one: " + named(name, homes.get(0)) + ".");
      }
      if (!homes.isEmpty()) {
        return homes.get(0);
      }
    }
    throw new BadInput(
        "no " + KnowledgeFiles.MARKER + " in " + name,
        "Maybe it stood elsewhere then: git:REV:PATH names the folder.");
  }

  private static String named(String name, String home) {
    String revision = name.substring(GIT.length()).split(":", 2)[0];
    return GIT + revision + ":" + home.substring(0, Math.max(0, home.length() - 1));
  }

  /** The folders that hold {@code kb.yaml}, as {@link KnowledgeFiles#home} finds them on a disk. */
  private static List<String> homes(Map<String, String> files, String under) {
    if (files.containsKey(under + KnowledgeFiles.MARKER)) {
      return List.of(under);
    }
    List<String> homes = new ArrayList<>();
    for (String path : files.keySet()) {
      if (path.startsWith(under) && path.endsWith("/" + KnowledgeFiles.MARKER)) {
        String home = path.substring(0, path.length() - KnowledgeFiles.MARKER.length());
        List<String> folders = List.of(home.substring(under.length()).split("/", -1));
        if (folders.stream().noneMatch(f -> f.equals("target") || f.startsWith("."))) {
          homes.add(home);
        }
      }
    }
    return homes;
  }

  /** The ids of some of the files of a folder, by their path in it. */
  private static Map<String, String> below(
      String home, Map<String, String> files, Predicate<String> wanted) {
    Map<String, String> below = new LinkedHashMap<>();
    files.forEach(
        (path, id) -> {
          if (path.startsWith(home) && wanted.test(path)) {
            below.put(path.substring(home.length()), id);
          }
        });
    return below;
  }
}
