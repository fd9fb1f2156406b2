package org.popliteus.examples.benchmarks.growth;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.popliteus.engine.Presentation;

/**
 * The findings that generated rules ask for: the same however many rules there are, so that the
 * rules alone grow.
 */
final class Vocabulary {
  private static final int SIGNS = 100;
  private static final int NUMBERS = 12;
  private static final int CHOICES = 8;
  private static final int RED_FLAGS = 3;
  private static final int SCREEN = 6;

  /** A number goes from 0 to here. */
  static final int MOST = 100;

  static final List<String> OPTIONS = List.of("first", "second", "third");

  private Vocabulary() {}

  static String sign(int number) {
    return "SIGN_" + (number + 1);
  }

  static String number(int number) {
    return "NUMBER_" + (number + 1);
  }

  static String choice(int number) {
    return "CHOICE_" + (number + 1);
  }

  static int signs() {
    return SIGNS;
  }

  static int numbers() {
    return NUMBERS;
  }

  static int choices() {
    return CHOICES;
  }

  static List<String> redFlags() {
    List<String> flags = new ArrayList<>();
    for (int i = 0; i < RED_FLAGS; i++) {
      flags.add(sign(i));
    }
    return flags;
  }

  static String yaml() {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < SIGNS; i++) {
      entry(yaml, sign(i), "Is there sign " + (i + 1) + "?", "tri-state");
      if (i < SCREEN) {
        yaml.append("  screen: true\n");
      }
      if (i < RED_FLAGS) {
        yaml.append("  redFlag: true\n");
      }
    }
    for (int i = 0; i < NUMBERS; i++) {
      entry(yaml, number(i), "How much is number " + (i + 1) + "?", "numeric");
      yaml.append("  unit: units\n  least: 0\n  most: ").append(MOST).append('\n');
    }
    for (int i = 0; i < CHOICES; i++) {
      entry(yaml, choice(i), "Which is choice " + (i + 1) + "?", "choice");
      yaml.append("  options: ").append(OPTIONS).append('\n');
    }
    return yaml.toString();
  }

  private static void entry(StringBuilder yaml, String code, String question, String kind) {
    yaml.append("- code: ").append(code).append('\n');
    yaml.append("  display: \"").append(code).append("\"\n");
    yaml.append("  question: \"").append(question).append("\"\n");
    yaml.append("  kind: ").append(kind).append('\n');
    yaml.append("  tier: core\n  group: generated\n");
  }

  /** Somebody of whom this many questions are answered, half of the signs with yes. */
  static Presentation person(int answers, Random random) {
    List<Integer> questions = new ArrayList<>();
    for (int i = 0; i < SIGNS + NUMBERS + CHOICES; i++) {
      questions.add(i);
    }
    Collections.shuffle(questions, random);
    Presentation.Builder builder = Presentation.builder();
    for (int question : questions.subList(0, answers)) {
      if (question >= SIGNS + NUMBERS) {
        String option = OPTIONS.get(random.nextInt(OPTIONS.size()));
        builder.chosen(choice(question - SIGNS - NUMBERS), option);
      } else if (question >= SIGNS) {
        builder.measured(number(question - SIGNS), random.nextInt(MOST + 1));
      } else if (random.nextBoolean()) {
        builder.present(sign(question));
      } else {
        builder.absent(sign(question));
      }
    }
    return builder.build();
  }
}
