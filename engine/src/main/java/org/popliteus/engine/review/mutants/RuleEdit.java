package org.popliteus.engine.review.mutants;

import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.RuleDefinition;
import org.popliteus.engine.knowledge.Scenario;

/** A rule changed; only who fires it before or after can notice. */
record RuleEdit(RuleDefinition changed) implements Mutant.Edit {
  @Override
  public KnowledgeBase apply(KnowledgeBase knowledge) {
    return knowledge.with(changed);
  }

  @Override
  public boolean touches(Person person) {
    return person.fired(changed.id()) || person.satisfies(changed.when());
  }

  @Override
  public boolean breaks(Person person) {
    Scenario.Kind broken =
        person.satisfies(changed.when()) ? Scenario.Kind.SILENT : Scenario.Kind.FIRES;
    return person.scenario().expected(broken).contains(changed.id());
  }
}
