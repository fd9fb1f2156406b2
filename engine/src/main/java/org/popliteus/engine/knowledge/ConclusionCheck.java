package org.popliteus.engine.knowledge;

import org.jspecify.annotations.Nullable;
import org.popliteus.engine.knowledge.Conclusion.Kind;

/** Checks one call of a rule's {@code then} against what it speaks of. */
final class ConclusionCheck {
  /** The least and the greatest likelihood ratio of a single rule. */
  static final double LEAST_RATIO = 0.05;

  static final double MOST_RATIO = 20;

  /** No published score gives more points for one item. */
  private static final double MOST_POINTS = 100;

  private final KnowledgeBase knowledge;
  private final Diagnostics diagnostics;

  ConclusionCheck(KnowledgeBase knowledge, Diagnostics diagnostics) {
    this.knowledge = knowledge;
    this.diagnostics = diagnostics;
  }

  void check(Conclusion conclusion) {
    Location at = conclusion.at();
    String subject = conclusion.subject();
    switch (conclusion.kind()) {
      case SUPPORTS -> {
        cause(subject, at);
        ratio(conclusion, conclusion.number() > 1 && conclusion.number() <= MOST_RATIO);
      }
      case OPPOSES -> {
        cause(subject, at);
        ratio(conclusion, conclusion.number() >= LEAST_RATIO && conclusion.number() < 1);
      }
      case EMERGENCY, SAME_DAY, SOON -> action(conclusion);
      case RECOMMEND -> advice(subject, at);
      case WITHHOLD -> {
        AdviceDefinition advice = advice(subject, at);
        if (advice != null && advice.category() == AdviceDefinition.Category.ACTION) {
          diagnostics.lack("advice.yaml");
          diagnostics.report(
              at,
              subject + " is what an escalation asks for, and cannot be withheld",
              "Maybe delete this call.");
        }
      }
      case CONTRIBUTES ->
          KnowledgeCheck.known(
              diagnostics,
              "factor",
              subject,
              knowledge.factors().stream().map(FactorDefinition::code).toList(),
              at,
              "factors.yaml");
      case SCORE -> score(conclusion);
      case NOTE -> {
        if (subject.isBlank()) {
          diagnostics.report(at, "the note is empty", "Maybe say how the answer was read.");
        }
      }
    }
  }

  private void action(Conclusion conclusion) {
    String subject = conclusion.subject();
    AdviceDefinition action = advice(subject, conclusion.at());
    if (action != null && action.category() != AdviceDefinition.Category.ACTION) {
      diagnostics.lack("advice.yaml");
      diagnostics.report(
          conclusion.at(),
          subject + " is not an action, and an escalation asks for one",
          "Maybe give it category: action and within: in advice.yaml.");
    }
  }

  private void score(Conclusion conclusion) {
    KnowledgeCheck.known(
        diagnostics,
        "score",
        conclusion.subject(),
        knowledge.scores().stream().map(ScoreDefinition::code).toList(),
        conclusion.at(),
        "scores.yaml");
    double points = conclusion.number();
    if (points == 0 || Math.abs(points) > MOST_POINTS) {
      diagnostics.report(
          conclusion.at(),
          "an item of a score counts points other than 0 and at most 100, and this counts "
              + Numbers.plain(points),
          "Maybe 1, or -2 for what speaks against it.");
    }
  }

  private void ratio(Conclusion conclusion, boolean sound) {
    if (!sound) {
      boolean supports = conclusion.kind() == Kind.SUPPORTS;
      double number = conclusion.number();
      diagnostics.report(
          conclusion.at(),
          conclusion.kind().word()
              + " takes a likelihood ratio "
              + (supports ? "above 1 and at most 20" : "from 0.05 to below 1")
              + ", and this is "
              + Numbers.plain(number),
          supports && number > 0 && number < 1
              ? "Maybe opposes is meant."
              : !supports && number > 1
                  ? "Maybe supports is meant."
                  : number == 1
                      ? "Maybe delete the call: a ratio of 1 says nothing."
                      : number <= 0
                          ? "Maybe a ratio is missing: it is a number above 0."
                          : "Maybe write the bound, and say so in the sentence.");
    }
  }

  private void cause(String code, Location at) {
    KnowledgeCheck.known(diagnostics, "cause", code, knowledge.causeCodes(), at, "causes.yaml");
  }

  private @Nullable AdviceDefinition advice(String code, Location at) {
    KnowledgeCheck.known(diagnostics, "advice", code, knowledge.adviceCodes(), at, "advice.yaml");
    return diagnostics.doubts(code) ? null : knowledge.advice(code);
  }
}
