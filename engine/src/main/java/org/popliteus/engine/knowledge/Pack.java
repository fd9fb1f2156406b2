package org.popliteus.engine.knowledge;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A compact form for definitions: every text once in a table, everything else as numbers. */
final class Pack {
  private Pack() {}

  private interface Write<T> {
    void write(T value) throws IOException;
  }

  private interface Read<T> {
    T read();
  }

  /** Writes trees and rules; {@link #finish} puts the table before them. */
  static final class Writer {
    private final Map<String, Integer> table = new LinkedHashMap<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    void number(int number) throws IOException {
      out.writeInt(number);
    }

    void text(@Nullable String text) throws IOException {
      if (text == null) {
        out.writeInt(-1);
        return;
      }
      Integer index = table.get(text);
      if (index == null) {
        index = table.size();
        table.put(text, index);
      }
      out.writeInt(index);
    }

    private <T> void list(List<T> values, Write<T> write) throws IOException {
      out.writeInt(values.size());
      for (T value : values) {
        write.write(value);
      }
    }

    private void at(Location at) throws IOException {
      text(at.file());
      out.writeInt(at.line());
      out.writeInt(at.column());
    }

    void tree(Tree tree) throws IOException {
      if (tree instanceof Tree.Leaf leaf) {
        out.writeByte('l');
        at(tree.at());
        text(leaf.text());
      } else if (tree instanceof Tree.Items items) {
        out.writeByte('i');
        at(tree.at());
        list(items.items(), this::tree);
      } else if (tree instanceof Tree.Fields fields) {
        out.writeByte('f');
        at(tree.at());
        out.writeInt(fields.fields().size());
        for (Map.Entry<String, Tree.Entry> field : fields.fields().entrySet()) {
          text(field.getKey());
          at(field.getValue().key());
          tree(field.getValue().value());
        }
      }
    }

    void rule(RuleDefinition rule) throws IOException {
      text(rule.id());
      text(rule.name());
      text(rule.because());
      list(rule.sources(), this::text);
      text(rule.grade());
      text(rule.group());
      text(rule.status());
      text(rule.reviewed());
      list(rule.mustExclude(), this::text);
      list(rule.when(), this::pattern);
      list(rule.then(), this::conclusion);
      text(rule.packageName());
      at(rule.at());
    }

    private void pattern(Pattern pattern) throws IOException {
      text(pattern.fact().name());
      list(pattern.constraints(), this::constraint);
      at(pattern.at());
    }

    private void constraint(Pattern.Constraint constraint) throws IOException {
      text(constraint.field());
      text(constraint.operator().name());
      list(constraint.values(), this::literal);
      at(constraint.at());
    }

    private void literal(Pattern.Literal literal) throws IOException {
      text(literal.text());
      out.writeByte(literal.quoted() ? 1 : 0);
      at(literal.at());
    }

    private void conclusion(Conclusion conclusion) throws IOException {
      text(conclusion.kind().name());
      text(conclusion.subject());
      out.writeDouble(conclusion.number());
      at(conclusion.at());
    }

    void finish(OutputStream stream) throws IOException {
      DataOutputStream whole = new DataOutputStream(stream);
      whole.writeInt(table.size());
      for (String text : table.keySet()) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        whole.writeInt(utf8.length);
        whole.write(utf8);
      }
      out.flush();
      bytes.writeTo(whole);
      whole.flush();
    }
  }

  /** Reads what {@link Writer} wrote, in the same order. */
  static final class Reader {
    private final ByteBuffer in;
    private final String[] table;

    Reader(ByteBuffer in) {
      this.in = in;
      this.table = new String[in.getInt()];
      for (int i = 0; i < table.length; i++) {
        byte[] utf8 = new byte[in.getInt()];
        in.get(utf8);
        table[i] = new String(utf8, StandardCharsets.UTF_8);
      }
    }

    int number() {
      return in.getInt();
    }

    String text() {
      return table[in.getInt()];
    }

    private @Nullable String optionalText() {
      int index = in.getInt();
      return index < 0 ? null : table[index];
    }

    private <T> List<T> list(Read<T> read) {
      int size = in.getInt();
      List<T> values = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        values.add(read.read());
      }
      return List.copyOf(values);
    }

    private Location at() {
      return new Location(text(), in.getInt(), in.getInt());
    }

    Tree tree() {
      int kind = in.get();
      Location at = at();
      if (kind == 'l') {
        return new Tree.Leaf(text(), at);
      }
      if (kind == 'i') {
        return new Tree.Items(list(this::tree), at);
      }
      int size = in.getInt();
      Map<String, Tree.Entry> fields = new LinkedHashMap<>();
      for (int i = 0; i < size; i++) {
        String name = text();
        Location key = at();
        fields.put(name, new Tree.Entry(key, tree()));
      }
      return new Tree.Fields(fields, at);
    }

    RuleDefinition rule() {
      return new RuleDefinition(
          text(),
          text(),
          text(),
          list(this::text),
          text(),
          optionalText(),
          text(),
          optionalText(),
          list(this::text),
          list(this::pattern),
          list(this::conclusion),
          text(),
          at());
    }

    private Pattern pattern() {
      return new Pattern(Pattern.Fact.valueOf(text()), list(this::constraint), at());
    }

    private Pattern.Constraint constraint() {
      return new Pattern.Constraint(
          text(), Pattern.Operator.valueOf(text()), list(this::literal), at());
    }

    private Pattern.Literal literal() {
      return Pattern.Literal.of(text(), in.get() == 1, at());
    }

    private Conclusion conclusion() {
      return new Conclusion(Conclusion.Kind.valueOf(text()), text(), in.getDouble(), at());
    }
  }
}
