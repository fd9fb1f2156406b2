package org.popliteus.engine.knowledge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks one line of a rule's {@code when} against the vocabulary and the causes. */
final class PatternCheck {
  private static final List<String> LIKELIHOODS = List.of("LIKELY", "POSSIBLE", "UNLIKELY");
  private static final List<String> URGENCIES =
      List.of("EMERGENCY", "SAME_DAY", "SOON", "SELF_CARE");

  private final KnowledgeBase knowledge;
  private final Diagnostics diagnostics;

  PatternCheck(KnowledgeBase knowledge, Diagnostics diagnostics) {
    this.knowledge = knowledge;
    this.diagnostics = diagnostics;
  }

  void check(Pattern pattern) {
    Pattern.Constraint key = constraint(pattern, pattern.fact().key());
    if (key == null) {
      diagnostics.report(
          pattern.at(),
          pattern.fact().word() + " does not say which " + pattern.fact().key(),
          "Maybe add " + pattern.fact().key() + " == \"...\" .");
      return;
    }
    repeated(pattern);
    switch (pattern.fact()) {
      case PRESENT, ABSENT -> codes(key, FindingDefinition.Kind.TRI_STATE);
      case MEASURED -> measured(pattern, key);
      case CHOSEN -> chosen(pattern, key);
      case SUSPECTED -> suspected(pattern, key);
      case TRIAGED -> key.values().forEach(urgency -> among(urgency, "urgency", URGENCIES));
    }
  }

  private static Pattern.@Nullable Constraint constraint(Pattern pattern, String field) {
    for (Pattern.Constraint constraint : pattern.constraints()) {
      if (constraint.field().equals(field)) {
        return constraint;
      }
    }
    return null;
  }

  private void repeated(Pattern pattern) {
    Set<String> texts = new HashSet<>();
    for (Pattern.Constraint constraint : pattern.constraints()) {
      if (pattern.fact().texts().contains(constraint.field()) && !texts.add(constraint.field())) {
        diagnostics.report(
            constraint.at(),
            constraint.field() + " stands twice in this line",
            "Maybe write "
                + constraint.field()
                + " in ( \"A\", \"B\" ) for any of several, or a line for each.");
      }
      Set<String> values = new HashSet<>();
      for (Pattern.Literal value : constraint.values()) {
        if (!values.add(value.text())) {
          diagnostics.lack("findings.yaml");
          diagnostics.report(
              value.at(),
              value.text() + " stands twice in this list",
              "Maybe another one is meant; otherwise delete it.");
        }
      }
    }
  }

  private boolean codes(Pattern.Constraint key, FindingDefinition.Kind kind) {
    boolean sound = true;
    for (Pattern.Literal code : key.values()) {
      FindingDefinition finding = knowledge.finding(code.text());
      if (finding == null) {
        KnowledgeCheck.known(
            diagnostics,
            "finding",
            code.text(),
            knowledge.findingCodes(),
            code.at(),
            "findings.yaml");
        sound = false;
      } else if (diagnostics.doubts(code.text())) {
        sound = false;
      } else if (finding.kind() != kind) {
        diagnostics.lack("findings.yaml");
        diagnostics.report(
            code.at(),
            code.text()
                + switch (finding.kind()) {
                  case TRI_STATE -> " is answered with yes or no";
                  case NUMERIC -> " is a number";
                  case CHOICE -> " is one of a list";
                },
            "Maybe use "
                + switch (finding.kind()) {
                  case TRI_STATE -> "Present or Absent.";
                  case NUMERIC -> "Measured.";
                  case CHOICE -> "Chosen.";
                });
        sound = false;
      }
    }
    return sound;
  }

  private void measured(Pattern pattern, Pattern.Constraint key) {
    if (key.values().size() > 1) {
      diagnostics.report(
          key.at(),
          "Measured compares one finding, and this names " + key.values().size(),
          "Maybe write a rule for each.");
      return;
    }
    if (constraint(pattern, "value") == null) {
      diagnostics.report(
          pattern.at(), "Measured does not say which value", "Maybe add value >= ...");
      return;
    }
    FindingDefinition finding = knowledge.finding(key.values().get(0).text());
    if (!codes(key, FindingDefinition.Kind.NUMERIC) || finding == null) {
      return;
    }
    for (Pattern.Literal limit : limits(pattern)) {
      if (limit.number() < finding.least() || limit.number() > finding.most()) {
        diagnostics.report(
            limit.at(),
            finding.code()
                + " lies from "
                + Numbers.plain(finding.least())
                + " to "
                + Numbers.plain(finding.most())
                + " "
                + finding.unit()
                + ", and this compares with "
                + limit.text(),
            "Maybe the unit is another one.");
      }
    }
  }

  private static List<Pattern.Literal> limits(Pattern pattern) {
    List<Pattern.Literal> limits = new ArrayList<>();
    for (Pattern.Constraint constraint : pattern.constraints()) {
      if (constraint.field().equals("value")) {
        limits.addAll(constraint.values());
      }
    }
    return limits;
  }

  private void chosen(Pattern pattern, Pattern.Constraint key) {
    Pattern.Constraint option = constraint(pattern, "option");
    if (option == null) {
      diagnostics.report(
          pattern.at(), "Chosen does not say which option", "Maybe add option == \"...\" .");
      return;
    }
    if (!codes(key, FindingDefinition.Kind.CHOICE)) {
      return;
    }
    for (Pattern.Literal code : key.values()) {
      FindingDefinition finding = knowledge.finding(code.text());
      for (Pattern.Literal value : option.values()) {
        if (finding != null) {
          among(value, "option of " + finding.code(), finding.options());
        }
      }
    }
  }

  private void suspected(Pattern pattern, Pattern.Constraint key) {
    for (Pattern.Literal cause : key.values()) {
      KnowledgeCheck.known(
          diagnostics, "cause", cause.text(), knowledge.causeCodes(), cause.at(), "causes.yaml");
    }
    for (Pattern.Constraint constraint : pattern.constraints()) {
      if (constraint.field().equals("likelihood")) {
        constraint.values().forEach(value -> among(value, "likelihood", LIKELIHOODS));
      } else if (constraint.field().equals("rank")) {
        constraint.values().forEach(this::rank);
      }
    }
  }

  private void rank(Pattern.Literal rank) {
    int causes = knowledge.causes().size();
    boolean whole = rank.number() == Math.rint(rank.number());
    if (causes > 0 && (!whole || rank.number() < 1 || rank.number() > causes)) {
      diagnostics.report(
          rank.at(),
          "a rank is a whole number from 1 to the number of causes, which is "
              + causes
              + ", and this compares with "
              + rank.text(),
          "Maybe rank == 1 for the first, or rank <= 3 for the first three.");
    }
  }

  private void among(Pattern.Literal value, String what, List<String> known) {
    if (!known.contains(value.text())) {
      diagnostics.reportUnknown(
          value.at(),
          value.text(),
          "there is no " + what + " " + value.text(),
          known,
          "Maybe one of " + String.join(", ", known) + ".");
    }
  }
}
