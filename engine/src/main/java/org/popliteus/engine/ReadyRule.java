package org.popliteus.engine;

import java.util.List;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.RuleDefinition;

/**
 * One rule of a knowledge base, ready to be asked.
 *
 * @param index its place among all rules by id, from 0
 * @param definition what its file says
 * @param provenance where its conclusions come from
 * @param conditions all must hold
 * @param kinds what it concludes, as {@link #kinds} gives it
 * @param secondPhase whether it waits for what the first phase concludes
 */
record ReadyRule(
    int index,
    RuleDefinition definition,
    Provenance provenance,
    List<Condition> conditions,
    int kinds,
    boolean secondPhase) {

  /** Kinds of conclusions as a set of bits. */
  @SuppressWarnings("EnumOrdinal") // the bits are never stored
  static int kinds(Conclusion.Kind... kinds) {
    int bits = 0;
    for (Conclusion.Kind kind : kinds) {
      bits |= 1 << kind.ordinal();
    }
    return bits;
  }

  /** Whether it concludes anything of these kinds. */
  boolean concludes(int kinds) {
    return (this.kinds & kinds) != 0;
  }

  /** Whether every condition on answers holds; those on suspicions are not asked. */
  boolean holds(Answers answers) {
    for (int i = 0; i < conditions.size(); i++) {
      Condition condition = conditions.get(i);
      if (condition.fact().isFinding() && !condition.holds(answers)) {
        return false;
      }
    }
    return true;
  }

  /** Whether every condition on suspicions holds; those on answers are not asked. */
  boolean holds(Suspicions suspicions) {
    for (Condition condition : conditions) {
      if (!condition.fact().isFinding() && !condition.holds(suspicions)) {
        return false;
      }
    }
    return true;
  }
}
