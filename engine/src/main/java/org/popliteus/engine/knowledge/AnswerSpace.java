package org.popliteus.engine.knowledge;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.popliteus.engine.fact.Absent;
import org.popliteus.engine.fact.Chosen;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Measured;
import org.popliteus.engine.fact.Present;

/**
 * Every answer that the rules of a knowledge base can tell apart, numbered, so that what a line of
 * a rule accepts is a set of answers, and two lines can be compared.
 *
 * <p>A number is split at every limit that stands in a rule or a requirement: the limits themselves
 * and one number between each two stand for all others. A suspected cause is split by likelihood
 * and by the ranks that rules name.
 */
final class AnswerSpace {

  /**
   * One answer.
   *
   * @param subject the code of the finding or of the cause, or "urgency"
   * @param value the answer as a message names it
   * @param number of a numeric finding; else 0
   */
  record Answer(String subject, String value, double number) {}

  static final String URGENCY = "urgency";

  /** Before the code of a cause, which a finding may share. */
  private static final String CAUSE = "cause ";

  private static final List<String> URGENCIES =
      List.of("EMERGENCY", "SAME_DAY", "SOON", "SELF_CARE");
  private static final List<String> LIKELIHOODS = List.of("LIKELY", "POSSIBLE", "UNLIKELY");

  private final KnowledgeBase knowledge;
  private final Map<String, SortedSet<Double>> limits = new HashMap<>();
  private final SortedSet<Double> ranks = new TreeSet<>();
  private final List<Answer> answers = new ArrayList<>();
  private final Map<String, BitSet> bySubject = new HashMap<>();

  AnswerSpace(KnowledgeBase knowledge, Collection<RuleDefinition> rules) {
    this.knowledge = knowledge;
    ranks.add(1.0);
    rules.forEach(rule -> rule.when().forEach(this::collectLimits));
    knowledge.advice().forEach(advice -> advice.requires().forEach(this::collectLimits));
    knowledge.findings().forEach(this::split);
    for (CauseDefinition cause : knowledge.causes()) {
      for (String likelihood : LIKELIHOODS) {
        for (double rank : ranks) {
          add(CAUSE + cause.code(), likelihood, rank);
        }
      }
    }
    URGENCIES.forEach(urgency -> add(URGENCY, urgency, 0));
  }

  private void collectLimits(Pattern pattern) {
    for (Pattern.Constraint constraint : pattern.constraints()) {
      for (Pattern.Literal literal : constraint.values()) {
        if (constraint.field().equals("rank")) {
          ranks.add(literal.number());
          if (literal.number() < knowledge.causes().size()) {
            ranks.add(literal.number() + 1);
          }
        } else if (constraint.field().equals("value")) {
          pattern.keys().forEach(code -> limit(code, literal.number()));
        }
      }
    }
  }

  private void collectLimits(Requirement requirement) {
    if (requirement instanceof Requirement.IsFromTo range) {
      limit(range.code(), range.least());
      limit(range.code(), range.most());
    } else if (requirement instanceof Requirement.Several several) {
      several.parts().forEach(this::collectLimits);
    }
  }

  private void limit(String code, double limit) {
    limits.computeIfAbsent(code, c -> new TreeSet<>()).add(limit);
  }

  private void split(FindingDefinition finding) {
    switch (finding.kind()) {
      case TRI_STATE -> {
        add(finding.code(), "yes", 0);
        add(finding.code(), "no", 0);
      }
      case CHOICE -> finding.options().forEach(option -> add(finding.code(), option, 0));
      case NUMERIC -> {
        SortedSet<Double> all = new TreeSet<>(List.of(finding.least(), finding.most()));
        for (double limit : limits.getOrDefault(finding.code(), new TreeSet<>())) {
          if (limit > finding.least() && limit < finding.most()) {
            all.add(limit);
          }
        }
        double before = Double.NaN;
        for (double limit : all) {
          if (!Double.isNaN(before)) {
            double between = before / 2 + limit / 2;
            add(finding.code(), Numbers.plain(between), between);
          }
          add(finding.code(), Numbers.plain(limit), limit);
          before = limit;
        }
      }
    }
  }

  private void add(String subject, String value, double number) {
    bySubject.computeIfAbsent(subject, s -> new BitSet()).set(answers.size());
    answers.add(new Answer(subject, value, number));
  }

  Answer answer(int index) {
    return answers.get(index);
  }

  /** All answers to one question; empty where there is no such. */
  BitSet all(String subject) {
    return (BitSet) bySubject.getOrDefault(subject, new BitSet()).clone();
  }

  /** What a code of a line is called here. */
  static String subject(Pattern.Fact fact, String key) {
    return switch (fact) {
      case SUSPECTED -> CAUSE + key;
      case TRIAGED -> URGENCY;
      default -> key;
    };
  }

  /** As a message names it. */
  static String shown(String subject) {
    return subject.startsWith(CAUSE) ? subject.substring(CAUSE.length()) : subject;
  }

  /** The answers that one line accepts: any of them makes it hold. */
  BitSet accepted(Pattern pattern) {
    BitSet accepted = new BitSet();
    for (String key : pattern.keys()) {
      BitSet all = bySubject.getOrDefault(subject(pattern.fact(), key), new BitSet());
      all.stream().filter(i -> accepts(pattern, answers.get(i))).forEach(accepted::set);
    }
    return accepted;
  }

  private boolean accepts(Pattern pattern, Answer answer) {
    return switch (pattern.fact()) {
      case SUSPECTED ->
          pattern.constraints().stream()
              .allMatch(
                  constraint ->
                      switch (constraint.field()) {
                        case "likelihood" -> constraint.accepts(answer.value());
                        case "rank" -> constraint.accepts(answer.number());
                        default -> true;
                      });
      case TRIAGED -> pattern.keys().contains(answer.value());
      default -> pattern.accepts(finding(answer));
    };
  }

  /** The answers to one question that a condition of an advice accepts. */
  BitSet accepted(Requirement.Is condition) {
    BitSet accepted = new BitSet();
    all(condition.code()).stream()
        .filter(i -> condition.accepts(finding(answers.get(i))))
        .forEach(accepted::set);
    return accepted;
  }

  private Finding finding(Answer answer) {
    FindingDefinition definition = knowledge.finding(answer.subject());
    if (definition == null) {
      throw new IllegalStateException(answer.subject() + " is no finding");
    }
    return switch (definition.kind()) {
      case NUMERIC -> new Measured(answer.subject(), answer.number());
      case CHOICE -> new Chosen(answer.subject(), answer.value());
      case TRI_STATE ->
          answer.value().equals("yes")
              ? new Present(answer.subject())
              : new Absent(answer.subject());
    };
  }
}
