package org.popliteus.engine.explain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.popliteus.engine.Cause;
import org.popliteus.engine.Likelihood;
import org.popliteus.engine.explain.LineExplanation.State;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.knowledge.CauseDefinition;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase.Settings;
import org.popliteus.engine.knowledge.Pattern;
import org.popliteus.engine.knowledge.Pattern.Constraint;
import org.popliteus.engine.knowledge.Requirement;
import org.popliteus.engine.knowledge.RuleDefinition;
import org.popliteus.engine.knowledge.Truth;

/** Holds the lines of rules, and what advice requires, against one person. */
final class Lines {
  private final Person person;
  private final Wording wording;

  Lines(Person person, Wording wording) {
    this.person = person;
    this.wording = wording;
  }

  List<LineExplanation> of(RuleDefinition rule) {
    Settings settings = person.knowledge().settings();
    if (rule.id().equals(settings.nothingAnswered().id())) {
      return List.of(nothingAnswered());
    }
    if (rule.id().equals(settings.reviewWhenLikely().id())) {
      return List.of(reviewWhenLikely());
    }
    return rule.when().stream().map(this::of).toList();
  }

  LineExplanation of(Pattern pattern) {
    return switch (pattern.fact()) {
      case PRESENT, ABSENT, MEASURED, CHOSEN -> onAnswers(pattern);
      case SUSPECTED -> onCauses(pattern);
      case TRIAGED -> onUrgency(pattern);
    };
  }

  private LineExplanation onAnswers(Pattern pattern) {
    List<String> holding = new ArrayList<>();
    List<String> against = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (String code : new LinkedHashSet<>(pattern.keys())) {
      Finding answer = person.answer(code);
      if (answer == null) {
        open.add(code);
      } else {
        (pattern.accepts(answer) ? holding : against).add(wording.said(answer));
      }
    }
    return line(wording.wanted(pattern), holding, against, open);
  }

  private LineExplanation onCauses(Pattern pattern) {
    List<String> holding = new ArrayList<>();
    List<String> against = new ArrayList<>();
    for (String code : new LinkedHashSet<>(pattern.keys())) {
      Cause cause = person.cause(code);
      if (cause == null) {
        against.add(wording.cause(code) + " is not listed");
      } else {
        String is = cause.display() + " is " + Wording.of(cause.likelihood());
        (accepts(pattern, cause) ? holding : against).add(is);
      }
    }
    return line(wording.wanted(pattern), holding, against, List.of());
  }

  private static boolean accepts(Pattern pattern, Cause cause) {
    for (Constraint constraint : pattern.constraints()) {
      boolean holds =
          switch (constraint.field()) {
            case "likelihood" -> constraint.accepts(cause.likelihood().name());
            case "rank" -> constraint.accepts(cause.rank());
            default -> constraint.accepts(cause.code());
          };
      if (!holds) {
        return false;
      }
    }
    return true;
  }

  private LineExplanation onUrgency(Pattern pattern) {
    String urgency = person.assessment().urgency().name();
    List<String> is = List.of("the urgency is " + Wording.of(person.assessment().urgency()));
    boolean holds = pattern.keys().contains(urgency);
    return line(wording.wanted(pattern), holds ? is : List.of(), holds ? List.of() : is, List.of());
  }

  private LineExplanation nothingAnswered() {
    List<String> answered = new ArrayList<>();
    for (FindingDefinition question : person.knowledge().findings()) {
      Finding answer = question.screen() ? person.answer(question.code()) : null;
      if (answer != null) {
        answered.add(wording.said(answer));
      }
    }
    String wanted = "no safety question is answered";
    return line(wanted, answered.isEmpty() ? List.of(wanted) : List.of(), answered, List.of());
  }

  private LineExplanation reviewWhenLikely() {
    List<String> likely = new ArrayList<>();
    for (Cause cause : person.assessment().causes()) {
      CauseDefinition definition = person.knowledge().cause(cause.code());
      if (cause.likelihood() == Likelihood.LIKELY
          && definition != null
          && definition.reviewWhenLikely()) {
        likely.add(cause.display() + " is likely");
      }
    }
    boolean fired = person.hasFired(person.knowledge().settings().reviewWhenLikely().id());
    String urgency = "the urgency is " + Wording.of(person.assessment().urgency());
    return line(
        "a cause that a clinician should see is likely, and nothing is more urgent",
        fired ? likely : List.of(),
        fired ? List.of() : List.of(likely.isEmpty() ? "no such cause is likely" : urgency),
        List.of());
  }

  /** What an advice requires. */
  LineExplanation of(Requirement requirement) {
    List<String> holding = new ArrayList<>();
    List<String> against = new ArrayList<>();
    List<String> open = new ArrayList<>();
    collect(requirement, holding, against, open);
    Truth truth = requirement.truth(person.answers()::get);
    State state =
        switch (truth) {
          case YES -> State.HOLDS;
          case OPEN -> State.UNKNOWN;
          case NO -> State.CONTRADICTED;
        };
    return new LineExplanation(wording.wanted(requirement), state, holding, against, open);
  }

  private void collect(
      Requirement requirement, List<String> holding, List<String> against, List<String> open) {
    if (requirement instanceof Requirement.Several several) {
      several.parts().forEach(part -> collect(part, holding, against, open));
    } else if (requirement instanceof Requirement.Is one) {
      Finding answer = person.answer(one.code());
      if (answer == null) {
        open.add(one.code());
      } else {
        (one.accepts(answer) ? holding : against).add(wording.said(answer));
      }
    }
  }

  private static LineExplanation line(
      String wanted, List<String> holding, List<String> against, List<String> open) {
    State state =
        !holding.isEmpty() ? State.HOLDS : open.isEmpty() ? State.CONTRADICTED : State.UNKNOWN;
    return new LineExplanation(
        wanted, state, List.copyOf(holding), List.copyOf(against), List.copyOf(open));
  }
}
