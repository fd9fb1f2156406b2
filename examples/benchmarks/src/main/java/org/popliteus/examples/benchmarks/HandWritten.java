package org.popliteus.examples.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.popliteus.engine.Likelihood;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.Urgency;
import org.popliteus.engine.fact.Absent;
import org.popliteus.engine.fact.Chosen;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Measured;
import org.popliteus.engine.fact.Present;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.examples.benchmarks.RuleTable.Advice;
import org.popliteus.examples.benchmarks.RuleTable.Condition;
import org.popliteus.examples.benchmarks.RuleTable.Escalation;
import org.popliteus.examples.benchmarks.RuleTable.Suspicion;

/**
 * The practical limit: the decisions of an advisor by loops over a table of its rules. It checks no
 * input and explains nothing. Immutable; it can be shared between threads.
 */
final class HandWritten {
  private final RuleTable table;

  HandWritten(KnowledgeBase knowledge) {
    table = new RuleTable(knowledge);
  }

  /**
   * The decisions for a presentation that the advisor of the same knowledge base accepts; for any
   * other the result is undefined.
   */
  Answer answer(Presentation presentation) {
    return new Person(table, presentation).answer();
  }

  /** One person, from findings to the answer. */
  private static final class Person {
    private static final int NONE = -1;

    private final RuleTable table;
    private final boolean[] truths;

    /** Without the answers that contradict each other; the same array where none do. */
    private final boolean[] plain;

    private final boolean[] fired;

    /** Most urgent first. */
    private final Escalation[] raised;

    private int raisedCount;
    private Urgency urgency = Urgency.SELF_CARE;

    private final double[] ratio;
    private final double[] weight;
    private final double[] share;
    private final Likelihood[] likelihood;
    private final long[] byLikelihood = new long[RuleTable.LIKELIHOODS];
    private long supported;
    private long mustExclude;

    /** Causes by rank. */
    private int[] ranked = {};

    Person(RuleTable table, Presentation presentation) {
      this.table = table;
      truths = truths(table, presentation);
      plain = plain(table, truths);
      fired = new boolean[table.rules.length];
      raised = new Escalation[table.escalations.length];
      ratio = new double[table.causes.length];
      weight = new double[table.causes.length];
      share = new double[table.causes.length];
      likelihood = new Likelihood[table.causes.length];
    }

    Answer answer() {
      for (int rule : table.firstPhase) {
        fired[rule] = matches(rule, truths);
      }
      List<String> notExcluded = notExcluded();
      fired[table.nothingAnswered] =
          table.screen.length > 0 && notExcluded.size() == table.screen.length;
      escalate();
      multiply();
      rank();
      if (urgency == Urgency.SELF_CARE && wantsReview()) {
        fired[table.reviewWhenLikely] = true;
        escalate();
      }
      int level = 1 << RuleTable.number(urgency);
      for (int rule : table.secondPhase) {
        fired[rule] =
            (table.urgencies[rule] & level) != 0 && suspects(rule) && matches(rule, truths);
      }
      return settle(notExcluded);
    }

    private static boolean[] truths(RuleTable table, Presentation presentation) {
      boolean[] truths = new boolean[table.least.length];
      for (Finding finding : presentation.findings()) {
        Integer number = table.findings.get(finding.code());
        if (number == null) {
          throw new IllegalArgumentException("the vocabulary does not know every code");
        }
        int truth = table.truthsOf[number];
        if (finding instanceof Present) {
          truths[truth + RuleTable.PRESENT] = true;
        } else if (finding instanceof Absent) {
          truths[truth + RuleTable.ABSENT] = true;
        } else if (finding instanceof Measured measured) {
          double value = measured.value();
          for (; truth < table.truthsOf[number + 1]; truth++) {
            truths[truth] = value >= table.least[truth] && value <= table.most[truth];
          }
        } else if (finding instanceof Chosen chosen) {
          truths[truth + table.option(number, chosen.option())] = true;
        }
      }
      return truths;
    }

    private static boolean[] plain(RuleTable table, boolean[] truths) {
      boolean[] plain = truths;
      int[] pairs = table.contradictions;
      for (int i = 0; i < pairs.length; i += 2) {
        if (truths[pairs[i]] && truths[pairs[i + 1]]) {
          if (plain == truths) {
            plain = truths.clone();
          }
          plain[pairs[i]] = false;
          plain[pairs[i + 1]] = false;
        }
      }
      return plain;
    }

    private boolean matches(int rule, boolean[] truths) {
      int end = table.patternsOf[rule + 1];
      for (int pattern = table.patternsOf[rule]; pattern < end; pattern++) {
        if (!holds(pattern, truths)) {
          return false;
        }
      }
      return true;
    }

    private boolean holds(int pattern, boolean[] truths) {
      int end = table.testsOf[pattern + 1];
      for (int test = table.testsOf[pattern]; test < end; test++) {
        if (truths[table.tests[test]]) {
          return true;
        }
      }
      return false;
    }

    /** Whether each pattern on suspected causes matches one. */
    private boolean suspects(int rule) {
      int end = table.suspicionsOf[rule + 1];
      for (int i = table.suspicionsOf[rule]; i < end; i++) {
        if (matched(table.suspicions[i]) == 0) {
          return false;
        }
      }
      return true;
    }

    private long matched(Suspicion suspicion) {
      long matched = 0;
      for (int i = 0; i < byLikelihood.length; i++) {
        matched |= byLikelihood[i] & suspicion.causes()[i];
      }
      if (suspicion.leastRank() > 1 || suspicion.mostRank() < table.causes.length) {
        long near = 0;
        for (int rank = suspicion.leastRank(); rank <= suspicion.mostRank(); rank++) {
          near |= rank <= ranked.length ? 1L << ranked[rank - 1] : 0;
        }
        matched &= near;
      }
      return matched;
    }

    private List<String> notExcluded() {
      List<String> open = new ArrayList<>();
      for (int i = 0; i < table.screen.length; i++) {
        int truth = table.truthsOf[table.screen[i]];
        if (!truths[truth + RuleTable.PRESENT] && !truths[truth + RuleTable.ABSENT]) {
          open.add(table.screenCodes[i]);
        }
      }
      return open;
    }

    private void escalate() {
      raisedCount = 0;
      for (Escalation escalation : table.escalations) {
        if (fired[escalation.rule()]) {
          raised[raisedCount++] = escalation;
        }
      }
      if (raisedCount > 0) {
        urgency = raised[0].urgency();
      }
    }

    /** Multiplies the ratios of each cause, of each group the strongest alone. */
    private void multiply() {
      int[] strongest = new int[table.groups];
      Arrays.fill(strongest, NONE);
      int[] said = new int[table.statementCause.length];
      int count = 0;
      for (int rule : table.firstPhase) {
        int end = table.statementsOf[rule + 1];
        int statement = table.statementsOf[rule];
        if (!fired[rule] || statement == end || (plain != truths && !matches(rule, plain))) {
          continue;
        }
        for (; statement < end; statement++) {
          said[count++] = statement;
          int group = table.statementGroup[statement];
          if (group != NONE && isStronger(statement, strongest[group])) {
            strongest[group] = statement;
          }
        }
      }
      Arrays.fill(ratio, 1);
      for (int i = 0; i < count; i++) {
        int statement = said[i];
        int group = table.statementGroup[statement];
        if (group == NONE || strongest[group] == statement) {
          int cause = table.statementCause[statement];
          ratio[cause] *= table.statementRatio[statement];
          if (table.statementRatio[statement] > 1) {
            supported |= 1L << cause;
          }
        }
      }
    }

    private boolean isStronger(int statement, int strongest) {
      return strongest == NONE
          || table.statementStrength[statement] > table.statementStrength[strongest];
    }

    private void rank() {
      for (int i = 0; i < raisedCount; i++) {
        for (int cause : raised[i].causes()) {
          mustExclude |= 1L << cause;
        }
      }
      int[] order = new int[Long.bitCount(supported | mustExclude)];
      double sum = 0;
      int count = 0;
      for (long rest = supported | mustExclude; rest != 0; rest &= rest - 1) {
        int cause = Long.numberOfTrailingZeros(rest);
        weight[cause] = table.odds[cause] * ratio[cause];
        sum += weight[cause];
        order[count++] = cause;
      }
      for (int i = 0; i < count; i++) {
        int cause = order[i];
        share[cause] = rounded(weight[cause] / sum);
        int place = i;
        // causes are numbered by code, so that one of equal share stays behind its forerunner
        while (place > 0 && share[order[place - 1]] < share[cause]) {
          order[place] = order[place - 1];
          place--;
        }
        order[place] = cause;
      }
      for (int cause : order) {
        long companions = ratio[cause] >= table.likelyRatio ? table.companions[cause] : 0;
        double rivals = 0;
        for (int other : order) {
          if ((companions & 1L << other) == 0) {
            rivals += weight[other];
          }
        }
        likelihood[cause] = likelihood(cause, rounded(weight[cause] / rivals));
        byLikelihood[RuleTable.number(likelihood[cause])] |= 1L << cause;
      }
      ranked = order;
    }

    private Likelihood likelihood(int cause, double shareAmongRivals) {
      if (shareAmongRivals >= table.likelyShare
          && share[cause] >= table.possibleShare
          && ratio[cause] >= table.likelyRatio) {
        return Likelihood.LIKELY;
      }
      return shareAmongRivals >= table.possibleShare ? Likelihood.POSSIBLE : Likelihood.UNLIKELY;
    }

    private boolean wantsReview() {
      for (int cause : ranked) {
        if (table.review[cause] && likelihood[cause] == Likelihood.LIKELY) {
          return true;
        }
      }
      return false;
    }

    private Answer settle(List<String> notExcluded) {
      int size = table.advice.length;
      int[] escalationOf = new int[size];
      Arrays.fill(escalationOf, Integer.MAX_VALUE);
      boolean[] proposed = new boolean[size];
      boolean[] withheld = new boolean[size];
      double[] served = new double[size];
      long[] serves = new long[size];
      for (int i = 0; i < raisedCount; i++) {
        int action = raised[i].action();
        proposed[action] = true;
        escalationOf[action] = Math.min(escalationOf[action], i);
        for (int cause : raised[i].causes()) {
          serve(action, cause, serves, served);
        }
      }
      hear(proposed, withheld, serves, served);
      for (int i = 0; i < size; i++) {
        if (proposed[i] && escalationOf[i] == Integer.MAX_VALUE) {
          withheld[i] = withheld[i] || isStopped(table.advice[i]);
          proposed[i] = !withheld[i];
        }
      }
      return new Answer(
          firedRules(),
          urgency,
          causes(),
          recommendations(proposed, escalationOf, served),
          codes(withheld),
          notExcluded);
    }

    /** What the rules give and stop. */
    private void hear(boolean[] proposed, boolean[] withheld, long[] serves, double[] served) {
      for (int rule = 0; rule < fired.length; rule++) {
        if (!fired[rule]) {
          continue;
        }
        for (int i = table.recommendsOf[rule]; i < table.recommendsOf[rule + 1]; i++) {
          proposed[table.recommends[i]] = true;
          serveAll(rule, table.recommends[i], serves, served);
        }
        for (int i = table.withholdsOf[rule]; i < table.withholdsOf[rule + 1]; i++) {
          withheld[table.withholds[i]] = true;
        }
      }
    }

    /** The causes that the rule matched, by rank, since the order of a sum may show. */
    private void serveAll(int rule, int advice, long[] serves, double[] served) {
      for (int i = table.suspicionsOf[rule]; i < table.suspicionsOf[rule + 1]; i++) {
        long matched = matched(table.suspicions[i]);
        for (int cause : ranked) {
          if ((matched & 1L << cause) != 0) {
            serve(advice, cause, serves, served);
          }
        }
      }
    }

    /** Every cause for which an advice is given adds its share once. */
    private void serve(int advice, int cause, long[] serves, double[] served) {
      if ((serves[advice] & 1L << cause) == 0) {
        serves[advice] |= 1L << cause;
        served[advice] += Math.rint(share[cause] * 10_000);
      }
    }

    private boolean isStopped(Advice advice) {
      for (Condition condition : advice.requires()) {
        if (!condition.holds(truths)) {
          return true;
        }
      }
      return !advice.given()[RuleTable.number(urgency)];
    }

    private List<String> recommendations(boolean[] proposed, int[] escalationOf, double[] served) {
      int[] order = new int[proposed.length];
      int count = 0;
      for (int advice = 0; advice < proposed.length; advice++) {
        if (!proposed[advice] || table.advice[advice].safetyNet()) {
          continue;
        }
        int place = count++;
        while (place > 0 && comesBefore(advice, order[place - 1], escalationOf, served)) {
          order[place] = order[place - 1];
          place--;
        }
        order[place] = advice;
      }
      String[] codes = new String[count];
      for (int i = 0; i < count; i++) {
        codes[i] = table.advice[order[i]].code();
      }
      return List.of(codes);
    }

    /** Advice is numbered by code, so that of equals the forerunner stays in front. */
    private boolean comesBefore(int one, int other, int[] escalationOf, double[] served) {
      if (escalationOf[one] != escalationOf[other]) {
        return escalationOf[one] < escalationOf[other];
      }
      if (served[one] != served[other]) {
        return served[one] > served[other];
      }
      return table.advice[one].priority() < table.advice[other].priority();
    }

    private List<String> firedRules() {
      List<String> ids = new ArrayList<>();
      for (int rule = 0; rule < fired.length; rule++) {
        if (fired[rule]) {
          ids.add(table.rules[rule]);
        }
      }
      return ids;
    }

    private List<Answer.Suspicion> causes() {
      Answer.Suspicion[] causes = new Answer.Suspicion[ranked.length];
      for (int i = 0; i < causes.length; i++) {
        int cause = ranked[i];
        causes[i] =
            new Answer.Suspicion(
                table.causes[cause],
                share[cause],
                likelihood[cause],
                (mustExclude & 1L << cause) != 0);
      }
      return List.of(causes);
    }

    private List<String> codes(boolean[] advice) {
      List<String> codes = new ArrayList<>();
      for (int i = 0; i < advice.length; i++) {
        if (advice[i]) {
          codes.add(table.advice[i].code());
        }
      }
      return codes;
    }

    /** Half-even to 4 decimals. */
    private static double rounded(double share) {
      return Math.rint(share * 10_000) / 10_000;
    }
  }
}
