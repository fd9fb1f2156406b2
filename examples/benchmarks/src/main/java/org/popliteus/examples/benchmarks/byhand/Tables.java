package org.popliteus.examples.benchmarks.byhand;

import org.popliteus.engine.knowledge.AdviceDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;

/** A knowledge base as flat arrays, made once. */
final class Tables {
  final Truths truths;
  final CauseTable causes;
  final RuleTable rules;
  final Statements statements;

  /** By code. */
  final Advice[] advice;

  Tables(KnowledgeBase knowledge) {
    truths = new Truths(knowledge);
    causes = new CauseTable(knowledge);
    rules = new RuleTable(knowledge, truths, causes.numbers);
    Numbers adviceNumbers = Numbers.sorted(knowledge.advice(), AdviceDefinition::code);
    statements = new Statements(knowledge, rules, causes.numbers, adviceNumbers);
    advice = new Advice[adviceNumbers.size()];
    for (AdviceDefinition definition : knowledge.advice()) {
      advice[adviceNumbers.of(definition.code())] = Advice.of(definition, truths);
    }
  }
}
