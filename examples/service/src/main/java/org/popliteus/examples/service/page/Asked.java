package org.popliteus.examples.service.page;

import org.popliteus.engine.interview.NextQuestions;
import org.popliteus.engine.interview.Question;

/**
 * A question as it is put to a person.
 *
 * @param question the question
 * @param next all that is open, it among them
 * @param was what was answered or typed before; empty where nothing was
 * @param error the key of what is wrong with that; empty where nothing is
 */
record Asked(Question question, NextQuestions next, String was, String error) {

  /** Names the question alone, so that an answer cannot reach a log. */
  @Override
  public String toString() {
    return "Asked " + question.code();
  }
}
