package org.popliteus.examples.service.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;

/**
 * What was answered so far, step by step, as the hidden fields of the form carry it: a field a
 * step, in it {@code CODE=value} for each answer, with spaces between. Immutable. Nothing is
 * checked here; the advisor does that.
 */
final class Sheet {
  private final List<List<Said>> steps;

  private Sheet(List<List<Said>> steps) {
    this.steps = List.copyOf(steps);
  }

  /** One answer, as the form carries it. */
  record Said(String code, String value) {

    static Said of(String text) {
      int sign = text.indexOf('=');
      return sign < 0
          ? new Said(text, "")
          : new Said(text.substring(0, sign), text.substring(sign + 1));
    }

    /** Names the question alone, so that an answer cannot reach a log. */
    @Override
    public String toString() {
      return "Said " + code;
    }
  }

  static Sheet of(List<String> fields) {
    return new Sheet(
        fields.stream()
            .map(field -> Arrays.stream(field.strip().split("\\s+")).map(Said::of).toList())
            .toList());
  }

  boolean isEmpty() {
    return steps.isEmpty();
  }

  /** The hidden fields. */
  List<String> fields() {
    return steps.stream()
        .map(
            step ->
                String.join(
                    " ", step.stream().map(said -> said.code() + "=" + said.value()).toList()))
        .toList();
  }

  /** One step more; what it answers counts in place of earlier answers to the same questions. */
  Sheet with(List<Said> step) {
    if (step.isEmpty()) {
      return this;
    }
    Sheet others = this;
    for (Said said : step) {
      others = others.without(said.code());
    }
    List<List<Said>> more = new ArrayList<>(others.steps);
    more.add(List.copyOf(step));
    return new Sheet(more);
  }

  Sheet without(String code) {
    List<List<Said>> left = new ArrayList<>();
    for (List<Said> step : steps) {
      List<Said> others = step.stream().filter(said -> !said.code().equals(code)).toList();
      if (!others.isEmpty()) {
        left.add(others);
      }
    }
    return new Sheet(left);
  }

  /** The answer to a question; empty where it has none. */
  String value(String code) {
    return steps.stream()
        .flatMap(List::stream)
        .filter(said -> said.code().equals(code))
        .map(Said::value)
        .findFirst()
        .orElse("");
  }

  /** Without the last step. */
  Sheet back() {
    return isEmpty() ? this : new Sheet(steps.subList(0, steps.size() - 1));
  }

  /** What was answered in the last step. */
  List<Said> last() {
    return isEmpty() ? List.of() : steps.get(steps.size() - 1);
  }

  /** The answers by code, in the order in which they were given, as an advisor takes them. */
  Map<String, Object> answers(KnowledgeBase knowledge) {
    Map<String, Object> answers = new LinkedHashMap<>();
    for (List<Said> step : steps) {
      for (Said said : step) {
        answers.put(said.code(), value(knowledge.finding(said.code()), said.value()));
      }
    }
    return answers;
  }

  private static Object value(@Nullable FindingDefinition question, String text) {
    boolean numeric = question != null && question.kind() == FindingDefinition.Kind.NUMERIC;
    Double number = numeric ? TypedNumber.read(text) : null;
    return number == null ? text : number;
  }

  /** Counts the steps, so that an answer cannot reach a log. */
  @Override
  public String toString() {
    return "Sheet of " + steps.size() + " steps";
  }
}
