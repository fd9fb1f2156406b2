package org.popliteus.engine.knowledge;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.knowledge.AdviceDefinition.Category;
import org.popliteus.engine.knowledge.Conclusion.Kind;

/**
 * Finds rules that can never fire, and advice that a rule gives and that never arrives:
 *
 * <ul>
 *   <li>no answer satisfies a line, or no answers satisfy two lines together: yes and no to one
 *       question, options or numbers that exclude each other or lie outside the range, two
 *       urgencies, one cause with two likelihoods;
 *   <li>two lines want findings that {@code contradicts:} keeps apart. Such answers count for
 *       safety and not for the ranking, so only a rule that notes the contradiction may want them;
 *   <li>{@code Triaged} waits for an urgency below the one that the rule's other lines raise by
 *       themselves;
 *   <li>an advice is given at an urgency at which its category is not, or on an answer that its
 *       {@code requires:} forbids, or while a rule that holds whenever this one does withholds it.
 * </ul>
 */
final class NeverCheck {
  private static final List<String> MOST_URGENT_FIRST =
      List.of("EMERGENCY", "SAME_DAY", "SOON", "SELF_CARE");

  private final KnowledgeBase knowledge;
  private final AnswerSpace space;
  private final Diagnostics diagnostics;
  private final List<Compared> escalating = new ArrayList<>();
  private final List<Compared> withholding = new ArrayList<>();

  NeverCheck(
      KnowledgeBase knowledge, AnswerSpace space, List<Compared> rules, Diagnostics diagnostics) {
    this.knowledge = knowledge;
    this.space = space;
    this.diagnostics = diagnostics;
    for (Compared rule : rules) {
      if (rule.premises().conflict() == null) {
        if (rule.rule().escalates()) {
          escalating.add(rule);
        }
        if (rule.rule().then().stream().anyMatch(c -> c.kind() == Kind.WITHHOLD)) {
          withholding.add(rule);
        }
      }
    }
  }

  /** Reports what is wrong with one rule, and says whether anything is. */
  boolean check(Compared rule) {
    int before = diagnostics.count();
    Premises.Conflict conflict = rule.premises().conflict();
    boolean notes = rule.rule().then().stream().allMatch(c -> c.kind() == Kind.NOTE);
    if (conflict != null) {
      if (!conflict.contradicts() || !notes) {
        report(rule.rule(), conflict);
      }
      return diagnostics.count() > before;
    }
    String raised = raised(rule);
    if (!triaged(rule, raised)) {
      for (Conclusion conclusion : rule.rule().then()) {
        if (conclusion.kind() == Kind.RECOMMEND) {
          advice(rule, conclusion, raised);
        }
      }
    }
    return diagnostics.count() > before;
  }

  private void report(RuleDefinition rule, Premises.Conflict conflict) {
    // what was meant instead may be what nothing else uses
    diagnostics.lack("findings.yaml");
    String never = rule.id() + " can never fire: ";
    Pattern line = conflict.line();
    Pattern other = conflict.other();
    if (other == null) {
      diagnostics.report(
          line.at(),
          never
              + (line.fact() == Pattern.Fact.MEASURED ? "no value of " : "nothing said of ")
              + String.join(", ", line.keys())
              + " fits this line",
          "Maybe < and > are exchanged, or one of the limits is wrong.");
    } else if (conflict.contradicts()) {
      diagnostics.report(
          line.at(),
          never
              + "this line and line "
              + other.at().line()
              + " want findings that contradict each other in findings.yaml",
          "Maybe write in ( \"A\", \"B\" ) for either of them, or two rules.");
    } else {
      diagnostics.report(
          line.at(),
          never + "this line and line " + other.at().line() + " exclude each other",
          "Maybe one of them asks for another finding, or each belongs to a rule of its own.");
    }
  }

  /** The highest urgency that is raised whenever the rule fires; null where none is. */
  private @Nullable String raised(Compared rule) {
    int highest = MOST_URGENT_FIRST.size();
    for (Compared other : escalating) {
      if (rule.premises().imply(other.premises())) {
        for (Conclusion conclusion : other.rule().then()) {
          if (conclusion.kind().escalates()) {
            highest = Math.min(highest, MOST_URGENT_FIRST.indexOf(conclusion.kind().name()));
          }
        }
      }
    }
    return highest < MOST_URGENT_FIRST.size() ? MOST_URGENT_FIRST.get(highest) : null;
  }

  private boolean triaged(Compared rule, @Nullable String raised) {
    for (Pattern line : rule.rule().when()) {
      if (line.fact() == Pattern.Fact.TRIAGED && raised != null) {
        boolean below = line.keys().stream().allMatch(urgency -> isMoreUrgent(raised, urgency));
        if (below) {
          diagnostics.lack("findings.yaml");
          diagnostics.report(
              line.at(),
              rule.rule().id()
                  + " can never fire: its other lines raise the urgency to "
                  + raised
                  + " by themselves",
              "Maybe Triaged( urgency == \"" + raised + "\" ), or delete the rule.");
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isMoreUrgent(String one, String other) {
    return MOST_URGENT_FIRST.indexOf(one) < MOST_URGENT_FIRST.indexOf(other);
  }

  private void advice(Compared rule, Conclusion conclusion, @Nullable String raised) {
    AdviceDefinition advice = knowledge.advice(conclusion.subject());
    if (advice == null) {
      return;
    }
    String given =
        rule.rule().id() + " recommends " + advice.code() + ", which is never given here: ";
    String urgency = leastUrgency(rule, raised);
    if (!isGiven(advice.category(), urgency)) {
      diagnostics.report(
          conclusion.at(),
          given + "the urgency is at least " + urgency,
          "Maybe its category in advice.yaml is another one, or delete this call.");
      return;
    }
    for (Requirement requirement : advice.requires()) {
      if (isBroken(requirement, rule.premises())) {
        diagnostics.report(
            conclusion.at(),
            given + "it requires that " + requirement,
            "Maybe another advice is meant, or the requirement is wrong.");
        return;
      }
    }
    for (Compared other : withholding) {
      boolean stops =
          other.rule().then().stream()
              .anyMatch(c -> c.kind() == Kind.WITHHOLD && c.subject().equals(advice.code()));
      if (stops && rule.premises().imply(other.premises())) {
        boolean itself = other.rule().id().equals(rule.rule().id());
        diagnostics.report(
            conclusion.at(),
            given + (itself ? "the same rule" : other.named()) + " withholds it",
            "Maybe delete one of the two calls.");
        return;
      }
    }
  }

  /** The least urgency at which the rule can fire. */
  private static String leastUrgency(Compared rule, @Nullable String raised) {
    String least = raised == null ? "SELF_CARE" : raised;
    for (Pattern line : rule.rule().when()) {
      if (line.fact() == Pattern.Fact.TRIAGED) {
        String lowest = "EMERGENCY";
        for (String urgency : line.keys()) {
          lowest = isMoreUrgent(urgency, lowest) ? lowest : urgency;
        }
        least = isMoreUrgent(lowest, least) ? lowest : least;
      }
    }
    return least;
  }

  private static boolean isGiven(Category category, String urgency) {
    return switch (category) {
      case ACTION, WHILE_WAITING, SAFETY_NET -> true;
      case UNTIL_SEEN -> !urgency.equals("EMERGENCY");
      default -> !urgency.equals("EMERGENCY") && !urgency.equals("SAME_DAY");
    };
  }

  private boolean isBroken(Requirement requirement, Premises premises) {
    if (requirement instanceof Requirement.Is condition) {
      BitSet possible = premises.possible(condition.code());
      return !possible.isEmpty() && !possible.intersects(space.accepted(condition));
    }
    if (requirement instanceof Requirement.Any any) {
      return !any.parts().isEmpty()
          && any.parts().stream().allMatch(part -> isBroken(part, premises));
    }
    return requirement instanceof Requirement.All all
        && all.parts().stream().anyMatch(part -> isBroken(part, premises));
  }
}
