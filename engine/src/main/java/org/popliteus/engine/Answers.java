package org.popliteus.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.fact.Absent;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Present;
import org.popliteus.engine.fact.Unknown;

/**
 * All that is known about one person, as one fact: rules ask it for answers by number. Measured
 * against a fact an answer, this is several times faster, and a rule fires once however many
 * answers fit it. What is not known is not there.
 */
final class Answers {

  private final Questions questions;
  private final @Nullable Finding[] findings;
  private final boolean[] holds;
  private boolean @Nullable [] contradicted;

  Answers(Questions questions, Presentation presentation) {
    this.questions = questions;
    this.findings = new Finding[questions.codes()];
    this.holds = new boolean[questions.onAnswers()];
    for (Finding finding : presentation.findings()) {
      if (!(finding instanceof Unknown)) {
        int number = questions.of(finding.code());
        findings[number] = finding;
        List<Condition> asked = questions.about(number);
        for (int i = 0; i < asked.size(); i++) {
          Condition condition = asked.get(i);
          holds[condition.number()] |= condition.fits(number, this);
        }
      }
    }
  }

  /** Whether a condition, by its number, holds. */
  boolean holds(int condition) {
    return holds[condition];
  }

  /** The answer to a question; null where it is not known. */
  @Nullable Finding to(String code) {
    return findings[questions.of(code)];
  }

  @Nullable Finding to(int number) {
    return findings[number];
  }

  boolean isPresent(int number) {
    return findings[number] instanceof Present;
  }

  boolean isPresent(String code) {
    return isPresent(questions.of(code));
  }

  boolean isAbsent(int number) {
    return findings[number] instanceof Absent;
  }

  /** Marks an answer as contradicted by another. */
  void contradict(String code) {
    if (contradicted == null) {
      contradicted = new boolean[findings.length];
    }
    contradicted[questions.of(code)] = true;
  }

  boolean isContradicted(int number) {
    return contradicted != null && contradicted[number];
  }

  /** Says nothing of the answers, so that they cannot reach a log. */
  @Override
  public String toString() {
    return "Answers";
  }
}
