package org.popliteus.engine.interview;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.InvalidPresentationException;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.Urgency;
import org.popliteus.engine.knowledge.FindingDefinition;

/**
 * Says what to ask next. Immutable; make one for an advisor, and share it between threads.
 *
 * <pre>{@code
 * Interview interview = Interview.with(advisor, Setting.LAY);
 * NextQuestions next = interview.next(presentation);
 * while (!next.urgencyIsFinal()) {
 *   presentation = answered(presentation, ask(next.questions().get(0)));
 *   next = interview.next(presentation);
 * }
 * }</pre>
 */
public final class Interview {
  private static final int NAMED = 3;

  /**
   * What a level of urgency counts for beside all suspicion: an expert number. The signs of danger
   * are asked before anything else, whatever it is.
   */
  private static final double LEVEL = 0.2;

  private final Advisor advisor;
  private final Rulebook book;
  private final Setting setting;

  private Interview(Advisor advisor, Setting setting) {
    this.advisor = advisor;
    this.book = new Rulebook(advisor.knowledge());
    this.setting = requireNonNull(setting, "setting");
  }

  /** Asks by the knowledge of an advisor. */
  public static Interview with(Advisor advisor, Setting setting) {
    return new Interview(advisor, setting);
  }

  /**
   * What is open after these answers.
   *
   * @throws InvalidPresentationException as {@link Advisor#assess} does
   */
  public NextQuestions next(Presentation presentation) {
    Urgency urgency = advisor.assess(presentation).urgency();
    OpenQuestions questions = new OpenQuestions(book.vocabulary(), setting, presentation);
    List<Integer> open = questions.topics();
    Standing standing = new Standing(book, questions.answers());
    Reach reach = new Reach(book, standing, open);
    UrgencyBound bound = new UrgencyBound(book, reach, Rulebook.rank(urgency));
    Moves moves = new Moves(book, standing, open, bound, reach);
    Waiting waiting = new Waiting(book, standing, questions, open, reach);
    List<Question> sorted = new ArrayList<>(open.size());
    for (int topic : open) {
      sorted.add(question(topic, questions, moves, waiting.of(topic)));
    }
    sorted.sort(
        Comparator.comparing((Question question) -> !question.screen())
            .thenComparing(question -> -question.urgencyMove() * LEVEL - question.rankingMove())
            .thenComparing(question -> -question.waiting().size())
            .thenComparing(Question::code));
    return new NextQuestions(inTurn(sorted), bound.isFinal(), moves.rankingIsSettled());
  }

  private Question question(int topic, OpenQuestions questions, Moves moves, List<String> waiting) {
    FindingDefinition definition = book.vocabulary().topic(topic);
    return new Question(
        definition.code(),
        definition.display(),
        definition.question(),
        definition.screen(),
        moves.ofUrgency(topic),
        moves.ofRanking(topic),
        waiting,
        questions.before(definition),
        reason(definition, waiting));
  }

  private static String reason(FindingDefinition definition, List<String> waiting) {
    String screen = definition.screen() ? "Asked first, as a sign of danger" : "Asked";
    if (waiting.isEmpty()) {
      return screen + (definition.screen() ? "." : " for completeness; no rule waits for it.");
    }
    List<String> named = waiting.subList(0, Math.min(NAMED, waiting.size()));
    int more = waiting.size() - named.size();
    return screen
        + (definition.screen() ? "; " : " because ")
        + listed(named, more)
        + (waiting.size() == 1 ? " waits for it." : " wait for it.");
  }

  private static String listed(List<String> named, int more) {
    List<String> parts = new ArrayList<>(named);
    if (more > 0) {
      parts.add(more + " more");
    }
    int last = parts.size() - 1;
    return last == 0
        ? parts.get(0)
        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }

  /** The same order, but that a question is preceded by those that make it sensible. */
  private static List<Question> inTurn(List<Question> sorted) {
    Map<String, Question> left = new LinkedHashMap<>();
    sorted.forEach(question -> left.put(question.code(), question));
    List<Question> ordered = new ArrayList<>(sorted.size());
    sorted.forEach(question -> ask(question, left, ordered));
    return List.copyOf(ordered);
  }

  private static void ask(Question question, Map<String, Question> left, List<Question> ordered) {
    if (left.remove(question.code()) != null) {
      for (String code : question.after()) {
        Question before = left.get(code);
        if (before != null) {
          ask(before, left, ordered);
        }
      }
      ordered.add(question);
    }
  }
}
