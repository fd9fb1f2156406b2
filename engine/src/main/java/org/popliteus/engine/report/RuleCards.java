package org.popliteus.engine.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.knowledge.AdviceDefinition;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Numbers;
import org.popliteus.engine.knowledge.RuleDefinition;
import org.popliteus.engine.report.RuleCard.Action;
import org.popliteus.engine.report.RuleCard.Effect;
import org.popliteus.engine.report.RuleCard.Subject;
import org.popliteus.engine.review.Coverage;

/** Makes a card of each rule. */
final class RuleCards {
  private final KnowledgeBase knowledge;
  private final Words words;
  private final Remarks remarks;
  private final Map<String, RuleCard> cards = new LinkedHashMap<>();

  RuleCards(KnowledgeBase knowledge, Words words, Remarks remarks, Coverage coverage) {
    this.knowledge = knowledge;
    this.words = words;
    this.remarks = remarks;
    coverage.rules().values().forEach(cases -> cards.put(cases.rule().id(), card(cases)));
  }

  /** The card of a rule of the rule files. */
  RuleCard of(RuleDefinition rule) {
    RuleCard card = cards.get(rule.id());
    if (card == null) {
      throw new IllegalStateException("no rule file has the rule " + rule.id());
    }
    return card;
  }

  private RuleCard card(Coverage.Cases cases) {
    RuleDefinition rule = cases.rule();
    return card(
        rule,
        Term.of(rule),
        Term.anchor("v", rule.id()),
        cases.fires().size(),
        cases.silent().size());
  }

  /**
   * The card of a rule that the engine itself applies.
   *
   * @param statement when it does
   */
  RuleCard ofEngine(RuleDefinition rule, String statement) {
    return card(rule, new Term(rule.id(), statement, Term.anchor("r", rule.id())), null, 0, 0);
  }

  private RuleCard card(
      RuleDefinition rule, Term statement, @Nullable String coverage, int fires, int silent) {
    List<Weight> weights = new ArrayList<>();
    List<Action> escalations = new ArrayList<>();
    Map<Conclusion.Kind, List<Subject>> others = new EnumMap<>(Conclusion.Kind.class);
    List<Effect> effects = new ArrayList<>();
    for (Conclusion conclusion : rule.then()) {
      switch (conclusion.kind()) {
        case SUPPORTS, OPPOSES ->
            weights.add(
                Weight.of(Term.cause(knowledge, conclusion.subject()), conclusion.number()));
        case EMERGENCY, SAME_DAY, SOON -> escalations.add(action(conclusion));
        case NOTE -> effects.add(new Effect("Notes", List.of(), conclusion.subject()));
        case RECOMMEND, WITHHOLD, CONTRIBUTES, SCORE ->
            others
                .computeIfAbsent(conclusion.kind(), kind -> new ArrayList<>())
                .add(subject(conclusion));
      }
    }
    others.forEach((kind, subjects) -> effects.add(new Effect(word(kind), subjects, "")));
    return new RuleCard(
        statement,
        rule.because(),
        rule.when().stream().map(words::condition).toList(),
        weights,
        escalations,
        effects,
        rule.mustExclude().stream().map(code -> Term.cause(knowledge, code)).toList(),
        rule.sources().stream().map(id -> Term.source(knowledge, id)).toList(),
        rule.grade(),
        rule.group(),
        rule.status(),
        rule.reviewed(),
        rule.at().file() + ":" + rule.at().line(),
        remarks.above(rule.at()),
        coverage,
        fires,
        silent);
  }

  private Action action(Conclusion conclusion) {
    AdviceDefinition advice = knowledge.advice(conclusion.subject());
    return new Action(
        conclusion.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        Term.advice(knowledge, conclusion.subject()),
        Words.within(advice == null ? null : advice.within()));
  }

  private Subject subject(Conclusion conclusion) {
    String code = conclusion.subject();
    return switch (conclusion.kind()) {
      case CONTRIBUTES -> new Subject(Term.factor(knowledge, code), "");
      case SCORE -> new Subject(Term.score(knowledge, code), Numbers.plain(conclusion.number()));
      default -> new Subject(Term.advice(knowledge, code), "");
    };
  }

  private static String word(Conclusion.Kind kind) {
    return switch (kind) {
      case RECOMMEND -> "Recommends";
      case WITHHOLD -> "Withholds";
      case CONTRIBUTES -> "Names as contributing";
      case SCORE -> "Counts for";
      default -> kind.word();
    };
  }
}
