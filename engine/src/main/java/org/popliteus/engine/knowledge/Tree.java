package org.popliteus.engine.knowledge;

import java.util.List;
import java.util.Map;

/** A YAML document with the place of everything; scalars stay text until they are needed. */
sealed interface Tree {

  Location at();

  /** A scalar as written, without quotes. */
  record Leaf(String text, Location at) implements Tree {}

  /** A sequence. */
  record Items(List<Tree> items, Location at) implements Tree {}

  /** A mapping; each value knows the place of its key. */
  record Fields(Map<String, Entry> fields, Location at) implements Tree {}

  /** A key's place and its value. */
  record Entry(Location key, Tree value) {}
}
