package org.popliteus.engine.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Numbers;
import org.popliteus.engine.knowledge.Scenario;
import org.popliteus.engine.report.Contents.CoverageView;
import org.popliteus.engine.report.Contents.ScenarioFile;
import org.popliteus.engine.report.Contents.ScenarioView;
import org.popliteus.engine.review.Coverage;

/** Says in words whom the scenarios describe and what they expect. */
final class ScenarioFiles {
  private static final String RULES = ".drl";
  private static final String SCENARIOS = ".scenarios.yaml";

  private final KnowledgeBase knowledge;
  private final Map<Scenario, ScenarioView> views = new LinkedHashMap<>();

  ScenarioFiles(KnowledgeBase knowledge, List<Scenario> scenarios) {
    this.knowledge = knowledge;
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (Scenario scenario : scenarios) {
      int number = numbers.computeIfAbsent(scenario.at().file(), f -> numbers.size() + 1);
      views.put(scenario, view(scenario, number));
    }
  }

  /** By file; a rule file without scenarios has an entry too. */
  List<ScenarioFile> files(Coverage coverage) {
    SortedMap<String, ScenarioFile> files = new TreeMap<>();
    views.forEach((scenario, view) -> file(files, scenario.at().file()).scenarios().add(view));
    for (Coverage.Cases cases : coverage.rules().values()) {
      String rules = cases.rule().at().file();
      String stem = rules.substring(0, rules.length() - RULES.length());
      file(files, stem + SCENARIOS)
          .rules()
          .add(
              new CoverageView(
                  Term.of(cases.rule()),
                  Term.anchor("v", cases.rule().id()),
                  views(cases.fires()),
                  views(cases.silent())));
    }
    return List.copyOf(files.values());
  }

  private List<ScenarioView> views(List<Scenario> scenarios) {
    return scenarios.stream().map(views::get).filter(Objects::nonNull).toList();
  }

  private static ScenarioFile file(Map<String, ScenarioFile> files, String name) {
    return files.computeIfAbsent(
        name, n -> new ScenarioFile(n, new ArrayList<>(), new ArrayList<>()));
  }

  private ScenarioView view(Scenario scenario, int file) {
    int line = scenario.at().line();
    return new ScenarioView(
        line, "n-" + file + "-" + line, scenario.name(), given(scenario), expected(scenario));
  }

  /** What was answered with no is only counted: a scenario may say it of the whole screen. */
  private String given(Scenario scenario) {
    List<String> said = new ArrayList<>();
    int absent = 0;
    for (Map.Entry<String, Object> answer : scenario.given().entrySet()) {
      String value = String.valueOf(answer.getValue());
      if (value.equals("absent") || value.equals("false")) {
        absent++;
      } else {
        said.add(said(answer.getKey(), answer.getValue()));
      }
    }
    if (absent > 0) {
      said.add(absent + (said.isEmpty() ? " answered with no" : " more answered with no"));
    }
    return said.isEmpty() ? "nothing answered" : String.join("; ", said);
  }

  private String said(String code, Object value) {
    FindingDefinition finding = knowledge.finding(code);
    String display = finding == null ? code : finding.display();
    if (value instanceof Number number) {
      String unit = finding == null || finding.unit() == null ? "" : " " + finding.unit();
      return display + " " + Numbers.plain(number.doubleValue()) + unit;
    }
    String text = String.valueOf(value);
    return text.equals("present") || text.equals("true")
        ? display
        : display + ": " + Words.plain(text);
  }

  private static Map<String, String> expected(Scenario scenario) {
    Map<String, String> expected = new LinkedHashMap<>();
    for (Scenario.Expectation expectation : scenario.expectations()) {
      String points =
          expectation.points().entrySet().stream()
              .map(score -> score.getKey() + " " + Numbers.plain(score.getValue()))
              .collect(Collectors.joining(", "));
      String values = String.join(", ", expectation.values());
      expected.merge(
          Words.plain(expectation.kind().word()), values + points, (a, b) -> a + ", " + b);
    }
    return Collections.unmodifiableMap(expected);
  }
}
