package org.popliteus.examples.benchmarks.growth;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Draws rules, and writes those of one kind into one file. */
final class RuleWriter {
  private static final double[] FOR = {1.5, 2, 3, 5, 10};
  private static final double[] AGAINST = {0.7, 0.5, 0.3, 0.2};
  private static final List<String> GROUPS = List.of("swelling", "nerve", "load", "injury");
  private static final int LETTERS = 26;

  private final Random random;
  private final String prefix;
  private final StringBuilder drl = new StringBuilder();
  private final Set<String> drawn = new HashSet<>();
  private int count;

  RuleWriter(String packageName, String prefix, Random random) {
    this.random = random;
    this.prefix = prefix;
    drl.append("package ").append(packageName).append("\n\n");
    drl.append("import org.popliteus.engine.fact.*\n");
    drl.append("global org.popliteus.engine.Conclusions conclude\n\n");
  }

  String drl() {
    return drl.toString();
  }

  int count() {
    return count;
  }

  /** A rule for or against a cause, two of five in a group. */
  void evidence(String cause) {
    boolean favour = random.nextInt(4) > 0;
    double ratio = favour ? pick(FOR) : pick(AGAINST);
    String group = random.nextInt(5) < 2 ? GROUPS.get(random.nextInt(GROUPS.size())) : "";
    String call = (favour ? "supports" : "opposes") + "( \"" + cause + "\", " + ratio + " )";
    rule(group, "", conditions(2 + random.nextInt(2), true), List.of(call));
  }

  void escalation(String urgency, String action, String mustExclude) {
    List<String> conditions = conditions(3, false);
    rule("", mustExclude, conditions, List.of(urgency + "( \"" + action + "\" )"));
  }

  void redFlags(String action) {
    String codes = "\"" + String.join("\", \"", Vocabulary.redFlags()) + "\"";
    List<String> condition = List.of("Present( code in ( " + codes + " ) )");
    rule("", "", condition, List.of("soon( \"" + action + "\" )"));
  }

  void recommend(List<String> causes, String advice) {
    String condition =
        "Suspected( cause in ( \""
            + String.join("\", \"", causes)
            + "\" ), likelihood in ( \"LIKELY\", \"POSSIBLE\" ) )";
    rule("", "", List.of(condition), List.of("recommend( \"" + advice + "\" )"));
  }

  void withhold(String advice) {
    rule("", "", conditions(2, false), List.of("withhold( \"" + advice + "\" )"));
  }

  void contributes(String factor) {
    rule("", "", conditions(2, false), List.of("contributes( \"" + factor + "\" )"));
  }

  private void rule(String group, String cause, List<String> when, List<String> then) {
    String id =
        String.format(Locale.ROOT, "%s-%02d%c", prefix, 1 + count / LETTERS, 'a' + count % LETTERS);
    count++;
    drl.append("rule \"").append(id).append(" generated\"\n");
    drl.append("    @because( \"What is found together here speaks for what is concluded.\" )\n");
    drl.append("    @source( \"generated\" )\n    @grade( \"expert\" )\n");
    if (!group.isEmpty()) {
      drl.append("    @group( \"").append(group).append("\" )\n");
    }
    if (!cause.isEmpty()) {
      drl.append("    @cause( \"").append(cause).append("\" )\n");
    }
    drl.append("    @status( \"draft\" )\nwhen\n");
    when.forEach(condition -> drl.append("    ").append(condition).append('\n'));
    drl.append("then\n");
    then.forEach(call -> drl.append("    conclude.").append(call).append(";\n"));
    drl.append("end\n\n");
  }

  /** Conditions on different findings, which no rule of this file has yet. */
  private List<String> conditions(int size, boolean absentToo) {
    List<String> conditions = new ArrayList<>();
    do {
      conditions.clear();
      Set<Integer> used = new HashSet<>();
      while (conditions.size() < size) {
        conditions.add(condition(absentToo, used));
      }
      // in one order, so that what asks the same is seen
      Collections.sort(conditions);
    } while (!drawn.add(String.join("", conditions)));
    return conditions;
  }

  private String condition(boolean absentToo, Set<Integer> used) {
    int kind = random.nextInt(20);
    if (kind == 0) {
      return measured(used);
    }
    if (kind == 1) {
      return chosen(used);
    }
    String fact = absentToo && kind < 5 ? "Absent" : "Present";
    int codes = random.nextInt(3) == 0 ? 2 + random.nextInt(3) : 1;
    List<String> signs = new ArrayList<>();
    while (signs.size() < codes) {
      int sign = random.nextInt(Vocabulary.signs());
      if (used.add(sign)) {
        signs.add(Vocabulary.sign(sign));
      }
    }
    Collections.sort(signs);
    return codes == 1
        ? fact + "( code == \"" + signs.get(0) + "\" )"
        : fact + "( code in ( \"" + String.join("\", \"", signs) + "\" ) )";
  }

  private String measured(Set<Integer> used) {
    int number = random.nextInt(Vocabulary.numbers());
    if (!used.add(-1 - number)) {
      return measured(used);
    }
    int limit = 10 * (1 + random.nextInt(9));
    return "Measured( code == \"" + Vocabulary.number(number) + "\", value >= " + limit + " )";
  }

  private String chosen(Set<Integer> used) {
    int choice = random.nextInt(Vocabulary.choices());
    if (!used.add(-1 - Vocabulary.numbers() - choice)) {
      return chosen(used);
    }
    String option = Vocabulary.OPTIONS.get(random.nextInt(Vocabulary.OPTIONS.size()));
    return "Chosen( code == \"" + Vocabulary.choice(choice) + "\", option == \"" + option + "\" )";
  }

  private double pick(double[] values) {
    return values[random.nextInt(values.length)];
  }
}
