package org.popliteus.engine.review.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.RuleDefinition;
import org.popliteus.engine.knowledge.Scenario;
import org.popliteus.engine.review.GeneratedPresentations;
import org.popliteus.engine.review.TypicalPresentations;

/** Two versions of a knowledge base: what was edited, and what that does to people. */
public final class KnowledgeDiff {
  private static final List<Scenario.Kind> NAMING_RULES =
      List.of(Scenario.Kind.FIRES, Scenario.Kind.SILENT, Scenario.Kind.ESCALATIONS);

  private final Advisor before;
  private final Advisor after;
  private final List<Change> changes;
  private final Makers makers;

  /** The older version and the newer one. */
  public KnowledgeDiff(Advisor before, Advisor after) {
    this.before = before;
    this.after = after;
    this.changes = KnowledgeChanges.between(before.knowledge(), after.knowledge());
    this.makers = new Makers(before.knowledge(), after.knowledge(), changes);
  }

  /** Every entry that is not the same; rules first. */
  public List<Change> changes() {
    return changes;
  }

  /**
   * The scenarios of the newer version whose verdict the edit can have changed: every one if a
   * definition was edited; otherwise those that name an edited rule, and those of whose people all
   * holds that an edited rule asks of findings.
   */
  public List<Scenario> touched(Collection<Scenario> scenarios) {
    if (changes.stream().anyMatch(change -> change.at().file().endsWith(".yaml"))) {
      return List.copyOf(scenarios);
    }
    Set<String> named = new HashSet<>();
    changes.forEach(change -> named.add(change.name()));
    List<RuleDefinition> edited = makers.editedRules();
    return scenarios.stream()
        .filter(
            scenario ->
                NAMING_RULES.stream()
                        .anyMatch(kind -> !Collections.disjoint(scenario.expected(kind), named))
                    || involves(edited, after.presentation(scenario.given())))
        .toList();
  }

  private static boolean involves(List<RuleDefinition> rules, Presentation presentation) {
    return rules.stream()
        .anyMatch(
            rule ->
                rule.when().stream()
                    .filter(pattern -> pattern.fact().isFinding())
                    .allMatch(p -> presentation.findings().stream().anyMatch(p::accepts)));
  }

  /**
   * The people of the scenarios of both versions. Who stands in both with the same answers comes
   * once, under the name of the newer one.
   */
  public List<Person> people(Collection<Scenario> older, Collection<Scenario> newer) {
    List<Person> people = new ArrayList<>();
    Set<Presentation> known = new HashSet<>();
    for (Scenario scenario : newer) {
      Presentation presentation = after.presentation(scenario.given());
      known.add(presentation);
      people.add(new Person(scenario.name(), scenario.at(), presentation));
    }
    for (Scenario scenario : older) {
      Presentation presentation = before.presentation(scenario.given());
      if (!known.contains(presentation)) {
        people.add(new Person(scenario.name(), scenario.at(), presentation));
      }
    }
    return List.copyOf(people);
  }

  /**
   * People drawn from both vocabularies: half of them from anywhere in it, a quarter with a part of
   * the picture of one cause, and a quarter such that what an edited rule asks for holds of them.
   *
   * @param number how many
   * @param seed the same seed gives the same people
   */
  public List<Person> draw(int number, long seed) {
    Map<String, FindingDefinition> vocabulary = new LinkedHashMap<>();
    after.knowledge().findings().forEach(f -> vocabulary.put(f.code(), f));
    before.knowledge().findings().forEach(f -> vocabulary.putIfAbsent(f.code(), f));
    Collection<RuleDefinition> rules = new ArrayList<>(after.knowledge().rules());
    rules.addAll(before.knowledge().rules());
    GeneratedPresentations anyone = new GeneratedPresentations(vocabulary.values(), seed);
    TypicalPresentations typical = new TypicalPresentations(vocabulary.values(), rules, seed);
    List<Person> people = new ArrayList<>();
    List<RuleDefinition> edited = makers.editedRules();
    for (int i = 0; i < number; i++) {
      people.add(
          Person.drawn(
              i % 2 == 0
                  ? anyone.next()
                  : i % 4 == 1 || edited.isEmpty()
                      ? typical.next()
                      : typical.next(edited.get(i / 4 % edited.size()))));
    }
    return List.copyOf(people);
  }

  /** Asks both versions about everybody, on every processor. */
  public Outcome outcome(List<Person> people) {
    return new Outcome(
        people.size(), people.parallelStream().map(this::effect).filter(Effect::any).toList());
  }

  /**
   * One person for each different thing that happens, gravest first, then what happens to most.
   *
   * @param effects who may stand as an example
   * @param kind what differs
   * @param most how many examples at most
   */
  public List<Example> examples(List<Effect> effects, Effect.Kind kind, int most) {
    return Examples.of(effects, kind, most, this::effect, makers);
  }

  private Effect effect(Person person) {
    List<String> leftOutBefore = new ArrayList<>();
    List<String> leftOutAfter = new ArrayList<>();
    Answer old =
        Answer.of(before.assess(known(person.presentation(), before.knowledge(), leftOutBefore)));
    Answer now =
        Answer.of(after.assess(known(person.presentation(), after.knowledge(), leftOutAfter)));
    return new Effect(person, old, now, List.copyOf(leftOutBefore), List.copyOf(leftOutAfter));
  }

  /** Without the answers that this vocabulary does not take. */
  private static Presentation known(
      Presentation presentation, KnowledgeBase knowledge, List<String> leftOut) {
    Presentation.Builder known = Presentation.builder();
    for (Finding finding : presentation.findings()) {
      FindingDefinition definition = knowledge.finding(finding.code());
      if (definition != null && definition.accepts(finding)) {
        known.add(finding);
      } else {
        leftOut.add(finding.code());
      }
    }
    return leftOut.isEmpty() ? presentation : known.build();
  }
}
