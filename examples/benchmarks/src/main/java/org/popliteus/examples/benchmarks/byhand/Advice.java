package org.popliteus.examples.benchmarks.byhand;

import org.popliteus.engine.Urgency;
import org.popliteus.engine.knowledge.AdviceDefinition;
import org.popliteus.engine.knowledge.AdviceDefinition.Category;

/**
 * What may be advised.
 *
 * @param given by urgency
 * @param requires all must hold
 */
@SuppressWarnings("ArrayRecordComponent") // nothing here is compared
record Advice(String code, int priority, boolean safetyNet, boolean[] given, Condition[] requires) {

  static Advice of(AdviceDefinition definition, Truths truths) {
    Category category = definition.category();
    boolean always = category == Category.WHILE_WAITING || category == Category.SAFETY_NET;
    boolean[] given = new boolean[Ordinals.URGENCIES];
    given[Ordinals.of(Urgency.EMERGENCY)] = always;
    given[Ordinals.of(Urgency.SAME_DAY)] = always || category == Category.UNTIL_SEEN;
    given[Ordinals.of(Urgency.SOON)] = true;
    given[Ordinals.of(Urgency.SELF_CARE)] = true;
    return new Advice(
        definition.code(),
        definition.priority(),
        category == Category.SAFETY_NET,
        given,
        Condition.of(definition.requires(), truths));
  }
}
