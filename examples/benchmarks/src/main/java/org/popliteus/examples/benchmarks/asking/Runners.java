package org.popliteus.examples.benchmarks.asking;

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
  private final Map<String, Map<String, Double>> ofYes = new HashMap<>();
  private final Map<String, Map<String, Double>> ofNo = new HashMap<>();

  Runners(KnowledgeBase knowledge, long seed) {
    this.knowledge = knowledge;
    this.random = new Random(seed);
    this.causes.addAll(knowledge.causes());
    for (RuleDefinition rule : knowledge.rules()) {
      if (rule.when().size() == 1) {
        Pattern line = rule.when().get(0);
        for (Conclusion conclusion : rule.then()) {
          switch (conclusion.kind()) {
            case SUPPORTS, OPPOSES -> learn(conclusion, line);
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

  /** Of several ratios the strongest. */
  private static void learn(
      Map<String, Map<String, Double>> ratios, Conclusion conclusion, String code) {
    ratios
        .computeIfAbsent(conclusion.subject(), cause -> new HashMap<>())
        .merge(
            code,
            conclusion.number(),
            (a, b) -> Math.abs(Math.log(a)) >= Math.abs(Math.log(b)) ? a : b);
  }

  /** The next runner, with an answer to every lay question that is sensible. */
  Presentation next() {
    String cause = cause().code();
    Map<String, Finding> answers = new HashMap<>();
    for (FindingDefinition question : knowledge.findings()) {
      if (!question.examination()) {
        answers.put(question.code(), answer(question, cause, answers));
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

  private Finding answer(FindingDefinition question, String cause, Map<String, Finding> answers) {
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
            : new Measured(code, range.least() + random.nextInt(range.most() - range.least() + 1));
      }
      case CHOICE ->
          new Chosen(code, question.options().get(random.nextInt(question.options().size())));
    };
  }
}
