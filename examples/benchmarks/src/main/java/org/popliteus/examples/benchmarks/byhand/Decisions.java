package org.popliteus.examples.benchmarks.byhand;

import java.util.function.Function;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.examples.benchmarks.Answer;
import org.popliteus.examples.benchmarks.Contestant;

/**
 * The decisions of an advisor without its explanations: something finds the rules that hold, and
 * all else is done by hand. It checks no input. Immutable; it can be shared between threads.
 */
public final class Decisions implements Contestant {
  private final Tables tables;
  private final RuleMatcher matcher;

  /** Decisions by rules that something else finds. */
  public Decisions(KnowledgeBase knowledge, Function<RuleTable, RuleMatcher> matcher) {
    this.tables = new Tables(knowledge);
    this.matcher = matcher.apply(tables.rules);
  }

  /** The practical limit: the rules too are found by a loop. */
  public static Decisions byHand(KnowledgeBase knowledge) {
    return new Decisions(knowledge, Loop::new);
  }

  /**
   * The decisions for a presentation that the advisor of the same knowledge base accepts; for any
   * other the result is undefined.
   */
  @Override
  public Answer assess(Presentation presentation) {
    Person person = new Person(tables, presentation);
    matcher.firstPhase(person);
    person.triage();
    matcher.secondPhase(person);
    return person.answer();
  }

  @Override
  public Answer answer(Presentation presentation) {
    return assess(presentation);
  }
}
