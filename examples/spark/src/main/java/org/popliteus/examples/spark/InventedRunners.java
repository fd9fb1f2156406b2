package org.popliteus.examples.spark;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.fact.Absent;
import org.popliteus.engine.fact.Chosen;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Measured;
import org.popliteus.engine.fact.Present;
import org.popliteus.engine.fact.Unknown;
import org.popliteus.engine.knowledge.CauseDefinition;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Pattern;
import org.popliteus.engine.knowledge.RuleDefinition;
import org.popliteus.engine.knowledge.Truth;

/**
 * Runners who do not exist and answer every sensible lay question, drawn from what a knowledge base
 * says itself: a cause in proportion to its base rate, and each answer as much more or less often
 * as the cause's own likelihood ratios say. How often a finding is met without the cause is an
 * assumption, stated here, and no fact about people.
 *
 * <p>Each is made from the seed and its own number alone, so that any part of them can be made
 * anywhere, and again.
 */
final class InventedRunners {
  private static final double USUALLY_YES = 0.05;
  private static final double RED_FLAG_YES = 0.002;
  private static final double MOST = 0.95;

  /** Numbers that a runner knows without measuring, evenly between these; others are not said. */
  private static final Map<String, Range> KNOWN_NUMBERS =
      Map.of(
          "AGE_YEARS", new Range(16, 75),
          "PAIN_SEVERITY", new Range(1, 6),
          "DURATION_DAYS", new Range(1, 60));

  private record Range(int least, int most) {}

  private final KnowledgeBase knowledge;
  private final long seed;
  private final List<CauseDefinition> causes;
  private final double allOdds;
  private final Map<String, Map<String, Double>> ofYes = new HashMap<>();
  private final Map<String, Map<String, Double>> ofNo = new HashMap<>();

  InventedRunners(KnowledgeBase knowledge, long seed) {
    this.knowledge = knowledge;
    this.seed = seed;
    this.causes = List.copyOf(knowledge.causes());
    this.allOdds = causes.stream().mapToDouble(CauseDefinition::odds).sum();
    for (RuleDefinition rule : knowledge.rules()) {
      if (rule.when().size() == 1) {
        for (Conclusion conclusion : rule.then()) {
          switch (conclusion.kind()) {
            case SUPPORTS, OPPOSES -> learn(conclusion, rule.when().get(0));
            default -> {}
          }
        }
      }
    }
  }

  private void learn(Conclusion conclusion, Pattern line) {
    if (line.fact() == Pattern.Fact.PRESENT) {
      line.keys().forEach(code -> learn(ofYes, conclusion, code));
    } else if (line.fact() == Pattern.Fact.ABSENT && line.keys().size() == 1) {
      learn(ofNo, conclusion, line.keys().get(0));
    }
  }

  private static void learn(
      Map<String, Map<String, Double>> ratios, Conclusion conclusion, String code) {
    ratios
        .computeIfAbsent(conclusion.subject(), cause -> new HashMap<>())
        .merge(code, conclusion.number(), InventedRunners::stronger);
  }

  private static double stronger(double one, double other) {
    return Math.abs(Math.log(one)) >= Math.abs(Math.log(other)) ? one : other;
  }

  /** The runner of this number. */
  Presentation get(long number) {
    SplittableRandom random = random(number);
    CauseDefinition cause = cause(random);
    String code = cause == null ? "" : cause.code();
    Map<String, Finding> answers = new LinkedHashMap<>();
    for (FindingDefinition question : knowledge.findings()) {
      if (!question.examination()) {
        answers.put(question.code(), answer(question, code, answers, random));
      }
    }
    Presentation.Builder builder = Presentation.builder();
    for (Map.Entry<String, Finding> answer : answers.entrySet()) {
      FindingDefinition question = knowledge.finding(answer.getKey());
      boolean said = !(answer.getValue() instanceof Unknown);
      if (said && question != null && isSensible(question, answers)) {
        builder.add(answer.getValue());
      }
    }
    return builder.build();
  }

  /** What this runner was drawn to have; null where the knowledge base has no causes. */
  @Nullable CauseDefinition cause(long number) {
    return cause(random(number));
  }

  /** Twice mixed: the streams of two neighbours would be one another's, shifted by one. */
  private SplittableRandom random(long number) {
    return new SplittableRandom(new SplittableRandom(seed + number).nextLong() ^ seed);
  }

  private @Nullable CauseDefinition cause(SplittableRandom random) {
    double left = random.nextDouble() * allOdds;
    for (CauseDefinition cause : causes) {
      left -= cause.odds();
      if (left < 0) {
        return cause;
      }
    }
    return causes.isEmpty() ? null : causes.get(causes.size() - 1);
  }

  /**
   * How likely a yes is. A ratio of a yes multiplies how often it is met otherwise, a ratio of a no
   * how often a no is; where the rules give both, the likelier yes.
   */
  private double likely(FindingDefinition question, String cause) {
    double otherwise = question.redFlag() ? RED_FLAG_YES : USUALLY_YES;
    double byYes =
        otherwise * ofYes.getOrDefault(cause, Map.of()).getOrDefault(question.code(), 1.0);
    Double no = ofNo.getOrDefault(cause, Map.of()).get(question.code());
    double byNo = no == null ? byYes : 1 - (1 - otherwise) * no;
    return Math.min(MOST, Math.max(byYes, byNo));
  }

  private Finding answer(
      FindingDefinition question,
      String cause,
      Map<String, Finding> answers,
      SplittableRandom random) {
    String code = question.code();
    return switch (question.kind()) {
      case TRI_STATE -> {
        boolean contradicted =
            question.contradicts().stream().anyMatch(c -> answers.get(c) instanceof Present);
        yield random.nextDouble() < likely(question, cause) && !contradicted
            ? new Present(code)
            : new Absent(code);
      }
      case NUMERIC -> {
        Range range = KNOWN_NUMBERS.get(code);
        yield range == null
            ? new Unknown(code)
            : new Measured(code, random.nextInt(range.least(), range.most() + 1));
      }
      case CHOICE ->
          new Chosen(code, question.options().get(random.nextInt(question.options().size())));
    };
  }

  private static boolean isSensible(FindingDefinition question, Map<String, Finding> answers) {
    return question.after() == null || question.after().truth(answers::get) == Truth.YES;
  }
}
