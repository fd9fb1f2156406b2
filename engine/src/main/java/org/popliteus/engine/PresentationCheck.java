package org.popliteus.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Problem.Kind;
import org.popliteus.engine.fact.Absent;
import org.popliteus.engine.fact.Chosen;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Measured;
import org.popliteus.engine.fact.Present;
import org.popliteus.engine.fact.Unknown;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Numbers;
import org.popliteus.engine.knowledge.Spelling;

/** Holds findings against a vocabulary; nothing is clamped or guessed. */
final class PresentationCheck {
  private static final int LONGEST_VALUE = 60;

  private final KnowledgeBase knowledge;

  PresentationCheck(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * The findings of untyped answers.
   *
   * @throws InvalidPresentationException with every problem, if there is any
   */
  Presentation read(Map<String, ?> answers) {
    List<Problem> problems = new ArrayList<>();
    Presentation.Builder builder = Presentation.builder();
    answers.forEach(
        (code, value) -> {
          Finding finding = read(code, value, problems);
          if (finding != null) {
            Problem problem = problem(finding);
            if (problem != null) {
              problems.add(problem);
            }
            builder.add(finding);
          }
        });
    if (!problems.isEmpty()) {
      throw new InvalidPresentationException(problems);
    }
    return builder.build();
  }

  /**
   * Refuses what the vocabulary does not know.
   *
   * @throws InvalidPresentationException with every problem, if there is any
   */
  void check(Presentation presentation) {
    List<Problem> problems = null;
    String previous = null;
    String reported = null;
    for (Finding finding : presentation.findings()) {
      Problem problem = problem(finding);
      if (finding.code().equals(previous) && !finding.code().equals(reported)) {
        reported = finding.code();
        problems = problems == null ? new ArrayList<>() : problems;
        problems.add(saidTwice(finding.code()));
      }
      if (problem != null) {
        problems = problems == null ? new ArrayList<>() : problems;
        problems.add(problem);
      }
      previous = finding.code();
    }
    if (problems != null) {
      throw new InvalidPresentationException(problems);
    }
  }

  private @Nullable Finding read(String code, @Nullable Object value, List<Problem> problems) {
    FindingDefinition definition = knowledge.finding(code);
    if (definition == null) {
      problems.add(unknownCode(code));
      return null;
    }
    if ("unknown".equals(value)) {
      return new Unknown(code);
    }
    Finding finding =
        switch (definition.kind()) {
          case TRI_STATE ->
              Boolean.TRUE.equals(value) || "present".equals(value)
                  ? new Present(code)
                  : Boolean.FALSE.equals(value) || "absent".equals(value) ? new Absent(code) : null;
          case NUMERIC ->
              value instanceof Number number ? new Measured(code, number.doubleValue()) : null;
          case CHOICE -> value instanceof String option ? new Chosen(code, option) : null;
        };
    if (finding == null) {
      problems.add(wrongKind(definition, shown(value), value));
    }
    return finding;
  }

  private @Nullable Problem problem(Finding finding) {
    FindingDefinition definition = knowledge.finding(finding.code());
    if (definition == null) {
      return unknownCode(finding.code());
    }
    if (finding instanceof Unknown) {
      return null;
    }
    boolean tri = finding instanceof Present || finding instanceof Absent;
    return switch (definition.kind()) {
      case TRI_STATE -> tri ? null : wrongKind(definition, value(finding), null);
      case NUMERIC ->
          finding instanceof Measured measured
              ? outOfRange(definition, measured.value())
              : wrongKind(definition, value(finding), null);
      case CHOICE ->
          finding instanceof Chosen chosen
              ? unknownOption(definition, chosen.option())
              : wrongKind(definition, value(finding), null);
    };
  }

  private static String value(Finding finding) {
    if (finding instanceof Measured measured) {
      return Numbers.plain(measured.value());
    }
    if (finding instanceof Chosen chosen) {
      return shown(chosen.option());
    }
    return finding instanceof Present ? "present" : "absent";
  }

  private Problem unknownCode(String code) {
    String shown = shown(code);
    return new Problem(
        Kind.UNKNOWN_CODE,
        shown,
        null,
        "there is no finding " + shown,
        Spelling.maybe(code, knowledge.findingCodes(), "Maybe look it up in the vocabulary."),
        null,
        null);
  }

  private static @Nullable Problem outOfRange(FindingDefinition definition, double value) {
    if (value >= definition.least() && value <= definition.most()) {
      return null;
    }
    String shown = Numbers.plain(value);
    String unit = Objects.requireNonNullElse(definition.unit(), "");
    return new Problem(
        Kind.OUT_OF_RANGE,
        definition.code(),
        shown,
        definition.code()
            + " lies from "
            + Numbers.plain(definition.least())
            + " to "
            + Numbers.plain(definition.most())
            + " "
            + unit
            + ", and this is "
            + shown,
        "Maybe it is in another unit than " + unit + ", or mistyped; \"unknown\" is an answer too.",
        null,
        null);
  }

  private static @Nullable Problem unknownOption(FindingDefinition definition, String option) {
    if (definition.options().contains(option)) {
      return null;
    }
    return new Problem(
        Kind.UNKNOWN_OPTION,
        definition.code(),
        shown(option),
        definition.code() + " has no option " + shown(option),
        Spelling.maybe(
            option,
            definition.options(),
            "Maybe one of " + String.join(", ", definition.options()) + "."),
        null,
        null);
  }

  private static Problem wrongKind(
      FindingDefinition definition, String shown, @Nullable Object value) {
    String wanted =
        switch (definition.kind()) {
          case TRI_STATE -> "present, absent or unknown";
          case NUMERIC -> "a number in " + definition.unit();
          case CHOICE -> "one of " + String.join(", ", definition.options());
        };
    boolean quotedNumber =
        definition.kind() == FindingDefinition.Kind.NUMERIC
            && value instanceof String text
            && text.strip().matches("[-+]?\\d+([.,]\\d+)?");
    return new Problem(
        Kind.WRONG_KIND,
        definition.code(),
        shown,
        definition.code() + " is " + wanted + ", and this is " + shown,
        quotedNumber
            ? "Maybe write the number without quotes."
            : "Maybe " + wanted + "; what is not known can be left out.",
        null,
        null);
  }

  private static Problem saidTwice(String code) {
    return new Problem(
        Kind.SAID_TWICE,
        shown(code),
        null,
        shown(code) + " is said twice, with different answers",
        "Maybe leave out the one that does not hold; where it is not known, say \"unknown\".",
        null,
        null);
  }

  private static String shown(@Nullable Object value) {
    String text = String.valueOf(value);
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "...";
  }
}
