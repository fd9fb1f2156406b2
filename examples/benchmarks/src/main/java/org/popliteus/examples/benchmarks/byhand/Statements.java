package org.popliteus.examples.benchmarks.byhand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.RuleDefinition;

/** What each rule says, as flat arrays. */
final class Statements {
  /** From rule to what it says for and against causes. */
  final int[] evidenceOf;

  final int[] cause;
  final double[] ratio;

  /** The distance of the ratio from 1, on a scale of logarithms. */
  final double[] strength;

  /** A number for each group of each cause and direction; -1 where the statement stands alone. */
  final int[] group;

  final int groups;

  /** All escalations that any rule can raise, most urgent first. */
  final Escalation[] escalations;

  /** From rule to the advice it gives, and to the advice it stops. */
  final int[] recommendsOf;

  final int[] recommends;
  final int[] withholdsOf;
  final int[] withholds;

  Statements(KnowledgeBase knowledge, RuleTable rules, Numbers causes, Numbers advice) {
    int size = rules.ids.length;
    Rows evidence = new Rows(size);
    Rows recommended = new Rows(size);
    Rows withheld = new Rows(size);
    List<Conclusion> said = new ArrayList<>();
    List<Integer> groupOf = new ArrayList<>();
    Map<List<Object>, Integer> groupNumbers = new HashMap<>();
    List<Escalation> raised = new ArrayList<>();
    for (int number = 0; number < size; number++) {
      RuleDefinition rule = rules.definitions.get(number);
      for (Conclusion conclusion : once(rule.then())) {
        String subject = conclusion.subject();
        switch (conclusion.kind()) {
          case SUPPORTS, OPPOSES -> {
            evidence.add(number, said.size());
            said.add(conclusion);
            groupOf.add(group(rule, conclusion, groupNumbers));
          }
          case EMERGENCY, SAME_DAY, SOON ->
              raised.add(Escalation.of(knowledge, rule, conclusion, number, advice, causes));
          case RECOMMEND -> recommended.add(number, advice.of(subject));
          case WITHHOLD -> withheld.add(number, advice.of(subject));
          case CONTRIBUTES, SCORE, NOTE -> {}
        }
      }
    }
    evidenceOf = evidence.starts();
    cause = said.stream().mapToInt(one -> causes.of(one.subject())).toArray();
    ratio = said.stream().mapToDouble(Conclusion::number).toArray();
    strength = said.stream().mapToDouble(one -> Math.abs(Math.log(one.number()))).toArray();
    group = groupOf.stream().mapToInt(Integer::intValue).toArray();
    groups = groupNumbers.size();
    raised.sort(Escalation.MOST_URGENT_FIRST);
    escalations = raised.toArray(Escalation[]::new);
    recommendsOf = recommended.starts();
    recommends = recommended.values();
    withholdsOf = withheld.starts();
    withholds = withheld.values();
  }

  /** A conclusion that a rule draws twice counts once. */
  private static List<Conclusion> once(List<Conclusion> then) {
    Set<List<Object>> seen = new HashSet<>();
    List<Conclusion> once = new ArrayList<>();
    for (Conclusion conclusion : then) {
      if (seen.add(List.of(conclusion.kind(), conclusion.subject(), conclusion.number()))) {
        once.add(conclusion);
      }
    }
    return once;
  }

  private static int group(
      RuleDefinition rule, Conclusion conclusion, Map<List<Object>, Integer> numbers) {
    if (rule.group() == null) {
      return -1;
    }
    List<Object> key = List.of(conclusion.subject(), rule.group(), conclusion.number() > 1);
    return numbers.computeIfAbsent(key, k -> numbers.size());
  }
}
