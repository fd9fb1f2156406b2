package org.popliteus.engine.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Numbers;
import org.popliteus.engine.knowledge.Pattern;
import org.popliteus.engine.knowledge.Requirement;

/** Says in words what a knowledge base writes as conditions, durations and codes. */
final class Words {
  private final KnowledgeBase knowledge;

  Words(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * One line of a rule's {@code when}.
   *
   * @param label what kind of answer, for example "present"
   * @param terms what is meant; any of them will do
   * @param detail what must be true of it, for example "at least 3 cm"; may be empty
   */
  record Condition(String label, List<Term> terms, String detail) {}

  Condition condition(Pattern pattern) {
    List<String> keys = pattern.keys();
    return switch (pattern.fact()) {
      case PRESENT -> new Condition("present", findings(keys), "");
      case ABSENT -> new Condition("absent", findings(keys), "");
      case MEASURED -> new Condition("measured", findings(keys), limits(pattern, unit(keys)));
      case CHOSEN -> new Condition("chosen", findings(keys), texts(pattern, "option"));
      case SUSPECTED -> new Condition("suspected", causes(keys), suspicion(pattern));
      case TRIAGED -> new Condition("urgency", List.of(), texts(pattern, "urgency"));
    };
  }

  private List<Term> findings(List<String> codes) {
    return codes.stream().map(code -> Term.finding(knowledge, code)).toList();
  }

  private List<Term> causes(List<String> codes) {
    return codes.stream().map(code -> Term.cause(knowledge, code)).toList();
  }

  /** Where several are compared with one number, they have one unit. */
  private String unit(List<String> codes) {
    return codes.stream()
        .map(knowledge::finding)
        .filter(Objects::nonNull)
        .map(FindingDefinition::unit)
        .filter(Objects::nonNull)
        .findFirst()
        .map(unit -> " " + unit)
        .orElse("");
  }

  private static String suspicion(Pattern pattern) {
    List<String> parts = new ArrayList<>();
    String likelihood = texts(pattern, "likelihood");
    if (!likelihood.isEmpty()) {
      parts.add("as " + likelihood);
    }
    String rank = limits(pattern, "");
    if (!rank.isEmpty()) {
      parts.add("at rank " + rank);
    }
    return String.join(", ", parts);
  }

  /** What is demanded of the field that holds a number. */
  private static String limits(Pattern pattern, String unit) {
    List<String> limits = new ArrayList<>();
    for (Pattern.Constraint constraint : pattern.constraints()) {
      if (pattern.fact().numbers().contains(constraint.field())) {
        String numbers =
            or(constraint.values().stream().map(v -> Numbers.plain(v.number())).toList());
        limits.add(comparison(constraint.operator()) + numbers);
      }
    }
    return limits.isEmpty() ? "" : String.join(" and ", limits) + unit;
  }

  private static String comparison(Pattern.Operator operator) {
    return operator.words().isEmpty() ? "exactly " : operator.words();
  }

  private static String texts(Pattern pattern, String field) {
    return pattern.constraints().stream()
        .filter(constraint -> constraint.field().equals(field))
        .map(c -> or(c.values().stream().map(v -> plain(v.text())).toList()))
        .collect(Collectors.joining(" and "));
  }

  static String or(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  /** SAME_DAY, pregnant-before-20-weeks: as a person writes them. */
  static String plain(String code) {
    boolean capitals = code.equals(code.toUpperCase(Locale.ROOT));
    return (capitals ? code.toLowerCase(Locale.ROOT) : code).replace('_', ' ').replace('-', ' ');
  }

  String requirement(Requirement requirement) {
    if (requirement instanceof Requirement.Several several) {
      boolean all = several instanceof Requirement.All;
      return several.parts().stream()
          .map(part -> all || !(part instanceof Requirement.All) ? requirement(part) : both(part))
          .collect(Collectors.joining(all ? " and " : " or "));
    }
    if (requirement instanceof Requirement.IsPresent present) {
      return display(present.code()) + " is present";
    }
    if (requirement instanceof Requirement.IsAbsent absent) {
      return display(absent.code()) + " is absent";
    }
    if (requirement instanceof Requirement.IsFromTo range) {
      return display(range.code())
          + " is from "
          + Numbers.plain(range.least())
          + " to "
          + Numbers.plain(range.most())
          + unit(List.of(range.code()));
    }
    if (requirement instanceof Requirement.IsOption option) {
      return display(option.code())
          + " is "
          + or(option.options().stream().map(Words::plain).toList());
    }
    return requirement.toString();
  }

  private String both(Requirement all) {
    return "(" + requirement(all) + ")";
  }

  private String display(String code) {
    return Term.finding(knowledge, code).display();
  }

  /** How a finding is answered. */
  static String kind(FindingDefinition finding) {
    return switch (finding.kind()) {
      case TRI_STATE -> "yes or no";
      case CHOICE -> "one of: " + String.join(", ", finding.options());
      case NUMERIC ->
          Numbers.plain(finding.least())
              + " to "
              + Numbers.plain(finding.most())
              + " "
              + finding.unit();
    };
  }

  static String within(@Nullable Duration within) {
    if (within == null) {
      return "";
    }
    if (within.isZero()) {
      return "at once";
    }
    if (within.toSeconds() % 3600 != 0) {
      return "within " + count(within.toMinutes(), "minute");
    }
    long hours = within.toHours();
    return hours % 24 == 0 && hours > 24
        ? "within " + count(hours / 24, "day")
        : "within " + count(hours, "hour");
  }

  private static String count(long number, String one) {
    return number + " " + one + (number == 1 ? "" : "s");
  }
}
