package org.popliteus.engine.explain;

import java.util.Collection;
import java.util.List;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.InvalidPresentationException;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.knowledge.AdviceDefinition;
import org.popliteus.engine.knowledge.CauseDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.RuleDefinition;
import org.popliteus.engine.knowledge.Spelling;

/**
 * Why one person's assessment says what it says, and why it says nothing else. What is not asked
 * for costs nothing. Not for more than one thread.
 *
 * <pre>{@code
 * Explanation explanation = Explanation.of(advisor, presentation);
 * explanation.cause("DVT").calculation();
 * explanation.advice("ORAL_NSAID").text();
 * explanation.whatIf(new Present("CALF_SWELLING"));
 * }</pre>
 */
public final class Explanation {
  private final Person person;
  private final Rules rules;
  private final Causes causes;
  private final Advices advices;

  private Explanation(Person person) {
    this.person = person;
    Wording wording = new Wording(person.knowledge());
    Lines lines = new Lines(person, wording);
    Misses misses = new Misses(person, wording);
    this.rules = new Rules(person, lines, misses);
    this.causes = new Causes(person, rules);
    this.advices = new Advices(person, rules, lines, misses);
  }

  /**
   * Of one person.
   *
   * @throws InvalidPresentationException as {@link Advisor#assess} does
   */
  public static Explanation of(Advisor advisor, Presentation presentation) {
    return new Explanation(new Person(advisor, presentation));
  }

  /** What is explained. */
  public Assessment assessment() {
    return person.assessment();
  }

  /**
   * Why a cause ranks where it ranks, or why it is not listed.
   *
   * @throws IllegalArgumentException if the knowledge base has no such cause
   */
  public CauseExplanation cause(String code) {
    KnowledgeBase knowledge = person.knowledge();
    CauseDefinition definition = knowledge.cause(code);
    if (definition == null) {
      List<String> codes = knowledge.causes().stream().map(CauseDefinition::code).toList();
      throw unknown("cause", code, codes);
    }
    return causes.explain(definition);
  }

  /**
   * Why an advice is given, withheld, or not given at all.
   *
   * @throws IllegalArgumentException if the knowledge base has no such advice
   */
  public AdviceExplanation advice(String code) {
    KnowledgeBase knowledge = person.knowledge();
    AdviceDefinition definition = knowledge.advice(code);
    if (definition == null) {
      List<String> codes = knowledge.advice().stream().map(AdviceDefinition::code).toList();
      throw unknown("advice", code, codes);
    }
    return advices.explain(definition);
  }

  /**
   * Why a rule fired, or why not; also the two rules that {@code kb.yaml} sets.
   *
   * @throws IllegalArgumentException if the knowledge base has no such rule
   */
  public RuleExplanation rule(String id) {
    RuleDefinition definition = rules.definition(id);
    if (definition == null) {
      List<String> ids = person.knowledge().rules().stream().map(RuleDefinition::id).toList();
      throw unknown("rule", id, ids);
    }
    return rules.explain(definition);
  }

  /** Why the person should be seen: the escalations that fired, most urgent first. */
  public List<RuleExplanation> escalations() {
    return person.assessment().escalations().stream()
        .map(escalation -> rule(escalation.provenance().rule()))
        .distinct()
        .toList();
  }

  /** Why it is not more urgent: the escalations that did not fire, nearest first. */
  public List<RuleExplanation> missedEscalations() {
    return rules.nearest(rules.those(RuleDefinition::escalates));
  }

  /**
   * What would be said instead had these answers been given, or been given otherwise; the urgency
   * first. Empty where nothing would.
   *
   * @throws InvalidPresentationException as {@link Advisor#assess} does
   */
  public List<Change> whatIf(Finding... answers) {
    return Comparison.of(person.assessment(), person.with(List.of(answers)), person.knowledge());
  }

  private static IllegalArgumentException unknown(
      String kind, String code, Collection<String> known) {
    return new IllegalArgumentException(
        "there is no "
            + kind
            + " "
            + code
            + "\n  "
            + Spelling.maybe(code, known, "Maybe look it up in the knowledge base."));
  }

  /** Says nothing of the person. */
  @Override
  public String toString() {
    return "Explanation by " + person.assessment().knowledgeBase().id();
  }
}
