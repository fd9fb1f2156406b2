package org.popliteus.engine.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.fact.Absent;
import org.popliteus.engine.fact.Chosen;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Measured;
import org.popliteus.engine.fact.Present;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.Pattern;
import org.popliteus.engine.knowledge.RuleDefinition;

/**
 * People who do not exist, each with a part of the picture that the rules draw of one cause, and
 * most safety questions answered with no; the same seed gives the same people.
 *
 * <p>{@link GeneratedPresentations} reaches every corner, but answers so many questions with yes
 * that a red flag nearly always decides the urgency, and a change below it is not seen. All causes
 * are drawn equally often here, and the parts of a picture by chance, so these people are still no
 * measure of how many there are.
 */
public final class TypicalPresentations {
  private static final double SCREEN_ANSWERED = 0.9;
  private static final int MOST_SIGNS = 5;
  private static final int UNRELATED_ANSWERS = 5;
  private static final double UNRELATED_YES = 0.1;

  /** A number that is counted in whole units has a range wider than this. */
  private static final double WIDE = 20;

  private final List<FindingDefinition> questions;
  private final Map<String, FindingDefinition> vocabulary = new TreeMap<>();
  private final List<List<RuleDefinition>> pictures;
  private final Map<String, List<Double>> limits = new TreeMap<>();
  private final Random random;

  /** Draws from a vocabulary, and from the rules of one knowledge base or several. */
  public TypicalPresentations(
      Collection<FindingDefinition> vocabulary, Collection<RuleDefinition> rules, long seed) {
    this.questions = List.copyOf(vocabulary);
    vocabulary.forEach(finding -> this.vocabulary.put(finding.code(), finding));
    this.random = new Random(seed);
    Map<String, List<RuleDefinition>> pictures = new TreeMap<>();
    for (RuleDefinition rule : rules) {
      for (Conclusion conclusion : rule.then()) {
        if (conclusion.kind() == Conclusion.Kind.SUPPORTS) {
          pictures.computeIfAbsent(conclusion.subject(), cause -> new ArrayList<>()).add(rule);
        }
      }
      for (String cause : rule.mustExclude()) {
        pictures.computeIfAbsent(cause, any -> new ArrayList<>()).add(rule);
      }
      rule.when().forEach(this::learnLimits);
    }
    this.pictures = List.copyOf(pictures.values());
  }

  private void learnLimits(Pattern pattern) {
    if (pattern.fact() == Pattern.Fact.MEASURED) {
      for (Pattern.Constraint constraint : pattern.constraints()) {
        if (constraint.field().equals("value")) {
          for (String code : pattern.keys()) {
            limits
                .computeIfAbsent(code, any -> new ArrayList<>())
                .add(constraint.values().get(0).number());
          }
        }
      }
    }
  }

  /** The next person. */
  public Presentation next() {
    Map<String, Finding> answers = unremarkable();
    if (!pictures.isEmpty()) {
      signs(pictures.get(random.nextInt(pictures.size())), answers);
    }
    return presentation(answers);
  }

  /**
   * The next person of whom all holds that this rule asks of findings, with a part of the picture
   * of a cause that it speaks of.
   */
  public Presentation next(RuleDefinition rule) {
    Map<String, Finding> answers = unremarkable();
    for (List<RuleDefinition> picture : pictures) {
      if (picture.contains(rule)) {
        signs(picture, answers);
        break;
      }
    }
    rule.when().forEach(pattern -> satisfy(pattern, answers));
    return presentation(answers);
  }

  /** Most safety questions answered with no, and some others by chance. */
  private Map<String, Finding> unremarkable() {
    Map<String, Finding> answers = new LinkedHashMap<>();
    boolean screened = random.nextDouble() < SCREEN_ANSWERED;
    for (FindingDefinition question : questions) {
      if (question.screen() && screened && random.nextDouble() < SCREEN_ANSWERED) {
        answers.put(question.code(), new Absent(question.code()));
      }
    }
    for (int i = 0; i < UNRELATED_ANSWERS && !questions.isEmpty(); i++) {
      FindingDefinition question = questions.get(random.nextInt(questions.size()));
      if (!question.screen()) {
        answers.put(question.code(), unrelated(question));
      }
    }
    return answers;
  }

  private void signs(List<RuleDefinition> picture, Map<String, Finding> answers) {
    for (int signs = 1 + random.nextInt(MOST_SIGNS); signs > 0; signs--) {
      RuleDefinition rule = picture.get(random.nextInt(picture.size()));
      rule.when().forEach(pattern -> satisfy(pattern, answers));
    }
  }

  private static Presentation presentation(Map<String, Finding> answers) {
    Presentation.Builder builder = Presentation.builder();
    answers.values().forEach(builder::add);
    return builder.build();
  }

  private Finding unrelated(FindingDefinition question) {
    String code = question.code();
    return switch (question.kind()) {
      case TRI_STATE -> random.nextDouble() < UNRELATED_YES ? new Present(code) : new Absent(code);
      case CHOICE ->
          new Chosen(code, question.options().get(random.nextInt(question.options().size())));
      case NUMERIC -> {
        List<Double> near = limits.getOrDefault(code, List.of());
        double value =
            near.isEmpty()
                ? between(question.least(), question.most())
                : near.get(random.nextInt(near.size())) * between(0.75, 1.25);
        yield new Measured(code, within(question, value));
      }
    };
  }

  /** Answers so that the pattern holds, where the vocabulary allows it. */
  private void satisfy(Pattern pattern, Map<String, Finding> answers) {
    List<String> codes = pattern.keys();
    if (!pattern.fact().isFinding() || codes.isEmpty()) {
      return;
    }
    String code = codes.get(random.nextInt(codes.size()));
    FindingDefinition question = vocabulary.get(code);
    if (question == null) {
      return;
    }
    Finding answer =
        switch (pattern.fact()) {
          case PRESENT -> new Present(code);
          case ABSENT -> new Absent(code);
          case CHOSEN -> new Chosen(code, option(pattern));
          default -> new Measured(code, value(pattern, question));
        };
    if (question.accepts(answer) && pattern.accepts(answer)) {
      answers.put(code, answer);
    }
  }

  private String option(Pattern pattern) {
    for (Pattern.Constraint constraint : pattern.constraints()) {
      if (constraint.field().equals("option")) {
        List<Pattern.Literal> options = constraint.values();
        return options.get(random.nextInt(options.size())).text();
      }
    }
    return "";
  }

  /** A number on the right side of the limits, and not far from them. */
  private double value(Pattern pattern, FindingDefinition question) {
    double least = question.least();
    double most = question.most();
    boolean limited = false;
    for (Pattern.Constraint constraint : pattern.constraints()) {
      if (constraint.field().equals("value")) {
        double limit = constraint.values().get(0).number();
        switch (constraint.operator()) {
          case AT_LEAST, MORE -> {
            least = limit;
            limited = true;
          }
          case AT_MOST, LESS -> most = limit;
          default -> {
            return limit;
          }
        }
      }
    }
    if (limited && least > 0) {
      most = Math.min(most, 2 * least);
    }
    double value = between(least, most);
    double rounded = within(question, value);
    return pattern.accepts(new Measured(question.code(), rounded)) ? rounded : value;
  }

  private double between(double least, double most) {
    return least + (most - least) * random.nextDouble();
  }

  private static double within(FindingDefinition question, double value) {
    double rounded = question.most() - question.least() > WIDE ? Math.rint(value) : value;
    return Math.max(question.least(), Math.min(question.most(), rounded));
  }
}
