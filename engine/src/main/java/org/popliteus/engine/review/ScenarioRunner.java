package org.popliteus.engine.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Cause;
import org.popliteus.engine.Likelihood;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.Recommendation;
import org.popliteus.engine.Score;
import org.popliteus.engine.Urgency;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.knowledge.Numbers;
import org.popliteus.engine.knowledge.Pattern;
import org.popliteus.engine.knowledge.RuleDefinition;
import org.popliteus.engine.knowledge.Scenario;
import org.popliteus.engine.knowledge.Scenario.Expectation;

/** Runs scenarios, and says in words what did not come as expected. */
public final class ScenarioRunner {
  private final Advisor advisor;

  /** Runs against one knowledge base. */
  public ScenarioRunner(Advisor advisor) {
    this.advisor = advisor;
  }

  /** Runs one scenario. */
  public ScenarioResult run(Scenario scenario) {
    Presentation presentation = advisor.presentation(scenario.given());
    Assessment assessment = advisor.assess(presentation);
    List<String> failures = new ArrayList<>();
    for (Expectation expectation : scenario.expectations()) {
      hold(expectation, presentation, assessment, failures);
    }
    return new ScenarioResult(scenario, assessment, List.copyOf(failures));
  }

  private void hold(
      Expectation expectation,
      Presentation presentation,
      Assessment assessment,
      List<String> failures) {
    switch (expectation.kind()) {
      case URGENCY -> urgency(expectation, assessment, failures, u -> assessment.urgency() == u);
      case URGENCY_AT_LEAST ->
          urgency(
              expectation, assessment, failures, u -> !u.isMoreUrgentThan(assessment.urgency()));
      case FIRES ->
          each(
              expectation,
              failures,
              assessment.firedRules()::contains,
              id -> "expected " + id + " to fire, and it did not: " + lacks(id, presentation));
      case SILENT ->
          each(
              expectation,
              failures,
              id -> !assessment.firedRules().contains(id),
              id -> "expected " + id + " not to fire, and it did");
      case FIRST ->
          each(
              expectation,
              failures,
              code -> rank(code, assessment) == 1,
              code -> "expected " + code + " first, and got " + ranked(assessment));
      case AMONG_FIRST_THREE ->
          each(
              expectation,
              failures,
              code -> rank(code, assessment) <= 3,
              code -> "expected " + code + " among the first three, and got " + ranked(assessment));
      case LIKELY ->
          each(
              expectation,
              failures,
              code -> likely(code, assessment),
              code -> "expected " + code + " to be likely, and got " + ranked(assessment));
      case NOT_LIKELY ->
          each(
              expectation,
              failures,
              code -> !likely(code, assessment),
              code -> "expected " + code + " not to be likely, and got " + ranked(assessment));
      case NOT_LISTED ->
          each(
              expectation,
              failures,
              code -> cause(code, assessment) == null,
              code -> "expected " + code + " not to be listed, and got " + ranked(assessment));
      case MUST_EXCLUDE ->
          each(
              expectation,
              failures,
              code -> {
                Cause cause = cause(code, assessment);
                return cause != null && cause.mustExclude();
              },
              code ->
                  "expected that " + code + " must be excluded; escalations: " + why(assessment));
      case ESCALATIONS ->
          each(
              expectation,
              failures,
              id ->
                  assessment.escalations().stream().anyMatch(e -> e.provenance().rule().equals(id)),
              id ->
                  "expected the escalation "
                      + id
                      + ", and got "
                      + why(assessment)
                      + ": "
                      + lacks(id, presentation));
      case RECOMMENDS ->
          each(
              expectation,
              failures,
              code -> recommends(code, assessment),
              code -> "expected the advice " + code + ", and it " + withheldBy(code, assessment));
      case WITHHOLDS ->
          each(
              expectation,
              failures,
              code -> withholds(code, assessment),
              code -> "expected " + code + " to be withheld, and nothing withholds it");
      case DOES_NOT_RECOMMEND ->
          each(
              expectation,
              failures,
              code -> !recommends(code, assessment),
              code ->
                  "expected no advice " + code + ", and it is given by " + by(code, assessment));
      case CONTRIBUTES ->
          each(
              expectation,
              failures,
              code ->
                  assessment.contributingFactors().stream().anyMatch(f -> f.code().equals(code)),
              code -> "expected " + code + " to contribute, and it does not");
      case SCORES -> scores(expectation.points(), assessment, failures);
      case PROVISIONAL ->
          each(
              expectation,
              failures,
              value -> assessment.provisional() == Boolean.parseBoolean(value),
              value -> "expected provisional to be " + value + ", and it is not");
    }
  }

  private interface Words {
    String of(String value);
  }

  private static void each(
      Expectation expectation, List<String> failures, Predicate<String> holds, Words words) {
    for (String value : expectation.values()) {
      if (!holds.test(value)) {
        failures.add(words.of(value));
      }
    }
  }

  private static void urgency(
      Expectation expectation,
      Assessment assessment,
      List<String> failures,
      Predicate<Urgency> holds) {
    for (String value : expectation.values()) {
      Urgency expected = Urgency.valueOf(value.toUpperCase(Locale.ROOT).replace('-', '_'));
      if (!holds.test(expected)) {
        failures.add(
            "expected "
                + expectation.kind().word()
                + " "
                + value
                + ", and got "
                + assessment.urgency().name().toLowerCase(Locale.ROOT).replace('_', '-')
                + "; escalations: "
                + why(assessment));
      }
    }
  }

  private static void scores(
      Map<String, Double> expected, Assessment assessment, List<String> failures) {
    expected.forEach(
        (code, points) -> {
          double sum =
              assessment.scores().stream()
                  .filter(score -> score.code().equals(code))
                  .mapToDouble(Score::points)
                  .findFirst()
                  .orElse(0);
          if (sum != points) {
            failures.add(
                "expected the score "
                    + code
                    + " to be "
                    + Numbers.plain(points)
                    + ", and it is "
                    + Numbers.plain(sum));
          }
        });
  }

  private static @Nullable Cause cause(String code, Assessment assessment) {
    return assessment.causes().stream()
        .filter(cause -> cause.code().equals(code))
        .findFirst()
        .orElse(null);
  }

  private static int rank(String code, Assessment assessment) {
    Cause cause = cause(code, assessment);
    return cause == null ? Integer.MAX_VALUE : cause.rank();
  }

  private static boolean likely(String code, Assessment assessment) {
    Cause cause = cause(code, assessment);
    return cause != null && cause.likelihood() == Likelihood.LIKELY;
  }

  private static boolean recommends(String code, Assessment assessment) {
    return assessment.recommendations().stream().anyMatch(r -> r.code().equals(code));
  }

  private static boolean withholds(String code, Assessment assessment) {
    return assessment.withheld().stream().anyMatch(w -> w.code().equals(code));
  }

  private static String withheldBy(String code, Assessment assessment) {
    List<String> rules =
        assessment.withheld().stream()
            .filter(w -> w.code().equals(code))
            .map(
                w ->
                    w.provenance().rule()
                        + (w.unanswered().isEmpty() ? "" : " (unanswered: " + w.unanswered() + ")"))
            .toList();
    return rules.isEmpty() ? "is recommended by no rule that fired" : "is withheld by " + rules;
  }

  private static String by(String code, Assessment assessment) {
    return assessment.recommendations().stream()
        .filter(r -> r.code().equals(code))
        .map(Recommendation::provenance)
        .map(provenance -> provenance.rule())
        .findFirst()
        .orElse("nothing");
  }

  private static String ranked(Assessment assessment) {
    List<String> first = new ArrayList<>();
    for (Cause cause : assessment.causes()) {
      if (first.size() < 5) {
        first.add(cause.code() + " " + Numbers.plain(cause.share()) + " " + cause.likelihood());
      }
    }
    return first.isEmpty() ? "no cause" : String.join(", ", first);
  }

  private static String why(Assessment assessment) {
    List<String> rules = assessment.escalations().stream().map(e -> e.provenance().rule()).toList();
    return rules.isEmpty() ? "none" : String.join(", ", rules);
  }

  /** What a rule would have needed. */
  private String lacks(String id, Presentation presentation) {
    RuleDefinition rule = advisor.knowledge().rule(id);
    if (rule == null) {
      return "it is no rule of a rule file";
    }
    List<String> lacks = new ArrayList<>();
    for (Pattern pattern : rule.when()) {
      if (!pattern.fact().isFinding()) {
        lacks.add("it waits for " + pattern.fact().word() + " " + pattern.keys());
      } else if (presentation.findings().stream().noneMatch(pattern::accepts)) {
        List<String> answered =
            presentation.findings().stream()
                .map(Finding::code)
                .filter(pattern.keys()::contains)
                .toList();
        lacks.add(
            pattern.fact().word()
                + " "
                + String.join(" or ", pattern.keys())
                + (answered.isEmpty() ? " is not given" : " is given otherwise"));
      }
    }
    return String.join("; ", lacks);
  }
}
