package org.popliteus.examples.cli;

import static org.popliteus.examples.cli.Page.quiet;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.Provenance;
import org.popliteus.engine.fact.Absent;
import org.popliteus.engine.fact.Chosen;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Measured;
import org.popliteus.engine.fact.Present;
import org.popliteus.engine.knowledge.AdviceDefinition;
import org.popliteus.engine.knowledge.CauseDefinition;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Numbers;
import org.popliteus.examples.cli.Page.Part;

/** The names behind codes, and the answers of one person in words. */
final class Wording {
  /** What stands under a leading number. */
  static final String INDENT = "     ";

  private final KnowledgeBase knowledge;
  private final Map<String, Finding> answers = new HashMap<>();

  Wording(KnowledgeBase knowledge, Presentation presentation) {
    this.knowledge = knowledge;
    for (Finding finding : presentation.findings()) {
      answers.put(finding.code(), finding);
    }
  }

  /** A sentence that the knowledge base sets. */
  String text(KnowledgeBase.Text text) {
    return knowledge.settings().texts().getOrDefault(text, "");
  }

  /** A number that leads an entry. */
  static String lead(int number) {
    String digits = Integer.toString(number);
    return " ".repeat(Math.max(0, 3 - digits.length())) + digits + "  ";
  }

  /** The rule and the sources behind an entry. */
  static Part origin(Provenance provenance) {
    String rule = provenance.rule().startsWith("requires:") ? "" : provenance.rule();
    return quiet(cited(rule, provenance.sources()));
  }

  /** How many rules more say the same; JSON names them. */
  static String more(int rules) {
    return rules == 0 ? "" : rules == 1 ? "and one more rule" : "and " + rules + " more rules";
  }

  /** Rules or weights, and the sources, in brackets. */
  static String cited(String rules, List<String> sources) {
    StringJoiner cited = new StringJoiner(", ", "[", "]").setEmptyValue("");
    if (!rules.isEmpty()) {
      cited.add(rules);
    }
    sources.forEach(cited::add);
    return cited.toString();
  }

  /** An advice as a person knows it. */
  String advice(String code) {
    AdviceDefinition advice = knowledge.advice(code);
    return advice == null ? code : advice.display();
  }

  String causes(Collection<String> codes) {
    StringJoiner names = new StringJoiner("; ");
    for (String code : codes) {
      CauseDefinition cause = knowledge.cause(code);
      names.add(cause == null ? code : cause.display());
    }
    return names.toString();
  }

  String findings(List<String> codes) {
    StringJoiner names = new StringJoiner("; ");
    codes.forEach(code -> names.add(finding(code)));
    return names.toString();
  }

  /** What is asked, in short. */
  String finding(String code) {
    FindingDefinition finding = knowledge.finding(code);
    return finding == null ? code : finding.display();
  }

  /** Names with the answers; a rule may rest on a no as well as on a yes. */
  String answered(List<String> codes) {
    StringJoiner names = new StringJoiner("; ");
    for (String code : codes) {
      names.add(finding(code) + ": " + answer(code));
    }
    return names.toString();
  }

  /** The answer to one question. */
  String answer(String code) {
    Finding answer = answers.get(code);
    FindingDefinition definition = knowledge.finding(code);
    if (answer instanceof Measured measured) {
      String unit = definition == null ? null : definition.unit();
      return Numbers.plain(measured.value()) + (unit == null ? "" : " " + unit);
    }
    if (answer instanceof Chosen chosen) {
      return chosen.option();
    }
    return answer instanceof Present ? "yes" : answer instanceof Absent ? "no" : "not known";
  }
}
