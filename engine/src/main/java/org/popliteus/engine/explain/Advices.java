package org.popliteus.engine.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Escalation;
import org.popliteus.engine.Withheld;
import org.popliteus.engine.explain.AdviceExplanation.State;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.knowledge.AdviceDefinition;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.RuleDefinition;

/** Says of advice why it is given, withheld, or not given at all. */
final class Advices {
  private final Person person;
  private final Rules rules;
  private final Lines lines;
  private final Misses misses;

  Advices(Person person, Rules rules, Lines lines, Misses misses) {
    this.person = person;
    this.rules = rules;
    this.lines = lines;
    this.misses = misses;
  }

  AdviceExplanation explain(AdviceDefinition advice) {
    String code = advice.code();
    List<RuleExplanation> giving = new ArrayList<>();
    for (Escalation escalation : person.assessment().escalations()) {
      RuleDefinition rule = rules.definition(escalation.provenance().rule());
      if (rule != null && escalation.action().equals(code)) {
        giving.add(rules.explain(rule));
      }
    }
    giving.addAll(rules.fired(Conclusion.Kind.RECOMMEND, code));
    List<RuleExplanation> withholding = rules.fired(Conclusion.Kind.WITHHOLD, code);
    State state =
        isGiven(advice, person.assessment())
            ? State.GIVEN
            : isWithheld(code) ? State.WITHHELD : State.NOT_GIVEN;
    List<RuleExplanation> missing = state == State.GIVEN ? List.of() : missing(code);
    RuleExplanation seenFirst = state == State.GIVEN ? null : seenFirst(code, withholding);
    Miss miss =
        state == State.GIVEN || !withholding.isEmpty() || seenFirst != null
            ? null
            : miss(advice, giving, missing);
    List<LineExplanation> requirements = advice.requires().stream().map(lines::of).toList();
    return new AdviceExplanation(
        code,
        advice.display(),
        state,
        List.copyOf(giving),
        withholding,
        requirements,
        seenFirst,
        missing,
        miss);
  }

  private List<RuleExplanation> missing(String code) {
    return rules.nearest(
        rules.those(
            rule ->
                Rules.says(rule, Conclusion.Kind.RECOMMEND, code)
                    || rule.then().stream()
                        .anyMatch(c -> c.kind().escalates() && c.subject().equals(code))));
  }

  private static boolean isGiven(AdviceDefinition advice, Assessment assessment) {
    return advice.category() == AdviceDefinition.Category.SAFETY_NET
        ? assessment.safetyNet().contains(advice.text())
        : assessment.recommendations().stream().anyMatch(r -> r.code().equals(advice.code()));
  }

  private boolean isWithheld(String code) {
    return person.assessment().withheld().stream().anyMatch(w -> w.code().equals(code));
  }

  /** The escalation that withholds it, though no conclusion of that rule does. */
  private @Nullable RuleExplanation seenFirst(String code, List<RuleExplanation> withholding) {
    Set<String> stopping = new HashSet<>();
    withholding.forEach(rule -> stopping.add(rule.id()));
    for (Withheld withheld : person.assessment().withheld()) {
      RuleDefinition rule = rules.definition(withheld.provenance().rule());
      if (withheld.code().equals(code) && rule != null && !stopping.contains(rule.id())) {
        return rules.explain(rule);
      }
    }
    return null;
  }

  private @Nullable Miss miss(
      AdviceDefinition advice, List<RuleExplanation> giving, List<RuleExplanation> missing) {
    Map<String, Finding> required = misses.meeting(advice.requires());
    if (required == null) {
      return null;
    }
    List<Map<String, Finding>> ways = new ArrayList<>();
    if (!giving.isEmpty()) {
      ways.add(Map.of());
    }
    for (RuleExplanation rule : missing) {
      Miss miss = rule.miss();
      if (miss != null) {
        Map<String, Finding> way = new LinkedHashMap<>();
        miss.toAdd().forEach(finding -> way.put(finding.code(), finding));
        miss.toChange().forEach(finding -> way.put(finding.code(), finding));
        ways.add(way);
      }
    }
    return misses.tried(required, ways, assessment -> isGiven(advice, assessment));
  }
}
