package org.popliteus.engine.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Cause;
import org.popliteus.engine.Likelihood;
import org.popliteus.engine.Score;
import org.popliteus.engine.Urgency;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.Numbers;
import org.popliteus.engine.knowledge.RuleDefinition;
import org.popliteus.engine.knowledge.Scenario.Expectation;

/** Holds one answer against what a scenario expects, and says in words what did not come. */
final class Judgement {
  private final Assessment assessment;
  private final NearMiss nearMiss;
  private final List<String> failures = new ArrayList<>();

  Judgement(Assessment assessment, NearMiss nearMiss) {
    this.assessment = assessment;
    this.nearMiss = nearMiss;
  }

  List<String> failures() {
    return List.copyOf(failures);
  }

  void hold(Expectation expectation) {
    switch (expectation.kind()) {
      case URGENCY -> urgency(expectation, u -> assessment.urgency() == u);
      case URGENCY_AT_LEAST -> urgency(expectation, u -> !u.isMoreUrgentThan(assessment.urgency()));
      case FIRES ->
          each(
              expectation,
              this::fired,
              id -> "expected " + id + " to fire, and it did not: " + nearMiss.lacks(id));
      case SILENT ->
          each(expectation, id -> !fired(id), id -> "expected " + id + " not to fire, and it did");
      case SAYS ->
          each(
              expectation,
              saying -> Sayings.hold(saying, assessment),
              saying -> Sayings.failure(saying, assessment));
      case FIRST ->
          each(
              expectation,
              code -> rank(code) == 1,
              code -> "expected " + code + " first" + butRanked(code));
      case AMONG_FIRST_THREE ->
          each(
              expectation,
              code -> rank(code) <= 3,
              code -> "expected " + code + " among the first three" + butRanked(code));
      case LIKELY ->
          each(
              expectation,
              this::likely,
              code -> "expected " + code + " to be likely" + butRanked(code));
      case NOT_LIKELY ->
          each(
              expectation,
              code -> !likely(code),
              code -> "expected " + code + " not to be likely" + butSupported(code));
      case NOT_LISTED ->
          each(
              expectation,
              code -> cause(code) == null,
              code -> "expected " + code + " not to be listed" + butSupported(code));
      case MUST_EXCLUDE ->
          each(
              expectation,
              this::mustExclude,
              code ->
                  "expected that "
                      + code
                      + " must be excluded; escalations: "
                      + escalations()
                      + nearMiss.nearest(rule -> rule.mustExclude().contains(code)));
      case ESCALATIONS ->
          each(
              expectation,
              id -> escalationRules().contains(id),
              id ->
                  "expected the escalation "
                      + id
                      + ", and got "
                      + escalations()
                      + ": "
                      + nearMiss.lacks(id));
      case RECOMMENDS ->
          each(
              expectation,
              this::recommended,
              code -> "expected the advice " + code + ", and it " + whyNot(code));
      case WITHHOLDS ->
          each(
              expectation,
              code -> assessment.withheld().stream().anyMatch(w -> w.code().equals(code)),
              code ->
                  "expected "
                      + code
                      + " to be withheld, and nothing withholds it"
                      + nearest(Conclusion.Kind.WITHHOLD, code));
      case DOES_NOT_RECOMMEND ->
          each(
              expectation,
              code -> !recommended(code),
              code -> "expected no advice " + code + ", and it is given by " + by(code));
      case CONTRIBUTES ->
          each(
              expectation,
              code ->
                  assessment.contributingFactors().stream().anyMatch(f -> f.code().equals(code)),
              code ->
                  "expected "
                      + code
                      + " to contribute, and it does not"
                      + nearest(Conclusion.Kind.CONTRIBUTES, code));
      case SCORES -> expectation.points().forEach(this::score);
      case PROVISIONAL ->
          each(
              expectation,
              value -> assessment.provisional() == Boolean.parseBoolean(value),
              value ->
                  "expected provisional to be "
                      + value
                      + ", and it is not: the urgency is "
                      + word(assessment.urgency())
                      + ", and open are "
                      + assessment.notExcluded());
    }
  }

  private void each(Expectation expectation, Predicate<String> holds, UnaryOperator<String> words) {
    for (String value : expectation.values()) {
      if (!holds.test(value)) {
        failures.add(words.apply(value));
      }
    }
  }

  private void urgency(Expectation expectation, Predicate<Urgency> holds) {
    for (String value : expectation.values()) {
      Urgency expected = Urgency.valueOf(value.toUpperCase(Locale.ROOT).replace('-', '_'));
      if (!holds.test(expected)) {
        String failure =
            "expected "
                + expectation.kind().word()
                + " "
                + value
                + ", and got "
                + word(assessment.urgency())
                + "; escalations: "
                + escalations();
        boolean missing = expected.isMoreUrgentThan(assessment.urgency());
        failures.add(
            missing ? failure + nearMiss.nearest(rule -> raises(rule, expected)) : failure);
      }
    }
  }

  private static boolean raises(RuleDefinition rule, Urgency urgency) {
    return rule.then().stream().anyMatch(c -> c.kind().name().equals(urgency.name()));
  }

  private static String word(Urgency urgency) {
    return urgency.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void score(String code, double points) {
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
              + Numbers.plain(sum)
              + (sum < points ? nearest(Conclusion.Kind.SCORE, code) : ""));
    }
  }

  private String nearest(Conclusion.Kind kind, String subject) {
    return nearMiss.nearest(
        rule ->
            rule.then().stream().anyMatch(c -> c.kind() == kind && c.subject().equals(subject)));
  }

  private boolean fired(String id) {
    return assessment.firedRules().contains(id);
  }

  private @Nullable Cause cause(String code) {
    return assessment.causes().stream()
        .filter(cause -> cause.code().equals(code))
        .findFirst()
        .orElse(null);
  }

  private int rank(String code) {
    Cause cause = cause(code);
    return cause == null ? Integer.MAX_VALUE : cause.rank();
  }

  private boolean likely(String code) {
    Cause cause = cause(code);
    return cause != null && cause.likelihood() == Likelihood.LIKELY;
  }

  private boolean mustExclude(String code) {
    Cause cause = cause(code);
    return cause != null && cause.mustExclude();
  }

  private String butRanked(String code) {
    List<String> first =
        assessment.causes().stream()
            .limit(5)
            .map(c -> c.code() + " " + Numbers.plain(c.share()) + " " + c.likelihood())
            .toList();
    return ", and got "
        + (first.isEmpty() ? "no cause" : String.join(", ", first))
        + nearest(Conclusion.Kind.SUPPORTS, code);
  }

  private String butSupported(String code) {
    Cause cause = Objects.requireNonNull(cause(code), code);
    List<String> evidence =
        cause.evidence().stream()
            .filter(e -> e.ratio() > 1)
            .map(e -> e.provenance().rule() + " " + Numbers.plain(e.ratio()))
            .toList();
    return ", and it has the share "
        + Numbers.plain(cause.share())
        + (evidence.isEmpty()
            ? " because an escalation must exclude it"
            : " by " + String.join(", ", evidence));
  }

  private boolean recommended(String code) {
    return assessment.recommendations().stream().anyMatch(r -> r.code().equals(code));
  }

  private String whyNot(String code) {
    List<String> rules =
        assessment.withheld().stream()
            .filter(w -> w.code().equals(code))
            .map(
                w ->
                    w.provenance().rule()
                        + (w.unanswered().isEmpty() ? "" : " (unanswered: " + w.unanswered() + ")"))
            .toList();
    return rules.isEmpty()
        ? "is recommended by no rule that fired" + nearest(Conclusion.Kind.RECOMMEND, code)
        : "is withheld by " + rules;
  }

  private String by(String code) {
    return assessment.recommendations().stream()
        .filter(r -> r.code().equals(code))
        .map(r -> r.provenance().rule())
        .findFirst()
        .orElse("nothing");
  }

  private List<String> escalationRules() {
    return assessment.escalations().stream().map(e -> e.provenance().rule()).toList();
  }

  private String escalations() {
    return escalationRules().isEmpty() ? "none" : String.join(", ", escalationRules());
  }
}
