package org.popliteus.examples.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

/**
 * Runners who do not exist and could answer every lay question, drawn from what a knowledge base
 * says itself: a cause by its base rate, and each answer as much more or less often as the cause's
 * own ratios say. How often a finding is met without the cause is an assumption, stated here, and
 * no fact about people.
 */
final class Runners {
  private static final double USUALLY_YES = 0.05;
  private static final double RED_FLAG_YES = 0.002;
  private static final double MOST = 0.95;

  /** Numbers that a runner knows without measuring, evenly between these. */
  private static final Map<String, Range> KNOWN_NUMBERS =
      Map.of(
          "AGE_YEARS", new Range(16, 75),
          "PAIN_SEVERITY", new Range(1, 6),
          "DURATION_DAYS", new Range(1, 60));

  private record Range(int least, int most) {}

  private final KnowledgeBase knowledge;
  private final Random random;
  private final List<CauseDefinition> causes = new ArrayList<>();
  private final Map<String, Map<String, Double>> ratios = new HashMap<>();

  Runners(KnowledgeBase knowledge, long seed) {
    this.knowledge = knowledge;
    this.random = new Random(seed);
    this.causes.addAll(knowledge.causes());
    for (RuleDefinition rule : knowledge.rules()) {
      if (rule.when().size() == 1 && rule.when().get(0).fact() == Pattern.Fact.PRESENT) {
        for (Conclusion conclusion : rule.then()) {
          switch (conclusion.kind()) {
            case SUPPORTS, OPPOSES -> learn(conclusion, rule.when().get(0).keys());
            default -> {}
          }
        }
      }
    }
  }

  private void learn(Conclusion conclusion, List<String> codes) {
    Map<String, Double> ofCause =
        ratios.computeIfAbsent(conclusion.subject(), cause -> new HashMap<>());
    for (String code : codes) {
      ofCause.merge(
          code,
          conclusion.number(),
          (a, b) -> Math.abs(Math.log(a)) >= Math.abs(Math.log(b)) ? a : b);
    }
  }

  /** The next runner, with an answer to every lay question that is sensible. */
  Presentation next() {
    Map<String, Double> ofCause = ratios.getOrDefault(cause().code(), Map.of());
    Map<String, Finding> answers = new HashMap<>();
    for (FindingDefinition question : knowledge.findings()) {
      if (!question.examination()) {
        answers.put(question.code(), answer(question, ofCause, answers));
      }
    }
    Presentation.Builder builder = Presentation.builder();
    for (FindingDefinition question : knowledge.findings()) {
      Finding answer = answers.get(question.code());
      if (answer != null && Orders.isSensible(question, answers)) {
        builder.add(answer);
      }
    }
    return builder.build();
  }

  private CauseDefinition cause() {
    double all = causes.stream().mapToDouble(CauseDefinition::odds).sum();
    double left = random.nextDouble() * all;
    for (CauseDefinition cause : causes) {
      left -= cause.odds();
      if (left < 0) {
        return cause;
      }
    }
    return causes.get(causes.size() - 1);
  }

  private Finding answer(
      FindingDefinition question, Map<String, Double> ofCause, Map<String, Finding> answers) {
    String code = question.code();
    return switch (question.kind()) {
      case TRI_STATE -> {
        double yes = question.redFlag() ? RED_FLAG_YES : USUALLY_YES;
        double likely = Math.min(MOST, yes * ofCause.getOrDefault(code, 1.0));
        boolean contradicted =
            question.contradicts().stream().anyMatch(c -> answers.get(c) instanceof Present);
        yield random.nextDouble() < likely && !contradicted ? new Present(code) : new Absent(code);
      }
      case NUMERIC -> {
        Range range = KNOWN_NUMBERS.get(code);
        yield range == null
            ? new Unknown(code)
            : new Measured(code, range.least() + random.nextInt(range.most() - range.least() + 1));
      }
      case CHOICE ->
          new Chosen(code, question.options().get(random.nextInt(question.options().size())));
    };
  }
}
