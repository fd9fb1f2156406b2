package org.popliteus.examples.benchmarks.byhand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which advice one person is given, and which is withheld. */
final class Settlement {
  private final Person person;
  private final Advice[] advice;
  private final Statements statements;

  /** By advice, the place of the first escalation that asks for it. */
  private final int[] escalationOf;

  private final boolean[] proposed;
  private final boolean[] withheld;

  /** By advice, the suspicion that it serves, and the causes that make it up. */
  private final double[] served;

  private final long[] serves;

  Settlement(Person person) {
    this.person = person;
    advice = person.tables.advice;
    statements = person.tables.statements;
    escalationOf = new int[advice.length];
    proposed = new boolean[advice.length];
    withheld = new boolean[advice.length];
    served = new double[advice.length];
    serves = new long[advice.length];
  }

  void settle() {
    Arrays.fill(escalationOf, Integer.MAX_VALUE);
    for (int i = 0; i < person.raisedCount; i++) {
      Escalation escalation = person.raised[i];
      int action = escalation.action();
      proposed[action] = true;
      escalationOf[action] = Math.min(escalationOf[action], i);
      for (int cause : escalation.causes()) {
        serve(action, cause);
      }
    }
    for (int rule = 0; rule < person.fired.length; rule++) {
      if (person.fired[rule]) {
        hear(rule);
      }
    }
    for (int i = 0; i < advice.length; i++) {
      if (proposed[i] && escalationOf[i] == Integer.MAX_VALUE) {
        withheld[i] = withheld[i] || isStopped(advice[i]);
        proposed[i] = !withheld[i];
      }
    }
  }

  /** What a rule gives and stops. */
  private void hear(int rule) {
    for (int i = statements.recommendsOf[rule]; i < statements.recommendsOf[rule + 1]; i++) {
      proposed[statements.recommends[i]] = true;
      serveAll(rule, statements.recommends[i]);
    }
    for (int i = statements.withholdsOf[rule]; i < statements.withholdsOf[rule + 1]; i++) {
      withheld[statements.withholds[i]] = true;
    }
  }

  private void serveAll(int rule, int given) {
    RuleTable rules = person.tables.rules;
    for (int i = rules.suspicionsOf[rule]; i < rules.suspicionsOf[rule + 1]; i++) {
      long matched = person.differential.matched(rules.suspicions[i]);
      for (; matched != 0; matched &= matched - 1) {
        serve(given, Long.numberOfTrailingZeros(matched));
      }
    }
  }

  /** Every cause for which an advice is given adds its share once. */
  private void serve(int given, int cause) {
    if ((serves[given] & 1L << cause) == 0) {
      serves[given] |= 1L << cause;
      served[given] += person.differential.tenThousandths(cause);
    }
  }

  private boolean isStopped(Advice one) {
    for (Condition condition : one.requires()) {
      if (!condition.holds(person.truths)) {
        return true;
      }
    }
    return !one.given()[Ordinals.of(person.urgency)];
  }

  List<String> recommendations() {
    int[] order = new int[advice.length];
    int count = 0;
    for (int one = 0; one < advice.length; one++) {
      if (!proposed[one] || advice[one].safetyNet()) {
        continue;
      }
      int place = count++;
      while (place > 0 && comesBefore(one, order[place - 1])) {
        order[place] = order[place - 1];
        place--;
      }
      order[place] = one;
    }
    String[] codes = new String[count];
    for (int i = 0; i < count; i++) {
      codes[i] = advice[order[i]].code();
    }
    return List.of(codes);
  }

  /** Advice is numbered by code, so that of equals the forerunner stays in front. */
  private boolean comesBefore(int one, int other) {
    if (escalationOf[one] != escalationOf[other]) {
      return escalationOf[one] < escalationOf[other];
    }
    if (served[one] != served[other]) {
      return served[one] > served[other];
    }
    return advice[one].priority() < advice[other].priority();
  }

  /** By code. */
  List<String> withheld() {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < withheld.length; i++) {
      if (withheld[i]) {
        codes.add(advice[i].code());
      }
    }
    return codes;
  }
}
