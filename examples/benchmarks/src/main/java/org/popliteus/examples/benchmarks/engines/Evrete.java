package org.popliteus.examples.benchmarks.engines;

import java.util.function.Predicate;
import org.evrete.KnowledgeService;
import org.evrete.api.IntToValue;
import org.evrete.api.Knowledge;
import org.evrete.api.builders.RuleSetBuilder;
import org.popliteus.examples.benchmarks.byhand.Person;
import org.popliteus.examples.benchmarks.byhand.RuleMatcher;
import org.popliteus.examples.benchmarks.byhand.RuleTable;

/** Evrete with lambdas: one fact, the person; one rule a rule; a stateless session a phase. */
public final class Evrete implements RuleMatcher {
  private static final String PERSON = "$person";

  private final Knowledge first;
  private final Knowledge second;

  /** Builds two knowledges, for a stateless session fires once. */
  public Evrete(RuleTable rules) {
    KnowledgeService service = new KnowledgeService();
    RuleSetBuilder<Knowledge> onFindings = service.newKnowledge().builder();
    for (int rule : rules.firstPhase()) {
      add(onFindings, rules.id(rule), rule, Holds.firstPhase(rules, rule));
    }
    first = onFindings.build();
    RuleSetBuilder<Knowledge> onSuspicions = service.newKnowledge().builder();
    for (int rule : rules.secondPhase()) {
      add(onSuspicions, rules.id(rule), rule, Holds.secondPhase(rules, rule));
    }
    second = onSuspicions.build();
  }

  private static void add(
      RuleSetBuilder<Knowledge> rules, String id, int rule, Predicate<Person> holds) {
    rules
        .newRule(id)
        .forEach(PERSON, Person.class)
        .where((IntToValue values) -> holds.test(values.get(0, Person.class)), PERSON)
        .execute(context -> context.<Person>get(PERSON).fire(rule));
  }

  @Override
  public void firstPhase(Person person) {
    first.newStatelessSession().insertAndFire(person);
  }

  @Override
  public void secondPhase(Person person) {
    second.newStatelessSession().insertAndFire(person);
  }
}
