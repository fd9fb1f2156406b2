package org.popliteus.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.KnowledgeBaseException;
import org.popliteus.engine.knowledge.Pattern;
import org.popliteus.engine.knowledge.RuleDefinition;

/**
 * The rules of a knowledge base, ready to be asked.
 *
 * @param packageName the package of the rule files
 * @param questions what the rules ask
 * @param rules by id
 */
record RuleSet(String packageName, Questions questions, List<ReadyRule> rules) {

  /**
   * All rules of a knowledge base.
   *
   * @throws KnowledgeBaseException if it has none
   */
  static RuleSet of(KnowledgeBase knowledge) {
    if (knowledge.rules().isEmpty()) {
      throw new KnowledgeBaseException(
          "the knowledge base "
              + knowledge.id()
              + " has no rules\n  Maybe its jar was repackaged, or its rule files were not copied.");
    }
    return of(knowledge.settings().packageName(), new Questions(knowledge), knowledge.rules());
  }

  static RuleSet of(
      String packageName, Questions questions, Collection<RuleDefinition> definitions) {
    List<ReadyRule> rules = new ArrayList<>(definitions.size());
    for (RuleDefinition definition : definitions) {
      List<Condition> conditions = new ArrayList<>(definition.when().size());
      boolean secondPhase = false;
      for (Pattern pattern : definition.when()) {
        secondPhase |= !pattern.fact().isFinding();
        conditions.add(questions.condition(pattern));
      }
      int kinds = 0;
      for (Conclusion conclusion : definition.then()) {
        kinds |= ReadyRule.kinds(conclusion.kind());
      }
      rules.add(
          new ReadyRule(
              rules.size(),
              definition,
              Provenance.of(definition),
              List.copyOf(conditions),
              kinds,
              secondPhase));
    }
    return new RuleSet(packageName, questions, List.copyOf(rules));
  }

  /**
   * The rules that can fire for one person: those that ask about nothing that is not answered.
   * Which of them do is for the rules to say.
   */
  RuleSet within(Answers answers) {
    List<ReadyRule> asked = new ArrayList<>();
    for (ReadyRule rule : rules) {
      if (asksOnly(rule, answers)) {
        asked.add(rule);
      }
    }
    return new RuleSet(packageName, questions, List.copyOf(asked));
  }

  private static boolean asksOnly(ReadyRule rule, Answers answers) {
    for (Condition condition : rule.conditions()) {
      if (condition.fact().isFinding() && !condition.isAnswered(answers)) {
        return false;
      }
    }
    return true;
  }

  /** Every rule that says this kind of thing of a subject. */
  List<ReadyRule> saying(Conclusion.Kind kind, String subject) {
    List<ReadyRule> saying = new ArrayList<>();
    int kinds = ReadyRule.kinds(kind);
    for (ReadyRule rule : rules) {
      if (rule.concludes(kinds) && names(rule, subject)) {
        saying.add(rule);
      }
    }
    return List.copyOf(saying);
  }

  private static boolean names(ReadyRule rule, String subject) {
    for (Conclusion conclusion : rule.definition().then()) {
      if (conclusion.subject().equals(subject)) {
        return true;
      }
    }
    return false;
  }
}
