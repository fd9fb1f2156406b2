package org.popliteus.engine;

import java.io.Serial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.drools.model.DSL;
import org.drools.model.Global;
import org.drools.model.PatternDSL;
import org.drools.model.Rule;
import org.drools.model.RuleItemBuilder;
import org.drools.model.functions.Block1;
import org.drools.model.functions.HashedExpression;
import org.drools.model.functions.Predicate1;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.DirectFiringOption;
import org.popliteus.engine.knowledge.Location;
import org.popliteus.engine.knowledge.Pattern;
import org.popliteus.engine.knowledge.RuleDefinition;

/**
 * The rules of a knowledge base as Drools runs them, built from their definitions by Drools'
 * executable model.
 *
 * <p>The rule files never meet a compiler: what their reader does not know cannot run, a knowledge
 * base loads quickly from a jar and from a folder alike, and no class is generated. That Drools'
 * own compiler reads the same rules from the same files is tested with the knowledge base.
 */
final class RuleNetwork implements RuleEngine {
  private static final String GLOBAL = "firing";
  private static final Comparator<Condition> SELDOM_FIRST =
      Comparator.<Condition>comparingInt(c -> c.fact() == Pattern.Fact.ABSENT ? 1 : 0)
          .thenComparingInt(Condition::breadth)
          .thenComparing(Condition::words);

  private final KieBase kieBase;
  private final KieSessionConfiguration configuration;

  RuleNetwork(RuleSet rules) {
    this.kieBase = build(rules);
    this.configuration = KieServices.get().newKieSessionConfiguration();
    // no rule waits for another, so none has to queue
    configuration.setOption(DirectFiringOption.YES);
  }

  /**
   * Lets Drools load its classes beside whatever the caller does: on a cold start that is a third
   * of the way to the first answer.
   */
  static void warmUp() {
    Thread thread = new Thread(RuleNetwork::fireOnce, "popliteus-warm-up");
    thread.setDaemon(true);
    // what fails here fails again where it is told
    thread.setUncaughtExceptionHandler((failed, e) -> {});
    thread.start();
  }

  private static void fireOnce() {
    Location at = new Location("", 0, 0);
    Pattern pattern =
        new Pattern(
            Pattern.Fact.PRESENT,
            List.of(
                new Pattern.Constraint(
                    "code",
                    Pattern.Operator.EQUAL,
                    List.of(Pattern.Literal.of("ANY", true, at)),
                    at)),
            at);
    RuleDefinition rule =
        new RuleDefinition(
            "",
            "any",
            "",
            List.of(),
            "",
            null,
            "",
            null,
            List.of(),
            List.of(pattern),
            List.of(),
            "",
            at);
    Questions questions = new Questions("ANY");
    RuleNetwork network = new RuleNetwork(RuleSet.of("warm.up", questions, List.of(rule)));
    Presentation presentation = Presentation.builder().present("ANY").build();
    try (Run run = network.run(new Firing(new Answers(questions, presentation)))) {
      run.firstPhase();
    }
  }

  private static KieBase build(RuleSet rules) {
    Global<Firing> firing = DSL.globalOf(Firing.class, rules.packageName(), GLOBAL);
    ModelImpl model = new ModelImpl(rules.packageName());
    model.addGlobal(firing);
    for (Map.Entry<List<Condition>, List<ReadyRule>> same : byConditions(rules).entrySet()) {
      model.addRule(rule(rules.packageName(), same.getKey(), same.getValue(), firing));
    }
    return KieBaseBuilder.createKieBaseFromModel(List.of(model));
  }

  /**
   * The rules that ask the same, which Drools then asks once: of the shipped rules a quarter ask
   * what another asks, since one answer speaks for one cause and against the next.
   */
  private static Map<List<Condition>, List<ReadyRule>> byConditions(RuleSet rules) {
    Map<List<Condition>, List<ReadyRule>> byConditions = new LinkedHashMap<>();
    for (ReadyRule rule : rules.rules()) {
      // what is seldom so stands first, so that the rest is seldom asked
      List<Condition> seldomFirst = new ArrayList<>(rule.conditions());
      seldomFirst.sort(SELDOM_FIRST);
      byConditions.computeIfAbsent(seldomFirst, c -> new ArrayList<>()).add(rule);
    }
    return byConditions;
  }

  private static Rule rule(
      String packageName,
      List<Condition> seldomFirst,
      List<ReadyRule> rules,
      Global<Firing> firing) {
    List<RuleItemBuilder<?>> parts = new ArrayList<>();
    var answers = PatternDSL.pattern(DSL.declarationOf(Answers.class));
    var suspicions = PatternDSL.pattern(DSL.declarationOf(Suspicions.class));
    boolean first = false;
    boolean second = false;
    for (Condition condition : seldomFirst) {
      if (condition.fact().isFinding()) {
        answers = answers.expr(condition.words(), new Asks<>(condition.words(), condition::holds));
        first = true;
      } else {
        suspicions =
            suspicions.expr(condition.words(), new Asks<>(condition.words(), condition::holds));
        second = true;
      }
    }
    if (first) {
      parts.add(answers);
    }
    if (second) {
      parts.add(suspicions);
    }
    parts.add(DSL.on(firing).execute(new Fire(rules)));
    return PatternDSL.rule(packageName, rules.get(0).definition().name())
        .build(parts.toArray(new RuleItemBuilder<?>[0]));
  }

  @Override
  public Run run(Firing firing) {
    return new Session(kieBase.newKieSession(configuration, null), firing);
  }

  private record Session(KieSession session, Firing firing) implements Run {

    @Override
    public void firstPhase() {
      session.setGlobal(GLOBAL, firing);
      session.insert(firing.answers());
      session.fireAllRules();
    }

    @Override
    public void secondPhase() {
      session.insert(firing.suspicions());
      session.fireAllRules();
    }

    @Override
    public void close() {
      session.dispose();
    }
  }

  /** A condition as Drools asks it; rules that ask the same share its node. */
  private static final class Asks<T> implements Predicate1<T>, HashedExpression {
    @Serial private static final long serialVersionUID = 1L;

    private final transient Predicate<T> holds;
    private final String question;

    Asks(String question, Predicate<T> holds) {
      this.holds = holds;
      this.question = question;
    }

    @Override
    public boolean test(T fact) {
      return holds.test(fact);
    }

    @Override
    public String getExpressionHash() {
      return question;
    }
  }

  private static final class Fire implements Block1<Firing>, HashedExpression {
    @Serial private static final long serialVersionUID = 1L;

    private final transient ReadyRule[] rules;

    Fire(List<ReadyRule> rules) {
      this.rules = rules.toArray(new ReadyRule[0]);
    }

    @Override
    public void execute(Firing firing) {
      for (ReadyRule rule : rules) {
        firing.fire(rule);
      }
    }

    @Override
    public String getExpressionHash() {
      return rules[0].definition().id();
    }
  }
}
