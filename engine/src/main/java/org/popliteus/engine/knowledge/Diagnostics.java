package org.popliteus.engine.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Collects what is wrong, and looks up the line it stands on. */
final class Diagnostics {
  /** Beyond this number of places, a name that is not known is one mistake where it was defined. */
  private static final int PLACES = 3;

  /** A longer line is shown in part. */
  private static final int EXCERPT = 200;

  private final KnowledgeFiles files;
  private final Set<Diagnostic> found = new LinkedHashSet<>();
  private final Map<String, List<Diagnostic>> unknown = new LinkedHashMap<>();
  private final Set<String> touched = new TreeSet<>();
  private final Set<String> meant = new HashSet<>();
  private final Set<String> doubtful = new HashSet<>();
  private final Set<String> lacking = new HashSet<>();
  private int count;

  Diagnostics(KnowledgeFiles files) {
    this.files = files;
  }

  /** What makes the knowledge base unfit for use. */
  void report(Location at, String message, String maybe) {
    add(diagnostic(at, message, maybe, true));
  }

  /** What a reviewer should mend, and what an answer does not depend on. */
  void reportUntidy(Location at, String message, String maybe) {
    add(diagnostic(at, message, maybe, false));
  }

  /**
   * A name that is not known. Where it stands in many places, they become one message: it is
   * likelier that its definition was renamed than that all of them are misspelt.
   *
   * @param name the name
   * @param message what is wrong, the same for every place
   * @param known the names that are known
   * @param otherwise the next step where none of them is near
   */
  void reportUnknown(
      Location at, String name, String message, Collection<String> known, String otherwise) {
    meant.addAll(Spelling.nearest(name, known));
    touched.add(at.file());
    count++;
    int strange = HiddenCharacters.strangeLetter(name);
    String whole =
        strange < 0
            ? message
            : message
                + ", in which "
                + Character.toString(strange)
                + " is "
                + HiddenCharacters.name(strange)
                + " and no plain letter";
    unknown
        .computeIfAbsent(whole, m -> new ArrayList<>())
        .add(diagnostic(at, whole, Spelling.maybe(name, known, otherwise), true));
  }

  private void add(Diagnostic diagnostic) {
    touched.add(diagnostic.at().file());
    count++;
    found.add(diagnostic);
  }

  private Diagnostic diagnostic(Location at, String message, String maybe, boolean stops) {
    String line = files.line(at.file(), at.line());
    String excerpt =
        HiddenCharacters.shown(
            line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + " ...");
    return new Diagnostic(at, message, excerpt, maybe, stops);
  }

  /** How many were reported so far: whether something reported anything is seen by the change. */
  int count() {
    return count;
  }

  /**
   * Says that the definition of a code has a mistake, or that of a file not even the codes are
   * known; what refers to it is not held against it.
   */
  void doubt(String codeOrFile) {
    doubtful.add(codeOrFile);
  }

  /** Whether the definition of a code, or one in a file, cannot be relied on. */
  boolean doubts(String codeOrFile) {
    return doubtful.contains(codeOrFile);
  }

  boolean doubtsAnyFile() {
    return doubtful.stream().anyMatch(name -> name.endsWith(".yaml"));
  }

  /** Says that a name of a file is missed or mistaken: what nothing uses there may be meant. */
  void lack(String file) {
    lacking.add(file);
  }

  boolean lacks(String file) {
    return lacking.contains(file) || doubtful.contains(file);
  }

  /** The files that have a mistake. */
  Set<String> touched() {
    return touched;
  }

  /** Names that were probably meant where one is not known. */
  Set<String> meant() {
    return meant;
  }

  List<Diagnostic> sorted() {
    List<Diagnostic> sorted = new ArrayList<>(found);
    unknown.values().forEach(places -> sorted.addAll(together(places)));
    sorted.sort(Comparator.comparing(Diagnostic::at));
    return List.copyOf(sorted);
  }

  private static List<Diagnostic> together(List<Diagnostic> all) {
    List<Diagnostic> places = all.stream().distinct().toList();
    if (places.size() <= PLACES) {
      return places;
    }
    Diagnostic first = places.get(0);
    return List.of(
        new Diagnostic(
            first.at(),
            first.message() + ", here and in " + (places.size() - 1) + " more places",
            first.excerpt(),
            first.maybe(),
            true));
  }
}
