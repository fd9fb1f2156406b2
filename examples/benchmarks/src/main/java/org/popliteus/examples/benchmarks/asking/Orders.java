package org.popliteus.examples.benchmarks.asking;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.Urgency;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.interview.Interview;
import org.popliteus.engine.interview.NextQuestions;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Truth;

/** One runner asked in several orders: after how many answers is it what all answers give? */
final class Orders {
  private final Advisor advisor;
  private final Interview interview;
  private final Presentation runner;
  private final Map<String, Finding> answers = new HashMap<>();
  private final Assessment full;

  /**
   * How an order went.
   *
   * @param needed the answers after which urgency and first cause are those of all answers, and
   *     stay so
   * @param asked the answers until it stopped of itself, or ended
   * @param urgencyTooLow whether it stopped with a lower urgency than all answers give
   * @param firstDiffers whether it stopped with another first cause
   */
  record Went(int needed, int asked, boolean urgencyTooLow, boolean firstDiffers) {}

  Orders(Advisor advisor, Interview interview, Presentation runner) {
    this.advisor = advisor;
    this.interview = interview;
    this.runner = runner;
    runner.findings().forEach(finding -> answers.put(finding.code(), finding));
    this.full = advisor.assess(runner);
  }

  /** Whether a question makes sense after these answers. */
  static boolean isSensible(FindingDefinition question, Map<String, Finding> answers) {
    return question.after() == null || question.after().truth(answers::get) == Truth.YES;
  }

  Went inVocabularyOrder() {
    return inOrder(codes());
  }

  Went inRandomOrder(Random random) {
    List<String> codes = codes();
    Collections.shuffle(codes, random);
    return inOrder(codes);
  }

  Went redFlagsFirst() {
    KnowledgeBase knowledge = advisor.knowledge();
    List<String> codes = codes();
    codes.sort(
        Comparator.comparing(
            code -> {
              FindingDefinition question = knowledge.finding(code);
              return question == null || !(question.redFlag() || question.screen());
            }));
    return inOrder(codes);
  }

  /** In the order of the vocabulary. */
  private List<String> codes() {
    List<String> codes = new ArrayList<>();
    for (FindingDefinition question : advisor.knowledge().findings()) {
      if (answers.containsKey(question.code())) {
        codes.add(question.code());
      }
    }
    return codes;
  }

  private Went inOrder(List<String> codes) {
    Presentation.Builder said = Presentation.builder();
    int needed = 0;
    int asked = 0;
    for (String code : codes) {
      said.add(requireNonNull(answers.get(code), code));
      asked++;
      needed = isAsFull(advisor.assess(said.build())) ? needed : asked + 1;
    }
    return new Went(needed, asked, false, false);
  }

  /** As the engine asks; where it would stop is noted, and the rest is asked all the same. */
  Went asTheEngineAsks() {
    Presentation.Builder said = Presentation.builder();
    int asked = 0;
    int needed = 0;
    int stopped = 0;
    Assessment atStop = full;
    NextQuestions next = interview.next(said.build());
    while (!next.questions().isEmpty()) {
      String code = next.questions().get(0).code();
      Finding answer = answers.get(code);
      if (answer == null) {
        said.unknown(code);
      } else {
        said.add(answer);
      }
      asked++;
      Assessment now = advisor.assess(said.build());
      needed = isAsFull(now) ? needed : asked + 1;
      next = interview.next(said.build());
      if (stopped == 0 && next.urgencyIsFinal() && next.rankingIsSettled()) {
        stopped = asked;
        atStop = now;
      }
    }
    return new Went(
        needed,
        stopped == 0 ? asked : stopped,
        full.urgency().isMoreUrgentThan(atStop.urgency()),
        !first(full).equals(first(atStop)));
  }

  Urgency urgency() {
    return full.urgency();
  }

  private boolean isAsFull(Assessment now) {
    return now.urgency() == full.urgency() && first(now).equals(first(full));
  }

  private static String first(Assessment assessment) {
    return assessment.causes().isEmpty() ? "" : assessment.causes().get(0).code();
  }

  @Override
  public String toString() {
    return "Orders of " + runner;
  }
}
