package org.popliteus.examples.benchmarks.engines;

import java.util.function.Predicate;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;
import org.popliteus.examples.benchmarks.byhand.Person;
import org.popliteus.examples.benchmarks.byhand.RuleMatcher;
import org.popliteus.examples.benchmarks.byhand.RuleTable;

/** Easy Rules with lambdas: one fact, the person; one rule a rule. */
public final class EasyRules implements RuleMatcher {
  private static final String PERSON = "person";

  private final RulesEngine engine = new DefaultRulesEngine();
  private final Rules first = new Rules();
  private final Rules second = new Rules();

  /** Registers every rule. */
  public EasyRules(RuleTable rules) {
    for (int rule : rules.firstPhase()) {
      register(first, rules.id(rule), rule, Holds.firstPhase(rules, rule));
    }
    for (int rule : rules.secondPhase()) {
      register(second, rules.id(rule), rule, Holds.secondPhase(rules, rule));
    }
  }

  private static void register(Rules rules, String id, int rule, Predicate<Person> holds) {
    rules.register(
        new RuleBuilder()
            .name(id)
            .when(facts -> holds.test(facts.get(PERSON)))
            .then(facts -> facts.<Person>get(PERSON).fire(rule))
            .build());
  }

  @Override
  public void firstPhase(Person person) {
    engine.fire(first, facts(person));
  }

  @Override
  public void secondPhase(Person person) {
    engine.fire(second, facts(person));
  }

  private static Facts facts(Person person) {
    Facts facts = new Facts();
    facts.put(PERSON, person);
    return facts;
  }
}
