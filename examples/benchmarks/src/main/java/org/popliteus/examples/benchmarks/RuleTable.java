package org.popliteus.examples.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.popliteus.engine.Likelihood;
import org.popliteus.engine.Urgency;
import org.popliteus.engine.knowledge.AdviceDefinition;
import org.popliteus.engine.knowledge.AdviceDefinition.Category;
import org.popliteus.engine.knowledge.CauseDefinition;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Pattern;
import org.popliteus.engine.knowledge.Pattern.Constraint;
import org.popliteus.engine.knowledge.Pattern.Fact;
import org.popliteus.engine.knowledge.Pattern.Literal;
import org.popliteus.engine.knowledge.Requirement;
import org.popliteus.engine.knowledge.RuleDefinition;

/**
 * The rules of a knowledge base as flat arrays, made once.
 *
 * <p>Whatever can be asked of an answer has a number: that a finding is absent or present, that an
 * option is chosen, that a number lies in an interval which some rule names. A person is then an
 * array of truths by that number, in which an open question leaves all of its own false. Rules,
 * causes and advice are numbered in the order of their ids and codes; a set of causes is a long.
 */
@SuppressWarnings({
  "ArrayRecordComponent", // nothing here is compared
  "EnumOrdinal" // a number for each, which is never stored
})
final class RuleTable {
  /** Added to the first number of a finding that is answered with yes or no. */
  static final int ABSENT = 0;

  static final int PRESENT = 1;
  static final int LIKELIHOODS = Likelihood.values().length;

  /** The number of each finding by its code. */
  final Map<String, Integer> findings;

  /** From a finding to its truths; the last entry counts them all. */
  final int[] truthsOf;

  /** By finding. */
  final String[][] options;

  /** By truth, for numbers; both ends are included. */
  final double[] least;

  final double[] most;

  /** Pairs of truths that contradict each other, one after the other. */
  final int[] contradictions;

  /** The screen questions, in the order of the vocabulary. */
  final int[] screen;

  final String[] screenCodes;

  /** Ids of the rules, and among them the two that kb.yaml holds, which have no patterns. */
  final String[] rules;

  final int[] firstPhase;
  final int[] secondPhase;
  final int nothingAnswered;
  final int reviewWhenLikely;

  /** From rule to its patterns on findings, and from pattern to its truths: one must hold. */
  final int[] patternsOf;

  final int[] testsOf;
  final int[] tests;

  /** From rule to its patterns on suspected causes, all of which must hold. */
  final int[] suspicionsOf;

  final Suspicion[] suspicions;

  /** By rule, a bit for each urgency at which it holds. */
  final int[] urgencies;

  /** From rule to what it says for and against causes. */
  final int[] statementsOf;

  final int[] statementCause;
  final double[] statementRatio;

  /** The distance of the ratio from 1, on a scale of logarithms. */
  final double[] statementStrength;

  /** A number for each group of each cause and direction; -1 where the statement stands alone. */
  final int[] statementGroup;

  final int groups;

  /** All escalations that any rule can raise, most urgent first. */
  final Escalation[] escalations;

  /** From rule to the advice it gives, and to the advice it stops. */
  final int[] recommendsOf;

  final int[] recommends;
  final int[] withholdsOf;
  final int[] withholds;

  final String[] causes;
  final double[] odds;
  final boolean[] review;
  final long[] companions;
  final double likelyShare;
  final double likelyRatio;
  final double possibleShare;
  final Advice[] advice;

  /**
   * A pattern on suspected causes.
   *
   * @param causes by likelihood
   * @param leastRank 1 where any rank will do
   * @param mostRank the number of causes where any rank will do
   */
  record Suspicion(long[] causes, int leastRank, int mostRank) {}

  /** What one rule can raise. */
  record Escalation(
      int rule,
      Urgency urgency,
      Duration within,
      String id,
      String code,
      int action,
      int[] causes) {}

  /**
   * What may be advised.
   *
   * @param given by urgency
   * @param requires all must hold
   */
  record Advice(
      String code, int priority, boolean safetyNet, boolean[] given, Condition[] requires) {}

  /** A requirement of an advice. */
  sealed interface Condition {
    boolean holds(boolean[] truths);
  }

  private record Is(int truth) implements Condition {
    @Override
    public boolean holds(boolean[] truths) {
      return truths[truth];
    }
  }

  private record All(Condition[] parts) implements Condition {
    @Override
    public boolean holds(boolean[] truths) {
      for (Condition part : parts) {
        if (!part.holds(truths)) {
          return false;
        }
      }
      return true;
    }
  }

  private record Any(Condition[] parts) implements Condition {
    @Override
    public boolean holds(boolean[] truths) {
      for (Condition part : parts) {
        if (part.holds(truths)) {
          return true;
        }
      }
      return false;
    }
  }

  private record Interval(double least, double most) {}

  RuleTable(KnowledgeBase knowledge) {
    Map<String, Set<Interval>> intervals = intervals(knowledge);
    List<FindingDefinition> vocabulary = List.copyOf(knowledge.findings());
    findings = numbers(vocabulary.stream().map(FindingDefinition::code).toList());
    options = new String[vocabulary.size()][];
    Rows truths = new Rows(vocabulary.size());
    List<Interval> allTruths = new ArrayList<>();
    for (int finding = 0; finding < options.length; finding++) {
      FindingDefinition definition = vocabulary.get(finding);
      options[finding] = definition.options().toArray(String[]::new);
      List<Interval> own =
          switch (definition.kind()) {
            case TRI_STATE -> List.of(new Interval(0, 0), new Interval(1, 1));
            case CHOICE -> definition.options().stream().map(o -> new Interval(0, 0)).toList();
            case NUMERIC -> List.copyOf(intervals.getOrDefault(definition.code(), Set.of()));
          };
      for (Interval truth : own) {
        truths.add(finding, allTruths.size());
        allTruths.add(truth);
      }
    }
    truthsOf = truths.starts();
    least = allTruths.stream().mapToDouble(Interval::least).toArray();
    most = allTruths.stream().mapToDouble(Interval::most).toArray();
    contradictions = contradictions(knowledge);
    List<FindingDefinition> questions =
        vocabulary.stream().filter(FindingDefinition::screen).toList();
    screen = questions.stream().mapToInt(question -> finding(question.code())).toArray();
    screenCodes = questions.stream().map(FindingDefinition::code).toArray(String[]::new);

    causes = sorted(knowledge.causes(), CauseDefinition::code);
    if (causes.length > Long.SIZE) {
      throw new IllegalArgumentException(
          "a set of causes holds "
              + Long.SIZE
              + ", and the knowledge base has "
              + causes.length
              + "\n  Maybe keep a set in several longs.");
    }
    odds = new double[causes.length];
    review = new boolean[causes.length];
    companions = new long[causes.length];
    Map<String, Integer> causeNumbers = numbers(List.of(causes));
    for (CauseDefinition cause : knowledge.causes()) {
      int number = number(causeNumbers, cause.code());
      odds[number] = cause.odds();
      review[number] = cause.reviewWhenLikely();
      for (String code : cause.accompanies()) {
        int other = number(causeNumbers, code);
        companions[number] |= 1L << other;
        companions[other] |= 1L << number;
      }
    }
    KnowledgeBase.Settings settings = knowledge.settings();
    likelyShare = settings.likelyShare();
    likelyRatio = settings.likelyRatio();
    possibleShare = settings.possibleShare();

    String[] adviceCodes = sorted(knowledge.advice(), AdviceDefinition::code);
    Map<String, Integer> adviceNumbers = numbers(List.of(adviceCodes));
    advice = new Advice[adviceCodes.length];
    for (AdviceDefinition definition : knowledge.advice()) {
      advice[number(adviceNumbers, definition.code())] = advice(definition);
    }

    TreeMap<String, RuleDefinition> byId = new TreeMap<>();
    for (RuleDefinition rule : knowledge.rules()) {
      byId.put(rule.id(), rule);
    }
    byId.put(settings.nothingAnswered().id(), settings.nothingAnswered());
    byId.put(settings.reviewWhenLikely().id(), settings.reviewWhenLikely());
    rules = byId.keySet().toArray(String[]::new);
    Map<String, Integer> ruleNumbers = numbers(List.of(rules));
    nothingAnswered = number(ruleNumbers, settings.nothingAnswered().id());
    reviewWhenLikely = number(ruleNumbers, settings.reviewWhenLikely().id());

    Rows patterns = new Rows(rules.length);
    Rows suspected = new Rows(rules.length);
    Rows stated = new Rows(rules.length);
    Rows recommended = new Rows(rules.length);
    Rows withheld = new Rows(rules.length);
    List<Pattern> allPatterns = new ArrayList<>();
    List<Suspicion> allSuspicions = new ArrayList<>();
    List<Conclusion> allStatements = new ArrayList<>();
    List<Integer> groupOf = new ArrayList<>();
    Map<List<Object>, Integer> groupNumbers = new HashMap<>();
    List<Escalation> raised = new ArrayList<>();
    List<Integer> first = new ArrayList<>();
    List<Integer> second = new ArrayList<>();
    urgencies = new int[rules.length];
    for (RuleDefinition rule : byId.values()) {
      int number = number(ruleNumbers, rule.id());
      urgencies[number] = (1 << Urgency.values().length) - 1;
      for (Pattern pattern : rule.when()) {
        switch (pattern.fact()) {
          case SUSPECTED -> {
            suspected.add(number, allSuspicions.size());
            allSuspicions.add(suspicion(pattern, causeNumbers));
          }
          case TRIAGED -> urgencies[number] &= urgencies(pattern);
          default -> {
            patterns.add(number, allPatterns.size());
            allPatterns.add(pattern);
          }
        }
      }
      if (number != nothingAnswered && number != reviewWhenLikely) {
        (rule.secondPhase() ? second : first).add(number);
      }
      for (Conclusion conclusion : once(rule.then())) {
        switch (conclusion.kind()) {
          case SUPPORTS, OPPOSES -> {
            stated.add(number, allStatements.size());
            allStatements.add(conclusion);
            groupOf.add(group(rule, conclusion, groupNumbers));
          }
          case EMERGENCY, SAME_DAY, SOON -> {
            int action = number(adviceNumbers, conclusion.subject());
            int[] mustExclude =
                rule.mustExclude().stream().mapToInt(code -> number(causeNumbers, code)).toArray();
            raised.add(escalation(knowledge, rule, number, conclusion, action, mustExclude));
          }
          case RECOMMEND -> recommended.add(number, number(adviceNumbers, conclusion.subject()));
          case WITHHOLD -> withheld.add(number, number(adviceNumbers, conclusion.subject()));
          case CONTRIBUTES, SCORE, NOTE -> {}
        }
      }
    }
    firstPhase = first.stream().mapToInt(Integer::intValue).toArray();
    secondPhase = second.stream().mapToInt(Integer::intValue).toArray();
    patternsOf = patterns.starts();
    suspicionsOf = suspected.starts();
    suspicions = allSuspicions.toArray(Suspicion[]::new);
    statementsOf = stated.starts();
    recommendsOf = recommended.starts();
    recommends = recommended.values();
    withholdsOf = withheld.starts();
    withholds = withheld.values();
    statementCause =
        allStatements.stream().mapToInt(one -> number(causeNumbers, one.subject())).toArray();
    statementRatio = allStatements.stream().mapToDouble(Conclusion::number).toArray();
    statementStrength =
        allStatements.stream().mapToDouble(one -> Math.abs(Math.log(one.number()))).toArray();
    statementGroup = groupOf.stream().mapToInt(Integer::intValue).toArray();
    groups = groupNumbers.size();
    raised.sort(
        Comparator.comparing(Escalation::urgency)
            .thenComparing(Escalation::within)
            .thenComparing(Escalation::id)
            .thenComparing(Escalation::code));
    escalations = raised.toArray(Escalation[]::new);
    Rows tested = new Rows(allPatterns.size());
    for (int pattern = 0; pattern < allPatterns.size(); pattern++) {
      for (int truth : truths(allPatterns.get(pattern))) {
        tested.add(pattern, truth);
      }
    }
    testsOf = tested.starts();
    tests = tested.values();
  }

  /** The number of an urgency; 0 is the most urgent. */
  static int number(Urgency urgency) {
    return urgency.ordinal();
  }

  /** The number of a likelihood; 0 is the greatest. */
  static int number(Likelihood likelihood) {
    return likelihood.ordinal();
  }

  /** The number of an option among those of its finding. */
  int option(int finding, String option) {
    String[] known = options[finding];
    for (int i = 0; i < known.length; i++) {
      if (known[i].equals(option)) {
        return i;
      }
    }
    throw new IllegalArgumentException("the vocabulary does not know that option");
  }

  private static <T> String[] sorted(Collection<T> values, Function<T, String> key) {
    return values.stream().map(key).sorted().toArray(String[]::new);
  }

  private static Map<String, Integer> numbers(List<String> codes) {
    Map<String, Integer> numbers = new HashMap<>();
    for (String code : codes) {
      numbers.put(code, numbers.size());
    }
    return numbers;
  }

  private static int number(Map<String, Integer> numbers, String code) {
    Integer number = numbers.get(code);
    if (number == null) {
      throw new IllegalArgumentException("the knowledge base does not define " + code);
    }
    return number;
  }

  private int finding(String code) {
    return number(findings, code);
  }

  /** By numeric finding, every interval that a rule or a requirement names. */
  private static Map<String, Set<Interval>> intervals(KnowledgeBase knowledge) {
    Map<String, Set<Interval>> intervals = new HashMap<>();
    for (RuleDefinition rule : knowledge.rules()) {
      for (Pattern pattern : rule.when()) {
        if (pattern.fact() == Fact.MEASURED) {
          for (String code : keys(pattern)) {
            intervals
                .computeIfAbsent(code, c -> new LinkedHashSet<>())
                .addAll(intervals(pattern, "value"));
          }
        }
      }
    }
    for (AdviceDefinition definition : knowledge.advice()) {
      definition.requires().forEach(requirement -> collect(requirement, intervals));
    }
    return intervals;
  }

  private static void collect(Requirement requirement, Map<String, Set<Interval>> intervals) {
    if (requirement instanceof Requirement.IsFromTo is) {
      intervals
          .computeIfAbsent(is.code(), c -> new LinkedHashSet<>())
          .add(new Interval(is.least(), is.most()));
    } else if (requirement instanceof Requirement.Several several) {
      several.parts().forEach(part -> collect(part, intervals));
    }
  }

  private int[] contradictions(KnowledgeBase knowledge) {
    List<Integer> pairs = new ArrayList<>();
    for (FindingDefinition finding : knowledge.findings()) {
      for (String code : finding.contradicts()) {
        FindingDefinition other = knowledge.finding(code);
        if (other != null
            && finding.kind() == FindingDefinition.Kind.TRI_STATE
            && other.kind() == FindingDefinition.Kind.TRI_STATE) {
          pairs.add(truthsOf[finding(finding.code())] + PRESENT);
          pairs.add(truthsOf[finding(code)] + PRESENT);
        }
      }
    }
    return pairs.stream().mapToInt(Integer::intValue).toArray();
  }

  /** A conclusion that a rule draws twice counts once. */
  private static List<Conclusion> once(List<Conclusion> then) {
    Set<List<Object>> seen = new HashSet<>();
    List<Conclusion> once = new ArrayList<>();
    for (Conclusion conclusion : then) {
      if (seen.add(List.of(conclusion.kind(), conclusion.subject(), conclusion.number()))) {
        once.add(conclusion);
      }
    }
    return once;
  }

  private static int group(
      RuleDefinition rule, Conclusion conclusion, Map<List<Object>, Integer> numbers) {
    if (rule.group() == null) {
      return -1;
    }
    List<Object> key = List.of(conclusion.subject(), rule.group(), conclusion.number() > 1);
    return numbers.computeIfAbsent(key, k -> numbers.size());
  }

  private static Escalation escalation(
      KnowledgeBase knowledge,
      RuleDefinition rule,
      int number,
      Conclusion conclusion,
      int action,
      int[] mustExclude) {
    AdviceDefinition definition = knowledge.advice(conclusion.subject());
    Duration within = definition == null ? null : definition.within();
    if (within == null) {
      throw new IllegalArgumentException(
          "the action of " + rule.id() + " has no time: " + conclusion.subject());
    }
    Urgency urgency =
        switch (conclusion.kind()) {
          case EMERGENCY -> Urgency.EMERGENCY;
          case SAME_DAY -> Urgency.SAME_DAY;
          default -> Urgency.SOON;
        };
    return new Escalation(
        number, urgency, within, rule.id(), conclusion.subject(), action, mustExclude);
  }

  private Advice advice(AdviceDefinition definition) {
    Category category = definition.category();
    boolean always = category == Category.WHILE_WAITING || category == Category.SAFETY_NET;
    boolean[] given = new boolean[Urgency.values().length];
    given[number(Urgency.EMERGENCY)] = always;
    given[number(Urgency.SAME_DAY)] = always || category == Category.UNTIL_SEEN;
    given[number(Urgency.SOON)] = true;
    given[number(Urgency.SELF_CARE)] = true;
    return new Advice(
        definition.code(),
        definition.priority(),
        category == Category.SAFETY_NET,
        given,
        conditions(definition.requires()));
  }

  private Condition[] conditions(List<Requirement> requirements) {
    return requirements.stream().map(this::condition).toArray(Condition[]::new);
  }

  private Condition condition(Requirement requirement) {
    if (requirement instanceof Requirement.IsPresent is) {
      return new Is(truthsOf[finding(is.code())] + PRESENT);
    }
    if (requirement instanceof Requirement.IsAbsent is) {
      return new Is(truthsOf[finding(is.code())] + ABSENT);
    }
    if (requirement instanceof Requirement.IsFromTo is) {
      return new Is(truth(finding(is.code()), new Interval(is.least(), is.most())));
    }
    if (requirement instanceof Requirement.IsOption is) {
      int finding = finding(is.code());
      return new Any(
          is.options().stream()
              .map(option -> new Is(truthsOf[finding] + option(finding, option)))
              .toArray(Condition[]::new));
    }
    Condition[] parts = conditions(((Requirement.Several) requirement).parts());
    return requirement instanceof Requirement.All ? new All(parts) : new Any(parts);
  }

  private int truth(int finding, Interval interval) {
    for (int truth = truthsOf[finding]; truth < truthsOf[finding + 1]; truth++) {
      if (least[truth] == interval.least && most[truth] == interval.most) {
        return truth;
      }
    }
    throw new IllegalStateException("an interval of rules was not collected");
  }

  /** The truths of which one holds exactly when the pattern matches a finding. */
  private List<Integer> truths(Pattern pattern) {
    List<Integer> truths = new ArrayList<>();
    for (String code : keys(pattern)) {
      int finding = finding(code);
      switch (pattern.fact()) {
        case PRESENT -> truths.add(truthsOf[finding] + PRESENT);
        case ABSENT -> truths.add(truthsOf[finding] + ABSENT);
        case MEASURED -> {
          for (Interval interval : intervals(pattern, "value")) {
            truths.add(truth(finding, interval));
          }
        }
        default -> {
          for (int option = 0; option < options[finding].length; option++) {
            if (accepts(pattern, "option", options[finding][option])) {
              truths.add(truthsOf[finding] + option);
            }
          }
        }
      }
    }
    return truths;
  }

  private static Suspicion suspicion(Pattern pattern, Map<String, Integer> causeNumbers) {
    long named = 0;
    for (String code : keys(pattern)) {
      named |= 1L << number(causeNumbers, code);
    }
    long[] causes = new long[LIKELIHOODS];
    for (Likelihood likelihood : Likelihood.values()) {
      causes[number(likelihood)] = accepts(pattern, "likelihood", likelihood.name()) ? named : 0;
    }
    List<Interval> ranks = intervals(pattern, "rank");
    if (ranks.size() != 1) {
      throw new IllegalArgumentException(
          "several ranks in one pattern, at " + pattern.at() + "\n  Maybe extend Suspicion.");
    }
    return new Suspicion(
        causes,
        (int) Math.max(Math.ceil(ranks.get(0).least()), 1),
        (int) Math.min(Math.floor(ranks.get(0).most()), causeNumbers.size()));
  }

  private static int urgencies(Pattern pattern) {
    int urgencies = 0;
    for (String name : keys(pattern)) {
      urgencies |= 1 << number(Urgency.valueOf(name));
    }
    return urgencies;
  }

  /** The codes, causes or urgencies that satisfy every constraint on the pattern's key. */
  private static List<String> keys(Pattern pattern) {
    Fact fact = pattern.fact();
    return pattern.keys().stream()
        .distinct()
        .filter(key -> accepts(pattern, fact.key(), key))
        .toList();
  }

  private static boolean accepts(Pattern pattern, String field, String text) {
    for (Constraint constraint : pattern.constraints()) {
      if (constraint.field().equals(field) && !constraint.accepts(text)) {
        return false;
      }
    }
    return true;
  }

  /** The intervals in which a number satisfies every constraint on a field. */
  private static List<Interval> intervals(Pattern pattern, String field) {
    List<Interval> intervals =
        List.of(new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    for (Constraint constraint : pattern.constraints()) {
      if (!constraint.field().equals(field)) {
        continue;
      }
      List<Interval> narrower = new ArrayList<>();
      for (Literal literal : constraint.values()) {
        Interval limits = interval(constraint, literal.number());
        for (Interval interval : intervals) {
          narrower.add(
              new Interval(
                  Math.max(interval.least, limits.least), Math.min(interval.most, limits.most)));
        }
      }
      intervals = narrower;
    }
    return intervals;
  }

  private static Interval interval(Constraint constraint, double limit) {
    return switch (constraint.operator()) {
      case EQUAL, IN -> new Interval(limit, limit);
      case LESS -> new Interval(Double.NEGATIVE_INFINITY, Math.nextDown(limit));
      case AT_MOST -> new Interval(Double.NEGATIVE_INFINITY, limit);
      case MORE -> new Interval(Math.nextUp(limit), Double.POSITIVE_INFINITY);
      case AT_LEAST -> new Interval(limit, Double.POSITIVE_INFINITY);
    };
  }

  /** Rows of different lengths in one array; they are filled in their order. */
  private static final class Rows {
    private final int[] starts;
    private final List<Integer> values = new ArrayList<>();

    Rows(int rows) {
      starts = new int[rows + 1];
    }

    void add(int row, int value) {
      values.add(value);
      starts[row + 1] = values.size();
    }

    /** Row r reaches from {@code starts[r]} to before {@code starts[r + 1]}. */
    int[] starts() {
      for (int row = 1; row < starts.length; row++) {
        starts[row] = Math.max(starts[row], starts[row - 1]);
      }
      return starts;
    }

    int[] values() {
      return values.stream().mapToInt(Integer::intValue).toArray();
    }
  }
}
