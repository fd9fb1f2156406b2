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
      Location at = e.getProblemMark().map(this::location).orElse(new Location(file, 0, 0));
      diagnostics.report(
          at,
          "this is not YAML: " + e.getProblem(),
          "Maybe a colon, a quote or the indentation is missing here or in the line above;"
              + " a text that holds a colon followed by a space needs quotes around it.");
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
    for (NodeTuple tuple : ((MappingNode) node).getValue()) {
      Location key = tuple.getKeyNode().getStartMark().map(this::location).orElse(at);
      String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      if (fields.put(name, new Tree.Entry(key, tree(tuple.getValueNode()))) != null) {
        diagnostics.report(
            key, "\"" + name + "\" stands twice in the same entry", "Maybe delete one of them.");
      }
    }
    return new Tree.Fields(fields, at);
  }

  private Location location(Mark mark) {
    return new Location(file, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
