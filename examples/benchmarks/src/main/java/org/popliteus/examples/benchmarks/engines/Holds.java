package org.popliteus.examples.benchmarks.engines;

import java.util.function.Predicate;
import org.popliteus.examples.benchmarks.byhand.Person;
import org.popliteus.examples.benchmarks.byhand.RuleTable;

/** The condition of a rule as a lambda on a person, as a rule written in Java has it. */
final class Holds {
  private Holds() {}

  static Predicate<Person> firstPhase(RuleTable rules, int rule) {
    return allOf(rules.tests(rule));
  }

  static Predicate<Person> secondPhase(RuleTable rules, int rule) {
    int[][] tests = rules.tests(rule);
    if (tests.length == 0) {
      return person -> person.suspects(rule);
    }
    Predicate<Person> findings = allOf(tests);
    return person -> person.suspects(rule) && findings.test(person);
  }

  private static Predicate<Person> allOf(int[][] patterns) {
    if (patterns.length == 1) {
      return anyOf(patterns[0]);
    }
    if (patterns.length == 2) {
      Predicate<Person> one = anyOf(patterns[0]);
      Predicate<Person> other = anyOf(patterns[1]);
      return person -> one.test(person) && other.test(person);
    }
    return person -> {
      for (int[] truths : patterns) {
        if (!isAny(person, truths)) {
          return false;
        }
      }
      return true;
    };
  }

  private static Predicate<Person> anyOf(int[] truths) {
    if (truths.length == 1) {
      int truth = truths[0];
      return person -> person.is(truth);
    }
    return person -> isAny(person, truths);
  }

  private static boolean isAny(Person person, int[] truths) {
    for (int truth : truths) {
      if (person.is(truth)) {
        return true;
      }
    }
    return false;
  }
}
