package org.popliteus.engine.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.explain.LineExplanation.State;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.RuleDefinition;
import org.popliteus.engine.knowledge.SourceDefinition;

/** Says of rules why they fired, or why not. */
final class Rules {
  private static final Comparator<RuleExplanation> NEAREST_FIRST =
      Comparator.comparingInt(Rules::distance).thenComparing(RuleExplanation::id);

  private final Person person;
  private final Lines lines;
  private final Misses misses;
  private final Map<String, RuleExplanation> explained = new HashMap<>();

  Rules(Person person, Lines lines, Misses misses) {
    this.person = person;
    this.lines = lines;
    this.misses = misses;
  }

  /** A missing answer is nearer than one that would have to be another. */
  private static int distance(RuleExplanation rule) {
    Miss miss = rule.miss();
    return miss == null ? Integer.MAX_VALUE : 100 * miss.toChange().size() + miss.size();
  }

  /** Any rule, also the two of {@code kb.yaml}; null where there is none. */
  @Nullable RuleDefinition definition(String id) {
    KnowledgeBase.Settings settings = person.knowledge().settings();
    if (id.equals(settings.nothingAnswered().id())) {
      return settings.nothingAnswered();
    }
    return id.equals(settings.reviewWhenLikely().id())
        ? settings.reviewWhenLikely()
        : person.knowledge().rule(id);
  }

  RuleExplanation explain(RuleDefinition rule) {
    RuleExplanation known = explained.get(rule.id());
    if (known == null) {
      known = explanation(rule);
      explained.put(rule.id(), known);
    }
    return known;
  }

  private RuleExplanation explanation(RuleDefinition rule) {
    boolean fired = person.hasFired(rule.id());
    List<LineExplanation> held = lines.of(rule);
    Miss miss = fired ? null : misses.of(rule);
    List<SourceDefinition> sources = new ArrayList<>();
    for (String id : rule.sources()) {
      SourceDefinition source = person.knowledge().source(id);
      if (source != null) {
        sources.add(source);
      }
    }
    return new RuleExplanation(
        rule.id(),
        fired,
        rule.because(),
        held,
        miss,
        List.copyOf(sources),
        rule.at(),
        rule.grade(),
        rule.status(),
        fired ? why(rule, held) : whyNot(rule, held, miss));
  }

  private static String why(RuleDefinition rule, List<LineExplanation> lines) {
    List<String> on = new ArrayList<>();
    lines.forEach(line -> on.addAll(line.holding()));
    return rule.id() + " fired on " + Wording.listed(on.stream().distinct().toList()) + ".";
  }

  private static String whyNot(
      RuleDefinition rule, List<LineExplanation> lines, @Nullable Miss miss) {
    List<String> parts = new ArrayList<>();
    for (LineExplanation line : lines) {
      if (line.state() == State.UNKNOWN) {
        parts.add("not answered is " + line.wanted());
      } else if (line.state() == State.CONTRADICTED) {
        parts.add("it asks for " + line.wanted() + ", but " + Wording.listed(line.against()));
      }
    }
    String text = rule.id() + " did not fire: " + Wording.listed(parts) + ".";
    if (miss == null) {
      return text;
    }
    String away = Wording.answers(miss.size()) + " away: ";
    return text + " It is " + away + miss.text() + ".";
  }

  /** The rules that fired and say this kind of thing of a subject, in the order of their ids. */
  List<RuleExplanation> fired(Conclusion.Kind kind, String subject) {
    return saying(kind, subject).stream()
        .filter(rule -> person.hasFired(rule.id()))
        .map(this::explain)
        .toList();
  }

  /** The rules that would say so and did not fire, nearest first. */
  List<RuleExplanation> missed(Conclusion.Kind kind, String subject) {
    return nearest(saying(kind, subject));
  }

  /** Those of some rules that did not fire, nearest first. */
  List<RuleExplanation> nearest(List<RuleDefinition> rules) {
    return rules.stream()
        .filter(rule -> !person.hasFired(rule.id()))
        .map(this::explain)
        .sorted(NEAREST_FIRST)
        .toList();
  }

  private List<RuleDefinition> saying(Conclusion.Kind kind, String subject) {
    return those(rule -> says(rule, kind, subject));
  }

  List<RuleDefinition> those(Predicate<RuleDefinition> wanted) {
    return person.knowledge().rules().stream().filter(wanted).toList();
  }

  static boolean says(RuleDefinition rule, Conclusion.Kind kind, String subject) {
    return rule.then().stream()
        .anyMatch(said -> said.kind() == kind && said.subject().equals(subject));
  }
}
