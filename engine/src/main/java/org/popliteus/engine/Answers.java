package org.popliteus.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.fact.Absent;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Present;
import org.popliteus.engine.fact.Unknown;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;

/**
 * All that is known about one person, as one fact: rules ask it for answers by number. Measured
 * against a fact an answer, this is several times faster, and a rule fires once however many
 * answers fit it. What is not known is not there.
 */
final class Answers {

  /** The number of each code of a vocabulary. */
  static final class Numbering {
    private final Map<String, Integer> numbers = new HashMap<>();

    Numbering(KnowledgeBase knowledge) {
      for (FindingDefinition finding : knowledge.findings()) {
        numbers.put(finding.code(), numbers.size());
      }
    }

    /** Of a vocabulary of one. */
    Numbering(String code) {
      numbers.put(code, 0);
    }

    int of(String code) {
      Integer number = numbers.get(code);
      if (number == null) {
        throw new IllegalStateException("the vocabulary has no " + code);
      }
      return number;
    }
  }

  private final Numbering numbering;
  private final @Nullable Finding[] findings;
  private final boolean[] present;
  private final boolean[] absent;
  private boolean @Nullable [] contradicted;

  Answers(Numbering numbering, Presentation presentation) {
    this.numbering = numbering;
    int size = numbering.numbers.size();
    this.findings = new Finding[size];
    this.present = new boolean[size];
    this.absent = new boolean[size];
    for (Finding finding : presentation.findings()) {
      if (!(finding instanceof Unknown)) {
        int number = numbering.of(finding.code());
        findings[number] = finding;
        present[number] = finding instanceof Present;
        absent[number] = finding instanceof Absent;
      }
    }
  }

  /** The answer to a question; null where it is not known. */
  @Nullable Finding to(String code) {
    return findings[numbering.of(code)];
  }

  @Nullable Finding to(int number) {
    return findings[number];
  }

  boolean isPresent(int number) {
    return present[number];
  }

  boolean isAnyPresent(int[] numbers) {
    for (int number : numbers) {
      if (present[number]) {
        return true;
      }
    }
    return false;
  }

  boolean isPresent(String code) {
    return present[numbering.of(code)];
  }

  boolean isAbsent(int number) {
    return absent[number];
  }

  /** Marks an answer as contradicted by another. */
  void contradict(String code) {
    if (contradicted == null) {
      contradicted = new boolean[findings.length];
      Arrays.fill(contradicted, false);
    }
    contradicted[numbering.of(code)] = true;
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
