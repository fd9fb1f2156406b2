package org.popliteus.engine.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.RuleDefinition;
import org.popliteus.engine.knowledge.Scenario;

/**
 * What the scenarios reach: every rule, every finding and every cause.
 *
 * @param rules by rule id
 * @param findings by code: the scenarios by what they answer, {@code present}, {@code absent}, an
 *     option, or {@code measured} for a number
 * @param causes by code: the scenarios by the word with which they expect it, {@code first}, {@code
 *     likely}, {@code must-exclude} ...
 */
public record Coverage(
    Map<String, Cases> rules,
    Map<String, Map<String, List<Scenario>>> findings,
    Map<String, Map<String, List<Scenario>>> causes) {

  /**
   * The cases of one rule.
   *
   * @param rule the rule
   * @param fires scenarios of its own file that expect it to fire
   * @param silent scenarios of its own file that expect it not to
   * @param fired scenarios of any file in which it fired when they were run
   */
  public record Cases(
      RuleDefinition rule, List<Scenario> fires, List<Scenario> silent, List<Scenario> fired) {}

  private static final Set<Scenario.Kind> ABOUT_CAUSES =
      Set.of(
          Scenario.Kind.FIRST,
          Scenario.Kind.AMONG_FIRST_THREE,
          Scenario.Kind.LIKELY,
          Scenario.Kind.NOT_LIKELY,
          Scenario.Kind.NOT_LISTED,
          Scenario.Kind.MUST_EXCLUDE);

  /** Reads the expectations of all scenarios, and runs them. */
  public static Coverage of(Advisor advisor, Collection<Scenario> scenarios) {
    KnowledgeBase knowledge = advisor.knowledge();
    Coverage coverage =
        new Coverage(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    for (RuleDefinition rule : knowledge.rules()) {
      coverage.rules.put(
          rule.id(), new Cases(rule, new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    }
    knowledge.findings().forEach(f -> coverage.findings.put(f.code(), new TreeMap<>()));
    knowledge.causes().forEach(c -> coverage.causes.put(c.code(), new TreeMap<>()));
    for (Scenario scenario : scenarios) {
      coverage.expected(scenario);
      coverage.ran(scenario, advisor);
    }
    return coverage;
  }

  private void expected(Scenario scenario) {
    for (String id : scenario.expected(Scenario.Kind.FIRES)) {
      own(id, scenario).ifPresent(cases -> cases.fires().add(scenario));
    }
    for (String id : scenario.expected(Scenario.Kind.SILENT)) {
      own(id, scenario).ifPresent(cases -> cases.silent().add(scenario));
    }
    for (Scenario.Kind kind : ABOUT_CAUSES) {
      scenario.expected(kind).forEach(code -> add(causes, code, kind.word(), scenario));
    }
    scenario
        .given()
        .forEach(
            (code, answer) ->
                add(
                    findings,
                    code,
                    answer instanceof Number
                        ? "measured"
                        : answer.toString().toLowerCase(Locale.ROOT),
                    scenario));
  }

  private static void add(
      Map<String, Map<String, List<Scenario>>> to, String code, String word, Scenario scenario) {
    Map<String, List<Scenario>> words = to.get(code);
    if (words != null) {
      words.computeIfAbsent(word, any -> new ArrayList<>()).add(scenario);
    }
  }

  private void ran(Scenario scenario, Advisor advisor) {
    for (String id : advisor.assess(advisor.presentation(scenario.given())).firedRules()) {
      Cases cases = rules.get(id);
      if (cases != null) {
        cases.fired().add(scenario);
      }
    }
  }

  /** The cases of a rule, if the scenario stands in the file that is named after the rule's. */
  private Optional<Cases> own(String id, Scenario scenario) {
    return Optional.ofNullable(rules.get(id))
        .filter(
            cases ->
                cases
                    .rule()
                    .at()
                    .file()
                    .replaceFirst("\\.drl$", ".scenarios.yaml")
                    .equals(scenario.at().file()));
  }

  /** Rules that never fired, and those without a firing or a silent case in their own file. */
  public Set<String> gaps() {
    Set<String> gaps = new TreeSet<>();
    rules.forEach(
        (id, cases) -> {
          if (cases.fired().isEmpty()) {
            gaps.add(id + ": it fires in no scenario");
          }
          if (cases.fires().isEmpty()) {
            gaps.add(id + ": no scenario of its file expects it to fire");
          }
          if (cases.silent().isEmpty()) {
            gaps.add(id + ": no scenario of its file expects it not to fire");
          }
        });
    return gaps;
  }

  /** Codes of the findings that no scenario answers with yes, a number or an option. */
  public List<String> findingsNeverSaid() {
    return findings.entrySet().stream()
        .filter(
            finding ->
                finding.getValue().keySet().stream()
                    .allMatch(answer -> answer.equals("absent") || answer.equals("unknown")))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Codes of the causes that no scenario expects to be first, likely or to be excluded. */
  public List<String> causesNeverExpected() {
    Set<String> expected =
        Set.of(
            Scenario.Kind.FIRST.word(),
            Scenario.Kind.LIKELY.word(),
            Scenario.Kind.MUST_EXCLUDE.word());
    return causes.entrySet().stream()
        .filter(cause -> cause.getValue().keySet().stream().noneMatch(expected::contains))
        .map(Map.Entry::getKey)
        .toList();
  }
}
