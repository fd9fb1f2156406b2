package org.popliteus.examples.benchmarks.naive;

import java.util.List;
import java.util.Locale;
import org.popliteus.engine.Urgency;
import org.popliteus.engine.knowledge.AdviceDefinition;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Pattern;
import org.popliteus.engine.knowledge.Pattern.Constraint;
import org.popliteus.engine.knowledge.Pattern.Fact;
import org.popliteus.engine.knowledge.Pattern.Literal;
import org.popliteus.engine.knowledge.Requirement;
import org.popliteus.engine.knowledge.RuleDefinition;

/** The rules of a knowledge base as DRL that inserts what it concludes. */
final class DrlWriter {
  private static final String HEAD =
      """
      package org.popliteus.examples.benchmarks.naive

      dialect "mvel"

      import org.popliteus.examples.benchmarks.naive.Facts.*
      global java.util.Set fired

      """;

  private final KnowledgeBase knowledge;
  private final StringBuilder drl = new StringBuilder(HEAD);

  private DrlWriter(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  static String write(KnowledgeBase knowledge) {
    DrlWriter writer = new DrlWriter(knowledge);
    knowledge.rules().forEach(writer::rule);
    writer.nothingAnswered(knowledge.settings().nothingAnswered());
    writer.reviewWhenLikely(knowledge.settings().reviewWhenLikely());
    knowledge.advice().forEach(writer::requirements);
    return writer.drl.toString();
  }

  private void rule(RuleDefinition rule) {
    begin(rule.id(), rule.secondPhase() ? -8 : 0);
    List<Pattern> when = rule.when();
    for (int i = 0; i < when.size(); i++) {
      drl.append("    $p").append(i).append(" : ").append(pattern(when.get(i))).append('\n');
    }
    then(rule);
  }

  private void nothingAnswered(RuleDefinition rule) {
    begin(rule.id(), 0);
    drl.append("    exists Screen()\n");
    drl.append("    not( Screen( $s : code ) and Present( code == $s ) )\n");
    drl.append("    not( Screen( $s : code ) and Absent( code == $s ) )\n");
    then(rule);
  }

  private void reviewWhenLikely(RuleDefinition rule) {
    begin(rule.id(), -6);
    drl.append("    not Escalated()\n");
    drl.append("    Candidate( review == true, $c : cause )\n");
    drl.append("    Suspected( cause == $c, likelihood == \"LIKELY\" )\n");
    then(rule);
  }

  private void begin(String name, int salience) {
    drl.append("rule \"").append(name).append("\"\n    salience ").append(salience);
    drl.append("\nwhen\n");
  }

  private void then(RuleDefinition rule) {
    drl.append("then\n    fired.add( \"").append(rule.id()).append("\" );\n");
    rule.then().forEach(conclusion -> conclusion(rule, conclusion));
    drl.append("end\n\n");
  }

  private void conclusion(RuleDefinition rule, Conclusion conclusion) {
    String subject = conclusion.subject();
    switch (conclusion.kind()) {
      case SUPPORTS, OPPOSES ->
          insert(
              "Evidence",
              text(rule.id()),
              text(subject),
              text(rule.group() == null ? "" : rule.group()),
              number(conclusion.number()),
              conclusion.number() > 1 ? "true" : "false",
              number(Math.abs(Math.log(conclusion.number()))),
              clean(rule));
      case EMERGENCY -> escalate(rule, subject, Urgency.EMERGENCY);
      case SAME_DAY -> escalate(rule, subject, Urgency.SAME_DAY);
      case SOON -> escalate(rule, subject, Urgency.SOON);
      case RECOMMEND -> recommend(rule, subject);
      case WITHHOLD -> insert("Withheld", text(subject));
      case CONTRIBUTES, SCORE, NOTE -> {}
    }
  }

  /** Whether no answer that the rule matched is contradicted by another. */
  private static String clean(RuleDefinition rule) {
    StringBuilder clean = new StringBuilder();
    for (int i = 0; i < rule.when().size(); i++) {
      if (rule.when().get(i).fact() == Fact.PRESENT) {
        clean.append(clean.isEmpty() ? "" : " && ").append("!$p").append(i);
        clean.append(".contradicted");
      }
    }
    return clean.isEmpty() ? "true" : clean.toString();
  }

  @SuppressWarnings("EnumOrdinal") // the level is never stored
  private void escalate(RuleDefinition rule, String action, Urgency urgency) {
    AdviceDefinition advice = knowledge.advice(action);
    if (advice == null || advice.within() == null) {
      throw new IllegalArgumentException("the action of " + rule.id() + " has no time: " + action);
    }
    insert(
        "Escalated",
        text(rule.id()),
        text(action),
        Integer.toString(urgency.ordinal()),
        advice.within().toSeconds() + "L");
    insert("Recommended", text(action), text(""));
    for (String cause : rule.mustExclude()) {
      insert("MustExclude", text(cause));
      insert("Recommended", text(action), text(cause));
    }
  }

  private void recommend(RuleDefinition rule, String advice) {
    insert("Recommended", text(advice), text(""));
    for (int i = 0; i < rule.when().size(); i++) {
      if (rule.when().get(i).fact() == Fact.SUSPECTED) {
        insert("Recommended", text(advice), "$p" + i + ".cause");
      }
    }
  }

  private void insert(String fact, String... arguments) {
    drl.append("    insert( new ").append(fact).append("( ");
    drl.append(String.join(", ", arguments)).append(" ) );\n");
  }

  private void requirements(AdviceDefinition advice) {
    for (int i = 0; i < advice.requires().size(); i++) {
      begin(advice.code() + " requires, " + i, 0);
      drl.append("    ").append(requirement(advice.requires().get(i))).append("\nthen\n");
      insert("Met", text(advice.code()), Integer.toString(i));
      drl.append("end\n\n");
    }
  }

  private static String requirement(Requirement requirement) {
    if (requirement instanceof Requirement.IsPresent is) {
      return "exists Present( code == " + text(is.code()) + " )";
    }
    if (requirement instanceof Requirement.IsAbsent is) {
      return "exists Absent( code == " + text(is.code()) + " )";
    }
    if (requirement instanceof Requirement.IsFromTo is) {
      return String.format(
          Locale.ROOT,
          "exists Measured( code == %s, value >= %s, value <= %s )",
          text(is.code()),
          number(is.least()),
          number(is.most()));
    }
    if (requirement instanceof Requirement.IsOption is) {
      List<String> options = is.options().stream().map(DrlWriter::text).toList();
      return "exists Chosen( code == "
          + text(is.code())
          + ", option in ( "
          + String.join(", ", options)
          + " ) )";
    }
    String between = requirement instanceof Requirement.All ? " and " : " or ";
    List<String> parts =
        ((Requirement.Several) requirement).parts().stream().map(DrlWriter::requirement).toList();
    return "( " + String.join(between, parts) + " )";
  }

  private static String pattern(Pattern pattern) {
    List<String> constraints = pattern.constraints().stream().map(DrlWriter::constraint).toList();
    return pattern.fact().word() + "( " + String.join(", ", constraints) + " )";
  }

  private static String constraint(Constraint constraint) {
    List<String> values = constraint.values().stream().map(DrlWriter::literal).toList();
    String joined = String.join(", ", values);
    String value = constraint.operator() == Pattern.Operator.IN ? "( " + joined + " )" : joined;
    return constraint.field() + " " + constraint.operator().sign() + " " + value;
  }

  private static String literal(Literal literal) {
    return literal.quoted() ? text(literal.text()) : literal.text();
  }

  private static String text(String text) {
    return '"' + text + '"';
  }

  private static String number(double number) {
    return Double.toString(number);
  }
}
