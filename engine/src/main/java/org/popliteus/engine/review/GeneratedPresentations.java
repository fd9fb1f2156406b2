package org.popliteus.engine.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;

/**
 * People who do not exist, drawn from a vocabulary; the same seed gives the same people. They are
 * meant to reach every corner of a knowledge base, not to be likely.
 */
public final class GeneratedPresentations {
  private final List<FindingDefinition> vocabulary;
  private final Random random;

  /** Draws from the vocabulary of a knowledge base. */
  public GeneratedPresentations(KnowledgeBase knowledge, long seed) {
    this(knowledge.findings(), seed);
  }

  /** Draws from a vocabulary. */
  public GeneratedPresentations(Collection<FindingDefinition> vocabulary, long seed) {
    this.vocabulary = List.copyOf(vocabulary);
    this.random = new Random(seed);
  }

  /** From nothing answered to everything answered, with few or many of the answers yes. */
  public Presentation next() {
    return next(random.nextInt(vocabulary.size() + 1));
  }

  /**
   * A person of whom this many questions are answered.
   *
   * @param answered at most the size of the vocabulary
   */
  public Presentation next(int answered) {
    List<FindingDefinition> questions = new ArrayList<>(vocabulary);
    Collections.shuffle(questions, random);
    double yes = random.nextDouble() * random.nextDouble();
    Presentation.Builder builder = Presentation.builder();
    for (FindingDefinition question : questions.subList(0, answered)) {
      answer(question, yes, builder);
    }
    return builder.build();
  }

  private void answer(FindingDefinition question, double yes, Presentation.Builder builder) {
    if (random.nextInt(20) == 0) {
      builder.unknown(question.code());
      return;
    }
    switch (question.kind()) {
      case TRI_STATE -> {
        if (random.nextDouble() < yes) {
          builder.present(question.code());
        } else {
          builder.absent(question.code());
        }
      }
      case NUMERIC -> {
        double range = question.most() - question.least();
        double value = question.least() + range * random.nextDouble();
        builder.measured(question.code(), range > 20 ? Math.rint(value) : value);
      }
      case CHOICE ->
          builder.chosen(
              question.code(), question.options().get(random.nextInt(question.options().size())));
    }
  }
}
