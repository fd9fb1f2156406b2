package org.popliteus.engine.review.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.Pattern;
import org.popliteus.engine.knowledge.RuleDefinition;

/** What became of a rule, a sentence for each thing. */
final class RuleChanges {
  private RuleChanges() {}

  /** All that a rule says, for one that came or went. */
  static List<String> said(RuleDefinition rule) {
    List<String> details = new ArrayList<>();
    details.add(rule.because());
    rule.when().forEach(pattern -> details.add("when " + pattern.words()));
    rule.then().forEach(conclusion -> details.add("then " + RuleWords.of(conclusion)));
    return details;
  }

  /** What is not the same; empty where only the place differs. */
  static List<String> between(RuleDefinition before, RuleDefinition after) {
    List<String> details = new ArrayList<>();
    Texts.exchanged(
            "condition", words(before.when(), Pattern::words), words(after.when(), Pattern::words))
        .forEach(details::add);
    conclusions(before, after, details);
    Texts.changes(texts(before), texts(after), details);
    return details;
  }

  private static void conclusions(
      RuleDefinition before, RuleDefinition after, List<String> details) {
    Map<String, Conclusion> old = bySubject(before);
    Map<String, Conclusion> now = bySubject(after);
    List<String> gone = new ArrayList<>();
    old.forEach(
        (subject, conclusion) -> {
          Conclusion kept = now.get(subject);
          if (kept == null) {
            gone.add(RuleWords.of(conclusion));
          } else if (kept.number() != conclusion.number()) {
            details.add(
                (conclusion.kind() == Conclusion.Kind.SCORE ? "points for " : "weight for ")
                    + conclusion.subject()
                    + ": "
                    + RuleWords.number(conclusion)
                    + " became "
                    + RuleWords.number(kept));
          }
        });
    List<String> come = new ArrayList<>();
    now.forEach(
        (subject, conclusion) -> {
          if (!old.containsKey(subject)) {
            come.add(RuleWords.of(conclusion));
          }
        });
    details.addAll(Texts.exchanged("conclusion", gone, come));
  }

  private static Map<String, Conclusion> bySubject(RuleDefinition rule) {
    Map<String, Conclusion> bySubject = new LinkedHashMap<>();
    rule.then().forEach(conclusion -> bySubject.put(RuleWords.subject(conclusion), conclusion));
    return bySubject;
  }

  private static <T> List<String> words(List<T> parts, Function<T, String> words) {
    return parts.stream().map(words).toList();
  }

  private static Map<String, String> texts(RuleDefinition rule) {
    return Texts.of(
        "name", rule.name(),
        "because", rule.because(),
        "source", String.join("; ", rule.sources()),
        "grade", rule.grade(),
        "group", rule.group(),
        "status", rule.status(),
        "reviewed", rule.reviewed(),
        "must exclude", String.join("; ", rule.mustExclude()),
        "file", rule.at().file());
  }
}
