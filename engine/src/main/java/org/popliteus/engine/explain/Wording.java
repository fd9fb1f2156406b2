package org.popliteus.engine.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.popliteus.engine.Likelihood;
import org.popliteus.engine.Urgency;
import org.popliteus.engine.fact.Absent;
import org.popliteus.engine.fact.Chosen;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Measured;
import org.popliteus.engine.fact.Present;
import org.popliteus.engine.knowledge.CauseDefinition;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Numbers;
import org.popliteus.engine.knowledge.Pattern;
import org.popliteus.engine.knowledge.Pattern.Constraint;
import org.popliteus.engine.knowledge.Pattern.Literal;
import org.popliteus.engine.knowledge.Requirement;

/** Says answers and what rules ask for in plain words, by the names of a knowledge base. */
final class Wording {
  private final KnowledgeBase knowledge;

  Wording(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  static String of(Urgency urgency) {
    return word(urgency.name());
  }

  static String of(Likelihood likelihood) {
    return word(likelihood.name());
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** For example "Calf swelling: yes". */
  String said(Finding finding) {
    String answer;
    if (finding instanceof Measured measured) {
      FindingDefinition definition = knowledge.finding(finding.code());
      String unit = definition == null || definition.unit() == null ? "" : " " + definition.unit();
      answer = Numbers.plain(measured.value()) + unit;
    } else if (finding instanceof Chosen chosen) {
      answer = chosen.option();
    } else {
      answer = finding instanceof Present ? "yes" : finding instanceof Absent ? "no" : "not known";
    }
    return name(finding.code()) + ": " + answer;
  }

  /** What a line asks for, for example "one of Calf swelling, Redness: yes". */
  String wanted(Pattern pattern) {
    return switch (pattern.fact()) {
      case PRESENT -> names(pattern) + ": yes";
      case ABSENT -> names(pattern) + ": no";
      case MEASURED, CHOSEN -> names(pattern) + ": " + limits(pattern);
      case SUSPECTED -> causes(pattern);
      case TRIAGED ->
          "the urgency is "
              + pattern.keys().stream().map(Wording::word).collect(Collectors.joining(" or "));
    };
  }

  private String names(Pattern pattern) {
    List<String> names = pattern.keys().stream().map(this::name).toList();
    return names.size() == 1 ? names.get(0) : "one of " + String.join(", ", names);
  }

  private String causes(Pattern pattern) {
    String causes = pattern.keys().stream().map(this::cause).collect(Collectors.joining(" or "));
    List<String> limits = new ArrayList<>();
    for (Constraint constraint : pattern.constraints()) {
      if (constraint.field().equals("likelihood")) {
        limits.add(texts(constraint, " or "));
      } else if (constraint.field().equals("rank")) {
        limits.add("at a place of " + limit(constraint));
      }
    }
    return causes + (limits.isEmpty() ? " is listed" : " is " + String.join(", ", limits));
  }

  private String limits(Pattern pattern) {
    List<String> limits = new ArrayList<>();
    for (Constraint constraint : pattern.constraints()) {
      if (!constraint.field().equals(pattern.fact().key())) {
        boolean number = constraint.field().equals("value");
        limits.add(number ? limit(constraint) : texts(constraint, " or "));
      }
    }
    FindingDefinition first = knowledge.finding(pattern.keys().get(0));
    boolean hasUnit = first != null && first.unit() != null && !limits.isEmpty();
    String text = limits.isEmpty() ? "any answer" : String.join(" and ", limits);
    return hasUnit && first != null ? text + " " + first.unit() : text;
  }

  /** What an advice requires. */
  String wanted(Requirement requirement) {
    if (requirement instanceof Requirement.All all) {
      return together(all.parts(), " and ");
    }
    if (requirement instanceof Requirement.Any any) {
      return together(any.parts(), " or ");
    }
    if (requirement instanceof Requirement.IsFromTo range) {
      FindingDefinition question = knowledge.finding(range.code());
      String unit = question == null || question.unit() == null ? "" : " " + question.unit();
      String limits = Numbers.plain(range.least()) + " to " + Numbers.plain(range.most());
      return name(range.code()) + ": " + limits + unit;
    }
    if (requirement instanceof Requirement.IsOption option) {
      return name(option.code()) + ": " + String.join(" or ", option.options());
    }
    Requirement.Is one = (Requirement.Is) requirement;
    return name(one.code()) + (one instanceof Requirement.IsPresent ? ": yes" : ": no");
  }

  private String together(List<Requirement> parts, String between) {
    return parts.stream()
        .map(part -> part instanceof Requirement.Several ? "(" + wanted(part) + ")" : wanted(part))
        .collect(Collectors.joining(between));
  }

  private static String limit(Constraint constraint) {
    String numbers =
        constraint.values().stream()
            .map(value -> Numbers.plain(value.number()))
            .collect(Collectors.joining(" or "));
    return constraint.operator().words() + numbers;
  }

  private static String texts(Constraint constraint, String between) {
    boolean words = constraint.field().equals("likelihood");
    return constraint.values().stream()
        .map(Literal::text)
        .map(text -> words ? word(text) : text)
        .collect(Collectors.joining(between));
  }

  /** The display name of a finding. */
  String name(String code) {
    FindingDefinition definition = knowledge.finding(code);
    return definition == null ? code : definition.display();
  }

  /** The display name of a cause. */
  String cause(String code) {
    CauseDefinition definition = knowledge.cause(code);
    return definition == null ? code : definition.display();
  }

  static String listed(List<String> parts) {
    return String.join("; ", parts);
  }

  /** "1 answer" or "2 answers". */
  static String answers(int number) {
    return number + (number == 1 ? " answer" : " answers");
  }
}
