package org.popliteus.engine;

import java.io.Serial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.DirectFiringOption;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.KnowledgeBaseException;
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
final class RuleNetwork {
  private static final String GLOBAL = "firing";

  private final KieBase kieBase;
  private final KieSessionConfiguration configuration;
  private final List<NetworkRule> rules;
  private final Answers.Numbering numbering;

  /**
   * One rule of the network.
   *
   * @param index its place among all rules by id, from 0
   * @param definition what its file says
   * @param provenance where its conclusions come from
   * @param conditions all must hold
   */
  record NetworkRule(
      int index, RuleDefinition definition, Provenance provenance, List<Condition> conditions) {}

  RuleNetwork(KnowledgeBase knowledge) {
    this(
        knowledge.settings().packageName(),
        new Answers.Numbering(knowledge),
        List.copyOf(knowledge.rules()));
    if (rules.isEmpty()) {
      throw new KnowledgeBaseException(
          "the knowledge base "
              + knowledge.id()
              + " has no rules\n  Maybe its jar was repackaged, or its rule files were not copied.");
    }
  }

  private RuleNetwork(
      String packageName, Answers.Numbering numbering, List<RuleDefinition> definitions) {
    this.numbering = numbering;
    List<NetworkRule> rules = new ArrayList<>();
    for (RuleDefinition definition : definitions) {
      List<Condition> conditions = new ArrayList<>();
      for (Pattern pattern : definition.when()) {
        conditions.add(new Condition(pattern, numbering));
      }
      rules.add(
          new NetworkRule(
              rules.size(), definition, provenance(definition), List.copyOf(conditions)));
    }
    this.rules = List.copyOf(rules);
    this.kieBase = build(packageName);
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
    RuleNetwork network = new RuleNetwork("warm.up", new Answers.Numbering("ANY"), List.of(rule));
    try (Run run = network.run(Presentation.builder().present("ANY").build())) {
      run.firstPhase();
    }
  }

  static Provenance provenance(RuleDefinition rule) {
    return new Provenance(
        rule.id(),
        rule.at().file(),
        rule.at().line(),
        rule.because(),
        rule.sources(),
        rule.grade(),
        rule.status());
  }

  private KieBase build(String packageName) {
    Global<Firing> firing = DSL.globalOf(Firing.class, packageName, GLOBAL);
    ModelImpl model = new ModelImpl(packageName);
    model.addGlobal(firing);
    for (NetworkRule rule : rules) {
      model.addRule(rule(packageName, rule, firing));
    }
    return KieBaseBuilder.createKieBaseFromModel(List.of(model));
  }

  private static Rule rule(String packageName, NetworkRule rule, Global<Firing> firing) {
    // what is seldom so stands first, so that the rest is seldom asked
    List<Condition> seldomFirst = new ArrayList<>(rule.conditions());
    seldomFirst.sort(
        Comparator.<Condition>comparingInt(c -> c.fact() == Pattern.Fact.ABSENT ? 1 : 0)
            .thenComparingInt(Condition::breadth)
            .thenComparing(Condition::question));
    List<RuleItemBuilder<?>> parts = new ArrayList<>();
    var answers = PatternDSL.pattern(DSL.declarationOf(Answers.class));
    var suspicions = PatternDSL.pattern(DSL.declarationOf(Suspicions.class));
    boolean first = false;
    boolean second = false;
    for (Condition condition : seldomFirst) {
      if (condition.fact().isFinding()) {
        answers =
            answers.expr(condition.question(), new Asks<Answers>(condition, condition::holds));
        first = true;
      } else {
        suspicions =
            suspicions.expr(
                condition.question(), new Asks<Suspicions>(condition, condition::holds));
        second = true;
      }
    }
    if (first) {
      parts.add(answers);
    }
    if (second) {
      parts.add(suspicions);
    }
    parts.add(DSL.on(firing).execute(new Fire(rule)));
    return PatternDSL.rule(packageName, rule.definition().name())
        .build(parts.toArray(new RuleItemBuilder<?>[0]));
  }

  /** One person's session. */
  Run run(Presentation presentation) {
    return new Run(
        kieBase.newKieSession(configuration, null),
        new Answers(numbering, presentation),
        rules.size());
  }

  /** The two phases of one assessment; must be closed. */
  static final class Run implements AutoCloseable {
    private final KieSession session;
    private final Answers answers;
    private final Firing firing;

    private Run(KieSession session, Answers answers, int rules) {
      this.session = session;
      this.answers = answers;
      this.firing = new Firing(answers, rules);
    }

    Answers answers() {
      return answers;
    }

    /** What has fired, by rule id; null where a rule did not. */
    Firing.@Nullable Fired[] fired() {
      return firing.fired();
    }

    /** Fires the rules on findings. */
    void firstPhase() {
      session.setGlobal(GLOBAL, firing);
      session.insert(answers);
      session.fireAllRules();
    }

    /** Fires the rules on what the first phase concluded. */
    void secondPhase(Suspicions suspicions) {
      firing.suspect(suspicions);
      session.insert(suspicions);
      session.fireAllRules();
    }

    @Override
    public void close() {
      session.dispose();
    }
  }

  /** Every rule that says this kind of thing of a subject. */
  List<NetworkRule> saying(Conclusion.Kind kind, String subject) {
    return rules.stream()
        .filter(
            rule ->
                rule.definition().then().stream()
                    .anyMatch(c -> c.kind() == kind && c.subject().equals(subject)))
        .toList();
  }

  /** A condition as Drools asks it; rules that ask the same share its node. */
  private static final class Asks<T> implements Predicate1<T>, HashedExpression {
    @Serial private static final long serialVersionUID = 1L;

    private final transient Predicate<T> holds;
    private final String question;

    Asks(Condition condition, Predicate<T> holds) {
      this.holds = holds;
      this.question = condition.question();
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

    private final transient NetworkRule rule;

    Fire(NetworkRule rule) {
      this.rule = rule;
    }

    @Override
    public void execute(Firing firing) {
      firing.fire(rule);
    }

    @Override
    public String getExpressionHash() {
      return rule.definition().id();
    }
  }
}
