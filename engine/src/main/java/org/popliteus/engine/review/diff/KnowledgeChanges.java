package org.popliteus.engine.review.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.popliteus.engine.knowledge.AdviceDefinition;
import org.popliteus.engine.knowledge.CauseDefinition;
import org.popliteus.engine.knowledge.FactorDefinition;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.KnowledgeFiles;
import org.popliteus.engine.knowledge.Location;
import org.popliteus.engine.knowledge.RuleDefinition;
import org.popliteus.engine.knowledge.ScoreDefinition;
import org.popliteus.engine.knowledge.SourceDefinition;
import org.popliteus.engine.review.diff.Change.Kind;
import org.popliteus.engine.review.diff.Change.Part;

/** Two versions of a knowledge base, entry by entry. */
final class KnowledgeChanges {
  private final KnowledgeBase before;
  private final KnowledgeBase after;
  private final List<Change> changes = new ArrayList<>();

  private KnowledgeChanges(KnowledgeBase before, KnowledgeBase after) {
    this.before = before;
    this.after = after;
  }

  /** Rules first, then what they speak of, then sources and settings; by file within each. */
  static List<Change> between(KnowledgeBase before, KnowledgeBase after) {
    KnowledgeChanges found = new KnowledgeChanges(before, after);
    found.compare();
    return List.copyOf(found.changes);
  }

  private void compare() {
    compare(
        Part.RULE,
        KnowledgeChanges::rules,
        RuleDefinition::id,
        RuleDefinition::at,
        RuleChanges::said,
        RuleChanges::between);
    byTexts(
        Part.FINDING,
        KnowledgeBase::findings,
        FindingDefinition::code,
        FindingDefinition::at,
        EntryTexts::of);
    byTexts(
        Part.CAUSE,
        KnowledgeBase::causes,
        CauseDefinition::code,
        CauseDefinition::at,
        EntryTexts::of);
    compare(
        Part.ADVICE,
        KnowledgeBase::advice,
        AdviceDefinition::code,
        AdviceDefinition::at,
        advice -> List.of(advice.text()),
        KnowledgeChanges::advice);
    byTexts(
        Part.FACTOR,
        KnowledgeBase::factors,
        FactorDefinition::code,
        FactorDefinition::at,
        EntryTexts::of);
    byTexts(
        Part.SCORE,
        KnowledgeBase::scores,
        ScoreDefinition::code,
        ScoreDefinition::at,
        EntryTexts::of);
    byTexts(
        Part.SOURCE,
        KnowledgeBase::sources,
        SourceDefinition::id,
        SourceDefinition::at,
        EntryTexts::of);
    settings();
  }

  /** With the two that stand in {@code kb.yaml}. */
  static Collection<RuleDefinition> rules(KnowledgeBase knowledge) {
    Map<String, RuleDefinition> rules = new TreeMap<>();
    knowledge.rules().forEach(rule -> rules.put(rule.id(), rule));
    List.of(knowledge.settings().nothingAnswered(), knowledge.settings().reviewWhenLikely())
        .forEach(rule -> rules.put(rule.id(), rule));
    return rules.values();
  }

  private static List<String> advice(AdviceDefinition old, AdviceDefinition now) {
    List<String> details =
        new ArrayList<>(
            Texts.exchanged(
                "requirement",
                old.requires().stream().map(Object::toString).toList(),
                now.requires().stream().map(Object::toString).toList()));
    Texts.changes(EntryTexts.of(old), EntryTexts.of(now), details);
    return details;
  }

  private <T> void byTexts(
      Part part,
      Function<KnowledgeBase, Collection<T>> entries,
      Function<T, String> name,
      Function<T, Location> at,
      Function<T, Map<String, String>> texts) {
    compare(
        part,
        entries,
        name,
        at,
        entry -> texts.apply(entry).values().stream().limit(1).toList(),
        (old, now) -> {
          List<String> details = new ArrayList<>();
          Texts.changes(texts.apply(old), texts.apply(now), details);
          return details;
        });
  }

  private <T> void compare(
      Part part,
      Function<KnowledgeBase, Collection<T>> entries,
      Function<T, String> name,
      Function<T, Location> at,
      Function<T, List<String>> said,
      BiFunction<T, T, List<String>> between) {
    Map<String, T> old = new LinkedHashMap<>();
    entries.apply(before).forEach(entry -> old.put(name.apply(entry), entry));
    for (T now : entries.apply(after)) {
      T was = old.remove(name.apply(now));
      if (was == null) {
        add(Kind.ADDED, part, name.apply(now), said.apply(now), at.apply(now));
      } else {
        List<String> details = between.apply(was, now);
        if (!details.isEmpty()) {
          add(Kind.CHANGED, part, name.apply(now), details, at.apply(now));
        }
      }
    }
    old.forEach((id, gone) -> add(Kind.REMOVED, part, id, said.apply(gone), at.apply(gone)));
  }

  private void add(Kind kind, Part part, String name, List<String> details, Location at) {
    changes.add(new Change(kind, part, name, List.copyOf(details), at));
  }

  private void settings() {
    Map<String, String> old = EntryTexts.of(before.settings());
    Map<String, String> now = EntryTexts.of(after.settings());
    Location at = new Location(KnowledgeFiles.MARKER, 0, 0);
    List<String> details = new ArrayList<>();
    Texts.changes(old, now, details);
    if (!details.isEmpty()) {
      add(Kind.CHANGED, Part.SETTING, KnowledgeFiles.MARKER, details, at);
    }
  }
}
