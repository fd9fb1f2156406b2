package org.popliteus.engine.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Reads YAML 1.2 into a {@link Tree}; what is wrong goes to the diagnostics with its line. */
final class YamlReader {
  private final String file;
  private final Diagnostics diagnostics;

  private YamlReader(String file, Diagnostics diagnostics) {
    this.file = file;
    this.diagnostics = diagnostics;
  }

  /** The document; null where it cannot be read or is empty, which is then reported. */
  static @Nullable Tree read(String file, String text, Diagnostics diagnostics) {
    return new YamlReader(file, diagnostics).read(text);
  }

  private @Nullable Tree read(String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setUseMarks(true)
            .setMaxAliasesForCollections(0)
            // every value is read as the text that stands there
            .setSchema(new FailsafeSchema())
            .build();
    int hidden = HiddenCharacters.first(text, 0, text.length());
    if (hidden >= 0) {
      int line = (int) text.substring(0, hidden).chars().filter(c -> c == '\n').count() + 1;
      diagnostics.report(
          new Location(file, line, hidden - text.lastIndexOf('\n', hidden)),
          HiddenCharacters.message(text.codePointAt(hidden)),
          HiddenCharacters.maybe());
      return null;
    }
    try {
      Optional<Node> root = new Compose(settings).composeString(text);
      if (root.isEmpty()) {
        diagnostics.report(
            new Location(file, 0, 0), "the file is empty", "Maybe restore it, or delete it.");
        return null;
      }
      return tree(root.get());
    } catch (MarkedYamlEngineException e) {
      report(e);
    } catch (YamlEngineException e) {
      diagnostics.report(
          new Location(file, 0, 0),
          "this is not YAML: " + e.getMessage(),
          "Maybe it holds a character that YAML does not allow.");
    } catch (StackOverflowError e) {
      // the library nests as deep as the file does
      diagnostics.report(
          new Location(file, 0, 0),
          "brackets stand in brackets without end",
          "Maybe the file was damaged; restore it.");
    }
    return null;
  }

  private void report(MarkedYamlEngineException e) {
    String problem = String.valueOf(e.getProblem());
    boolean opened =
        problem.contains("expected ',' or")
            || problem.contains("could not find expected ':'")
            || problem.contains("unexpected end of stream");
    Optional<Mark> mark = opened ? e.getContextMark().or(e::getProblemMark) : e.getProblemMark();
    diagnostics.report(
        mark.map(this::location).orElse(new Location(file, 0, 0)),
        "this is not YAML: " + problem.replace("\\t(TAB)", "tab").replaceAll(" \\(Do not.*", ""),
        maybe(problem));
  }

  private static String maybe(String problem) {
    if (problem.contains("TAB")) {
      return "Maybe write spaces in the place of the tab.";
    }
    if (problem.contains("expected ',' or")) {
      return "Maybe the bracket that opens here is not closed, or a comma is missing in it.";
    }
    if (problem.contains("could not find expected ':'")) {
      return "Maybe a colon and a space are missing in this line.";
    }
    if (problem.contains("unexpected end of stream")) {
      return "Maybe the quote that opens here is not closed.";
    }
    if (problem.contains("mapping values are not allowed")) {
      return "Maybe this line is indented too far; or its text holds a colon, and needs quotes.";
    }
    if (problem.contains("<block mapping start>") || problem.contains("<block sequence start>")) {
      return "Maybe this line is indented by too few or too many spaces.";
    }
    if (problem.contains("'<scalar>'")) {
      return "Maybe a quote is missing in the line above, or stands within a text.";
    }
    if (problem.contains("'?'")) {
      return "Maybe a space is missing behind -, or the indentation is wrong.";
    }
    return "Maybe a quote, a colon or a space is missing here or in the line above.";
  }

  private Tree tree(Node node) {
    Location at = node.getStartMark().map(this::location).orElse(new Location(file, 0, 0));
    if (node instanceof ScalarNode scalar) {
      return new Tree.Leaf(scalar.getValue(), at);
    }
    if (node instanceof SequenceNode sequence) {
      List<Tree> items = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        items.add(tree(item));
      }
      return new Tree.Items(items, at);
    }
    Map<String, Tree.Entry> fields = new LinkedHashMap<>();
    List<Location> twice = new ArrayList<>();
    String firstTwice = "";
    for (NodeTuple tuple : ((MappingNode) node).getValue()) {
      Location key = tuple.getKeyNode().getStartMark().map(this::location).orElse(at);
      String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      if (fields.put(name, new Tree.Entry(key, tree(tuple.getValueNode()))) != null) {
        twice.add(key);
        firstTwice = twice.size() == 1 ? name : firstTwice;
      }
    }
    if (!twice.isEmpty()) {
      diagnostics.report(
          twice.get(0),
          "\"" + firstTwice + "\" stands twice in the same entry",
          twice.size() > 1
              ? "Maybe a new entry begins here, and needs \"- \" before it."
              : "Maybe delete one of them.");
      // of two entries in one, one is lost
      diagnostics.doubt(file);
    }
    return new Tree.Fields(fields, at);
  }

  private Location location(Mark mark) {
    return new Location(file, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
