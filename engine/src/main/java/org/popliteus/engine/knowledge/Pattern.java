package org.popliteus.engine.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.popliteus.engine.fact.Absent;
import org.popliteus.engine.fact.Chosen;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Measured;
import org.popliteus.engine.fact.Present;

/**
 * One line of a rule's {@code when}: a kind of fact and what must be true of it.
 *
 * @param fact the kind of fact
 * @param constraints all must hold
 * @param at where it begins
 */
public record Pattern(Fact fact, List<Constraint> constraints, Location at) {

  /** The kinds of fact that a rule may match, with their fields. */
  public enum Fact {
    /** A finding that was answered with yes. */
    PRESENT("Present", List.of("code"), List.of()),
    /** A finding that was answered with no. */
    ABSENT("Absent", List.of("code"), List.of()),
    /** A number. */
    MEASURED("Measured", List.of("code"), List.of("value")),
    /** An option. */
    CHOSEN("Chosen", List.of("code", "option"), List.of()),
    /** A cause, in the second phase. */
    SUSPECTED("Suspected", List.of("cause", "likelihood"), List.of("rank")),
    /** The settled urgency, in the second phase. */
    TRIAGED("Triaged", List.of("urgency"), List.of());

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> texts;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> numbers;

    Fact(String word, List<String> texts, List<String> numbers) {
      this.word = word;
      this.texts = texts;
      this.numbers = numbers;
    }

    /** As a rule writes it, for example {@code Present}. */
    public String word() {
      return word;
    }

    /** The field that names what is meant: {@code code}, {@code cause} or {@code urgency}. */
    public String key() {
      return texts.get(0);
    }

    /** The fields that hold text. */
    public List<String> texts() {
      return texts;
    }

    /** The fields that hold a number. */
    public List<String> numbers() {
      return numbers;
    }

    /** Whether it stands for an answer, and not for a conclusion of the first phase. */
    public boolean isFinding() {
      return this != SUSPECTED && this != TRIAGED;
    }
  }

  /** How a field is compared. */
  public enum Operator {
    /** Is. */
    EQUAL("==", ""),
    /** Is one of. */
    IN("in", ""),
    /** Is less than. */
    LESS("<", "less than "),
    /** Is at most. */
    AT_MOST("<=", "at most "),
    /** Is more than. */
    MORE(">", "more than "),
    /** Is at least. */
    AT_LEAST(">=", "at least ");

    private final String sign;
    private final String words;

    Operator(String sign, String words) {
      this.sign = sign;
      this.words = words;
    }

    /** As a sentence says it before a number, for example {@code at least }; empty for equality. */
    public String words() {
      return words;
    }

    /** As a rule writes it. */
    public String sign() {
      return sign;
    }
  }

  /**
   * What must be true of one field.
   *
   * @param field the field of the fact
   * @param operator how it is compared
   * @param values one literal; several for {@code in}
   * @param at where it begins
   */
  public record Constraint(String field, Operator operator, List<Literal> values, Location at) {

    /** Whether a text satisfies it. */
    public boolean accepts(String text) {
      // asked in every assessment: a loop that makes no iterator
      for (int i = 0; i < values.size(); i++) {
        if (values.get(i).text().equals(text)) {
          return true;
        }
      }
      return false;
    }

    /** Whether a number satisfies it. */
    public boolean accepts(double number) {
      for (int i = 0; i < values.size(); i++) {
        double limit = values.get(i).number();
        boolean holds =
            switch (operator) {
              case EQUAL, IN -> number == limit;
              case LESS -> number < limit;
              case AT_MOST -> number <= limit;
              case MORE -> number > limit;
              case AT_LEAST -> number >= limit;
            };
        if (holds) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * A literal of a rule.
   *
   * @param text the text between the quotes, or the number as written
   * @param quoted whether it stood in quotes
   * @param number the number; NaN for a text
   * @param at where it begins
   */
  public record Literal(String text, boolean quoted, double number, Location at) {

    /** A literal as written. */
    public static Literal of(String text, boolean quoted, Location at) {
      return new Literal(text, quoted, quoted ? Double.NaN : Double.parseDouble(text), at);
    }
  }

  /** Whether one answer satisfies every constraint. */
  public boolean accepts(Finding finding) {
    boolean kind =
        switch (fact) {
          case PRESENT -> finding instanceof Present;
          case ABSENT -> finding instanceof Absent;
          case MEASURED -> finding instanceof Measured;
          case CHOSEN -> finding instanceof Chosen;
          case SUSPECTED, TRIAGED -> false;
        };
    if (!kind) {
      return false;
    }
    for (Constraint constraint : constraints) {
      boolean holds =
          switch (constraint.field()) {
            case "code" -> constraint.accepts(finding.code());
            case "value" ->
                finding instanceof Measured measured && constraint.accepts(measured.value());
            default -> finding instanceof Chosen chosen && constraint.accepts(chosen.option());
          };
      if (!holds) {
        return false;
      }
    }
    return true;
  }

  /** The codes, causes or urgencies that the pattern names; empty where it names none. */
  public List<String> keys() {
    for (Constraint constraint : constraints) {
      if (constraint.field().equals(fact.key())) {
        if (constraint.values().size() == 1) {
          return List.of(constraint.values().get(0).text());
        }
        List<String> keys = new ArrayList<>(constraint.values().size());
        for (Literal value : constraint.values()) {
          keys.add(value.text());
        }
        return List.copyOf(keys);
      }
    }
    return List.of();
  }

  /**
   * For a reader of no rule language: {@code CALF_SWELLING or CALF_TENDER is present}, {@code
   * AGE_YEARS is at least 40}.
   */
  public String words() {
    String subject = String.join(" or ", keys());
    return switch (fact) {
      case PRESENT -> subject + " is present";
      case ABSENT -> subject + " is absent";
      case TRIAGED -> "the urgency is " + subject;
      case MEASURED, CHOSEN -> subject + rest("");
      case SUSPECTED -> (subject.isEmpty() ? "any cause" : subject) + rest(" is suspected");
    };
  }

  private String rest(String otherwise) {
    List<String> words = new ArrayList<>();
    for (Constraint constraint : constraints) {
      if (!constraint.field().equals(fact.key())) {
        String values =
            constraint.values().stream().map(Literal::text).collect(Collectors.joining(" or "));
        boolean rank = constraint.field().equals("rank");
        words.add((rank ? "has a rank that is " : "is ") + constraint.operator().words() + values);
      }
    }
    return words.isEmpty() ? otherwise : " " + String.join(" and ", words);
  }
}
