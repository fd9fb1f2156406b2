package org.popliteus.engine.interview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.popliteus.engine.fact.Absent;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Present;
import org.popliteus.engine.interview.Case.Statement;
import org.popliteus.engine.interview.Rulebook.Rule;
import org.popliteus.engine.knowledge.KnowledgeBase;

/**
 * How one person stands after the answers so far: what an assessment says of urgency, share and
 * likelihood, and nothing else, so that one more answer costs no more than the rules that it
 * touches. A test holds it to the assessments.
 */
final class Standing {
  private final Rulebook book;
  private final List<List<Integer>> said;
  private final boolean[] yes;
  private final boolean[] contradicted;
  private final int[] support;
  private final int[] clean;
  private final BitSet fired;
  private final BitSet firedClean;
  private final int[] raised;
  private final int[] excluded;
  private final double[] ratio;
  private final boolean[] supported;
  private boolean screened;

  /** After these answers, none of which is unknown. */
  Standing(Rulebook book, Iterable<Finding> findings) {
    this.book = book;
    this.said = new ArrayList<>(Collections.nCopies(book.vocabulary().size(), List.of()));
    this.yes = new boolean[said.size()];
    this.contradicted = new boolean[said.size()];
    this.support = new int[book.lines().size()];
    this.clean = new int[support.length];
    this.fired = new BitSet(book.rules().size());
    this.firedClean = new BitSet(book.rules().size());
    this.raised = new int[4];
    this.excluded = new int[book.cases().size()];
    this.ratio = new double[excluded.length];
    this.supported = new boolean[excluded.length];
    Arrays.fill(ratio, 1);
    BitSet touched = new BitSet(support.length);
    for (Finding finding : findings) {
      int topic = book.vocabulary().number(finding.code());
      say(topic, finding, book.lines().satisfied(topic, finding), touched);
    }
    settle(touched);
  }

  private Standing(Standing before) {
    this.book = before.book;
    this.said = new ArrayList<>(before.said);
    this.yes = before.yes.clone();
    this.contradicted = before.contradicted.clone();
    this.support = before.support.clone();
    this.clean = before.clean.clone();
    this.fired = (BitSet) before.fired.clone();
    this.firedClean = (BitSet) before.firedClean.clone();
    this.raised = before.raised.clone();
    this.excluded = before.excluded.clone();
    this.ratio = before.ratio.clone();
    this.supported = before.supported.clone();
    this.screened = before.screened;
  }

  /** After one more answer, to a question that has none. */
  Standing with(Option option) {
    Standing after = new Standing(this);
    BitSet touched = new BitSet(support.length);
    after.say(option.topic(), option.finding(), option.lines(), touched);
    after.settle(touched);
    return after;
  }

  private void say(int topic, Finding finding, List<Integer> lines, BitSet touched) {
    said.set(topic, lines);
    boolean answered = finding instanceof Present || finding instanceof Absent;
    screened |= answered && book.vocabulary().topic(topic).screen();
    for (int line : lines) {
      support[line]++;
      clean[line]++;
      touched.set(line);
    }
    if (finding instanceof Present) {
      yes[topic] = true;
      for (int other : book.vocabulary().contradicting(topic)) {
        if (yes[other]) {
          contradict(topic, touched);
          contradict(other, touched);
        }
      }
    }
  }

  private void contradict(int topic, BitSet touched) {
    if (!contradicted[topic]) {
      contradicted[topic] = true;
      for (int line : said.get(topic)) {
        clean[line]--;
        touched.set(line);
      }
    }
  }

  /** Lets the rules that ask these lines speak. */
  private void settle(BitSet touched) {
    BitSet changed = new BitSet(ratio.length);
    for (int line = touched.nextSetBit(0); line >= 0; line = touched.nextSetBit(line + 1)) {
      for (Rule rule : book.asking(line)) {
        settle(rule, changed);
      }
    }
    for (int one = changed.nextSetBit(0); one >= 0; one = changed.nextSetBit(one + 1)) {
      weigh(book.cases().get(one));
    }
  }

  private void settle(Rule rule, BitSet changed) {
    boolean holds = true;
    boolean holdsClean = true;
    for (int line : rule.lines()) {
      holds &= support[line] > 0;
      holdsClean &= clean[line] > 0;
    }
    boolean first = holds && !fired.get(rule.number());
    if (first) {
      fired.set(rule.number());
      raised[rule.rank()]++;
      rule.excluded().forEach(one -> excluded[one.number()]++);
    }
    if (first || holdsClean != firedClean.get(rule.number())) {
      firedClean.set(rule.number(), holdsClean);
      rule.spokenOf().forEach(one -> changed.set(one.number()));
    }
  }

  /** As the ranking does: of each group the strongest for and against, in the order of rules. */
  private void weigh(Case one) {
    int[] strongest = new int[2 * one.groups()];
    Arrays.fill(strongest, -1);
    List<Statement> statements = one.statements();
    for (int i = 0; i < statements.size(); i++) {
      Statement statement = statements.get(i);
      if (statement.group() >= 0 && firedClean.get(statement.rule())) {
        int best = strongest[place(statement)];
        if (best < 0 || statement.strength() > statements.get(best).strength()) {
          strongest[place(statement)] = i;
        }
      }
    }
    double product = 1;
    boolean any = false;
    for (int i = 0; i < statements.size(); i++) {
      Statement statement = statements.get(i);
      if (firedClean.get(statement.rule())
          && (statement.group() < 0 || strongest[place(statement)] == i)) {
        product *= statement.ratio();
        any |= statement.supports();
      }
    }
    ratio[one.number()] = product;
    supported[one.number()] = any;
  }

  private static int place(Statement statement) {
    return 2 * statement.group() + (statement.supports() ? 1 : 0);
  }

  boolean holds(int line) {
    return support[line] > 0;
  }

  boolean holdsClean(int line) {
    return clean[line] > 0;
  }

  boolean isContradicted(int topic) {
    return contradicted[topic];
  }

  /** The lines that the answer to a question satisfies; none where it has no answer. */
  List<Integer> said(int topic) {
    return said.get(topic);
  }

  boolean hasFired(Rule rule) {
    return fired.get(rule.number());
  }

  /** Prior odds times ratios. */
  double weight(Case one) {
    return one.definition().odds() * ratio[one.number()];
  }

  /** Whether it is ranked: a rule supports it, or an escalation must exclude it. */
  boolean isListed(Case one) {
    return supported[one.number()] || excluded[one.number()] > 0;
  }

  /** The weights of all causes, whether they are ranked or not. */
  double weightOfAll() {
    double sum = 0;
    for (Case one : book.cases()) {
      sum += weight(one);
    }
    return sum;
  }

  /** By cause, of the weights of all, whether they are ranked or not. */
  double[] parts() {
    double all = weightOfAll();
    double[] parts = new double[ratio.length];
    for (Case one : book.cases()) {
      parts[one.number()] = weight(one) / all;
    }
    return parts;
  }

  /** By cause; 0 for those that are not ranked. */
  double[] shares() {
    double[] shares = new double[ratio.length];
    double sum = 0;
    for (Case one : book.cases()) {
      sum += isListed(one) ? weight(one) : 0;
    }
    for (Case one : book.cases()) {
      shares[one.number()] = isListed(one) ? rounded(weight(one) / sum) : 0;
    }
    return shares;
  }

  boolean isLikely(Case one, double[] shares) {
    KnowledgeBase.Settings settings = book.knowledge().settings();
    if (!isListed(one)
        || ratio[one.number()] < settings.likelyRatio()
        || shares[one.number()] < settings.possibleShare()) {
      return false;
    }
    double rivals = 0;
    for (Case other : book.cases()) {
      if (isListed(other)
          && !(one.accompanies(other) && ratio[one.number()] >= settings.likelyRatio())) {
        rivals += weight(other);
      }
    }
    return rounded(weight(one) / rivals) >= settings.likelyShare();
  }

  /** 0 self-care, 1 soon, 2 same-day, 3 emergency. */
  int urgency(double[] shares) {
    int urgency = raisedByRules();
    if (urgency == 0) {
      for (Case one : book.cases()) {
        if (one.definition().reviewWhenLikely() && isLikely(one, shares)) {
          return book.reviewRank();
        }
      }
    }
    return urgency;
  }

  private int raisedByRules() {
    int urgency = book.hasScreen() && !screened ? book.nothingAnsweredRank() : 0;
    for (int rank = 1; rank < raised.length; rank++) {
      urgency = raised[rank] > 0 ? Math.max(rank, urgency) : urgency;
    }
    return urgency;
  }

  private static double rounded(double share) {
    return Math.rint(share * 10_000) / 10_000;
  }
}
