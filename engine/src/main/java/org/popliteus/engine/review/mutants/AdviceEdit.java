package org.popliteus.engine.review.mutants;

import java.util.List;
import org.popliteus.engine.knowledge.AdviceDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Requirement;
import org.popliteus.engine.knowledge.Truth;

/** The requirements of an advice changed; only who meets them before or after can notice. */
record AdviceEdit(AdviceDefinition original, AdviceDefinition changed) implements Mutant.Edit {
  @Override
  public KnowledgeBase apply(KnowledgeBase knowledge) {
    return knowledge.with(changed);
  }

  @Override
  public boolean touches(Person person) {
    return met(original.requires(), person) != met(changed.requires(), person);
  }

  @Override
  public boolean breaks(Person person) {
    return false;
  }

  private static boolean met(List<Requirement> requires, Person person) {
    return requires.stream().allMatch(one -> one.truth(person::answer) == Truth.YES);
  }
}
