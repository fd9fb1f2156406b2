package org.popliteus.examples.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Cause;
import org.popliteus.engine.InvalidPresentationException;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.interview.Interview;
import org.popliteus.engine.interview.NextQuestions;
import org.popliteus.engine.interview.Question;
import org.popliteus.engine.knowledge.FindingDefinition;

/**
 * Question and answer, line by line, so that a screen reader and a pipe can follow. It ends when
 * nothing that is open can raise the urgency and no single answer changes the ranking.
 */
final class Conversation {
  private final Advisor advisor;
  private final Interview interview;
  private final AnswerSheet sheet;
  private final Writer out;

  Conversation(Advisor advisor, Interview interview, AnswerSheet sheet, Writer out) {
    this.advisor = advisor;
    this.interview = interview;
    this.sheet = sheet;
    this.out = out;
  }

  private interface Answerer {
    /** What is answered; null where nobody answers any more. */
    @Nullable String answer(Question question) throws IOException;
  }

  /** Asks a person, who answers line by line; the end of the lines is a stop. */
  void hold(BufferedReader lines) throws IOException {
    say("Type yes, no or don't know, a number or an option; and back, why or stop.");
    hold(question -> lines.readLine());
  }

  /** Asks answers that were given before; what they do not hold is not known. */
  void hold(Presentation answers) throws IOException {
    Map<String, String> given = new HashMap<>();
    for (Finding finding : answers.findings()) {
      given.put(finding.code(), AnswerSheet.value(finding).toString());
    }
    hold(
        question -> {
          String answer = given.getOrDefault(question.code(), "unknown");
          say("> " + answer);
          return answer;
        });
  }

  private void hold(Answerer answerer) throws IOException {
    boolean toldThatUrgencyIsFinal = false;
    NextQuestions next = interview.next(sheet.presentation());
    for (int asked = 1; !isDone(next); asked++) {
      Question question = next.questions().get(0);
      FindingDefinition definition = advisor.knowledge().finding(question.code());
      if (definition == null) {
        throw new IllegalStateException("the vocabulary has no " + question.code());
      }
      say("");
      say(asked + ". " + (definition.examination() ? definition.display() : question.text()));
      say("   (" + AnswerWords.choices(definition) + ")");
      if (!answered(question, definition, answerer)) {
        say("Stopped.");
        return;
      }
      next = interview.next(sheet.presentation());
      say(standing(next));
      if (next.urgencyIsFinal() && !toldThatUrgencyIsFinal && !isDone(next)) {
        toldThatUrgencyIsFinal = true;
        say("Nothing that is open can make it more urgent; what follows is about the cause.");
      }
    }
    say("");
    say(
        next.questions().isEmpty()
            ? "All is asked."
            : "Nothing that is open can make it more urgent, and no single answer changes the"
                + " ranking.");
  }

  private static boolean isDone(NextQuestions next) {
    return next.questions().isEmpty() || (next.urgencyIsFinal() && next.rankingIsSettled());
  }

  /** Returns false where the person stops. */
  private boolean answered(Question question, FindingDefinition definition, Answerer answerer)
      throws IOException {
    while (true) {
      out.flush();
      String line = answerer.answer(question);
      String word = line == null ? "stop" : line.strip().toLowerCase(Locale.ROOT);
      switch (word) {
        case "stop", "quit" -> {
          return false;
        }
        case "why" -> say(question.reason());
        case "back" -> {
          String back = sheet.back();
          if (back != null) {
            say("Taken back: " + display(back) + ".");
            return true;
          }
          say("There is no answer to take back.");
        }
        default -> {
          if (put(question, definition, word)) {
            return true;
          }
        }
      }
    }
  }

  private boolean put(Question question, FindingDefinition definition, String word)
      throws IOException {
    Object answer = AnswerWords.answer(definition, word);
    if (answer == null) {
      say("That is no answer to this question.");
      say("  Maybe " + AnswerWords.choices(definition) + "; or back, why or stop.");
      return false;
    }
    try {
      sheet.answer(question.code(), answer);
      return true;
    } catch (InvalidPresentationException e) {
      for (var problem : e.problems()) {
        say(problem.message());
        say("  " + problem.maybe());
      }
      return false;
    }
  }

  private String display(String code) {
    FindingDefinition definition = advisor.knowledge().finding(code);
    return definition == null ? code : definition.display();
  }

  private String standing(NextQuestions next) {
    Assessment assessment = advisor.assess(sheet.presentation());
    StringBuilder text = new StringBuilder("So far: ");
    text.append(assessment.urgency().name().replace('_', ' '));
    if (assessment.provisional()) {
      text.append(", provisional");
    }
    if (!assessment.causes().isEmpty()) {
      Cause first = assessment.causes().get(0);
      text.append("; first ").append(first.display()).append(" (");
      text.append(first.likelihood().name().toLowerCase(Locale.ROOT)).append(")");
    }
    int open = next.questions().size();
    return text.append("; ").append(open).append(" open.").toString();
  }

  private void say(String line) throws IOException {
    out.append(line).append('\n');
  }
}
