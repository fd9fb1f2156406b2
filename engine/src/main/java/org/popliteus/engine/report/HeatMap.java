package org.popliteus.engine.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Pattern;
import org.popliteus.engine.knowledge.RuleDefinition;

/**
 * Answers against causes: the strongest ratio that a rule on the answer gives.
 *
 * @param causes the columns
 * @param groups the rows, by group of findings
 * @param without findings that weigh for no cause
 */
record HeatMap(List<Term> causes, List<Group> groups, List<Term> without) {

  /** The rows of a group of findings. */
  record Group(String name, List<Row> rows) {}

  /**
   * One answer.
   *
   * @param finding what was asked
   * @param answer yes, no, or value for a number or an option
   * @param cells one for each cause; null where no rule weighs the answer for it
   */
  record Row(Term finding, String answer, List<@Nullable Cell> cells) {}

  /**
   * What an answer weighs for a cause.
   *
   * @param weight the strongest ratio, up or down
   * @param rule the rule that gives it
   * @param alone whether that rule asks for nothing else
   * @param others how many more rules weigh this answer for this cause
   */
  record Cell(Weight weight, Term rule, boolean alone, int others) {}

  private record Key(String finding, String answer) {}

  static HeatMap of(KnowledgeBase knowledge) {
    Map<Key, Map<String, List<Cell>>> weights = new LinkedHashMap<>();
    for (RuleDefinition rule : knowledge.rules()) {
      for (Conclusion conclusion : rule.then()) {
        if (conclusion.kind() == Conclusion.Kind.SUPPORTS
            || conclusion.kind() == Conclusion.Kind.OPPOSES) {
          Weight weight =
              Weight.of(Term.cause(knowledge, conclusion.subject()), conclusion.number());
          Cell cell = new Cell(weight, Term.of(rule), rule.when().size() == 1, 0);
          for (Key key : keys(rule)) {
            weights
                .computeIfAbsent(key, k -> new LinkedHashMap<>())
                .computeIfAbsent(conclusion.subject(), c -> new ArrayList<>())
                .add(cell);
          }
        }
      }
    }
    return of(knowledge, weights);
  }

  private static HeatMap of(KnowledgeBase knowledge, Map<Key, Map<String, List<Cell>>> weights) {
    Map<String, List<Row>> groups = new LinkedHashMap<>();
    List<Term> without = new ArrayList<>();
    for (FindingDefinition finding : knowledge.findings()) {
      boolean weighs = false;
      for (String answer : List.of("value", "yes", "no")) {
        Map<String, List<Cell>> row = weights.get(new Key(finding.code(), answer));
        if (row != null) {
          weighs = true;
          List<@Nullable Cell> cells = new ArrayList<>();
          knowledge.causes().forEach(cause -> cells.add(strongest(row.get(cause.code()))));
          groups
              .computeIfAbsent(finding.group(), g -> new ArrayList<>())
              .add(new Row(Term.of(finding), answer, cells));
        }
      }
      if (!weighs) {
        without.add(Term.of(finding));
      }
    }
    return new HeatMap(
        knowledge.causes().stream().map(Term::of).toList(),
        groups.entrySet().stream()
            .map(group -> new Group(Words.plain(group.getKey()), group.getValue()))
            .toList(),
        without);
  }

  private static List<Key> keys(RuleDefinition rule) {
    List<Key> keys = new ArrayList<>();
    for (Pattern pattern : rule.when()) {
      String answer =
          switch (pattern.fact()) {
            case PRESENT -> "yes";
            case ABSENT -> "no";
            case MEASURED, CHOSEN -> "value";
            case SUSPECTED, TRIAGED -> "";
          };
      if (!answer.isEmpty()) {
        pattern.keys().forEach(code -> keys.add(new Key(code, answer)));
      }
    }
    return keys;
  }

  /** A rule that asks for nothing else comes before one of the same force that does. */
  private static @Nullable Cell strongest(@Nullable List<Cell> cells) {
    if (cells == null) {
      return null;
    }
    Cell strongest =
        cells.stream()
            .max(
                Comparator.<Cell>comparingDouble(c -> c.weight().force())
                    .thenComparing(Cell::alone))
            .orElseThrow();
    return new Cell(strongest.weight(), strongest.rule(), strongest.alone(), cells.size() - 1);
  }
}
