package org.popliteus.engine.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The scenario files of a knowledge base: beside its rule files, or at the same place under {@code
 * src/test/resources}.
 *
 * @param scenarios all that could be read, by file and line
 * @param diagnostics everything that is wrong with the files
 */
public record Scenarios(List<Scenario> scenarios, List<Diagnostic> diagnostics) {
  private static final String ENDING = ".scenarios.yaml";

  /**
   * Reads every scenario file of the knowledge base in a folder.
   *
   * @throws KnowledgeBaseException if the folder holds no knowledge base
   */
  public static Scenarios read(Path folder, KnowledgeBase knowledge) {
    SortedMap<String, String> texts = new TreeMap<>();
    for (Path place : places(folder)) {
      if (Files.isDirectory(place)) {
        collect(place, texts);
      }
    }
    return read(texts, knowledge);
  }

  /**
   * Where the scenario files of the knowledge base in a folder may stand: the folder of {@code
   * kb.yaml}, and its twin among the test resources, whether it is there or not.
   *
   * @throws KnowledgeBaseException if the folder holds no knowledge base
   */
  public static List<Path> places(Path folder) {
    Path home = KnowledgeFiles.home(folder);
    String main = Path.of("src", "main", "resources").toString();
    String test = Path.of("src", "test", "resources").toString();
    String path = home.toAbsolutePath().toString();
    return path.contains(main) ? List.of(home, Path.of(path.replace(main, test))) : List.of(home);
  }

  /** Reads scenario files from their texts by path. */
  public static Scenarios read(Map<String, String> texts, KnowledgeBase knowledge) {
    Diagnostics diagnostics = new Diagnostics(KnowledgeFiles.of("scenarios", texts));
    List<Scenario> scenarios = new ArrayList<>();
    ScenarioReader reader = new ScenarioReader(knowledge, diagnostics);
    pairs(texts.keySet(), knowledge, diagnostics);
    texts.forEach(
        (file, text) -> {
          // who has lost its rules speaks of rules that are not there
          Tree tree =
              diagnostics.touched().contains(file)
                  ? null
                  : YamlReader.read(file, text, diagnostics);
          if (tree != null) {
            List<Scenario> read = FieldsReader.readAll(tree, diagnostics, reader::scenario);
            Set<String> names = new HashSet<>();
            for (Scenario scenario : read) {
              if (!names.add(scenario.name())) {
                diagnostics.report(
                    scenario.at(),
                    "the name \"" + scenario.name() + "\" stands twice in this file",
                    "Maybe say what differs.");
              }
            }
            scenarios.addAll(read);
          }
        });
    return new Scenarios(List.copyOf(scenarios), diagnostics.sorted());
  }

  /** A rule file and its scenario file have the same name, and neither stands without the other. */
  private static void pairs(
      Collection<String> files, KnowledgeBase knowledge, Diagnostics diagnostics) {
    Set<String> wanted = new TreeSet<>();
    for (RuleDefinition rule : knowledge.rules()) {
      wanted.add(rule.at().file().replaceAll("\\.drl$", ""));
    }
    Set<String> found = new TreeSet<>();
    files.forEach(file -> found.add(file.replace(ENDING, "")));
    for (String stem : found) {
      if (!wanted.contains(stem)) {
        diagnostics.report(
            new Location(stem + ENDING, 0, 0),
            "there is no rule file " + stem + ".drl",
            Spelling.maybe(stem, wanted, "Maybe it was renamed; scenarios stand beside its name."));
      }
    }
    for (String stem : found.isEmpty() ? List.<String>of() : wanted) {
      // a misnamed file is one mistake
      if (!found.contains(stem) && wanted.containsAll(found)) {
        diagnostics.reportUntidy(
            new Location(stem + ENDING, 0, 0),
            "there is no such file, and its rules have no scenario",
            "Maybe write one person for whom each rule fires, and one for whom it does not.");
      }
    }
  }

  /** What makes the scenarios unfit to be run; that a rule file has none does not. */
  public List<Diagnostic> stopping() {
    return diagnostics.stream().filter(Diagnostic::stops).toList();
  }

  private static void collect(Path home, Map<String, String> texts) {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Scenarios::isScenarioFile).sorted().toList()) {
        String path = home.relativize(file).toString().replace('\\', '/');
        texts.put(path, Files.readString(file, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isScenarioFile(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(ENDING) && !name.startsWith(".");
  }
}
