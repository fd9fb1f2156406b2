package org.popliteus.examples.benchmarks.growth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A knowledge base of as many rules as wanted, in a folder; the same seed gives the same files. Of
 * twenty rules sixteen speak of causes, one escalates, two are about advice, and one names what
 * contributes.
 */
final class KnowledgeFolder {
  private static final String PACKAGE = "org.popliteus.generated";
  private static final int FEWEST = 4;
  private static final int MOST_CAUSES = 45;
  private static final int MOST_ADVICE = 60;

  private final Path folder;
  private final int rules;
  private final Random random;
  private final int causes;
  private final int advice;

  private KnowledgeFolder(Path folder, int rules, long seed) {
    this.folder = folder;
    this.rules = rules;
    this.random = new Random(seed);
    this.causes = Math.max(FEWEST, Math.min(MOST_CAUSES, rules / 12));
    this.advice = Math.max(FEWEST, Math.min(MOST_ADVICE, rules / 20));
  }

  static void write(Path folder, int rules, long seed) throws IOException {
    new KnowledgeFolder(folder, rules, seed).write();
  }

  private void write() throws IOException {
    file("kb.yaml", settings());
    file("findings.yaml", Vocabulary.yaml());
    file("causes.yaml", causes());
    file("advice.yaml", advice());
    file("factors.yaml", factors());
    file("scores.yaml", "[]\n");
    file(
        "sources.yaml",
        "- id: generated\n  title: Generated\n  by: A program\n  kind: expert\n  checked: in-full\n");
    int twentieth = rules / 20;
    RuleWriter escalations = rules("escalations", "RF");
    escalations.redFlags("SEE_SOON");
    while (escalations.count() < twentieth) {
      boolean today = random.nextInt(3) == 0;
      String cause = cause(random.nextInt(causes));
      escalations.escalation(today ? "sameDay" : "soon", today ? "SEE_TODAY" : "SEE_SOON", cause);
    }
    RuleWriter advices = rules("advice", "AD");
    while (advices.count() < 2 * twentieth) {
      int number = advices.count();
      if (number < advice || random.nextInt(4) > 0) {
        advices.recommend(someCauses(), advice(number % advice));
      } else {
        advices.withhold(advice(random.nextInt(advice)));
      }
    }
    RuleWriter contributing = rules("contributing", "CF");
    while (contributing.count() < twentieth) {
      contributing.contributes("FACTOR_" + (1 + contributing.count() % FEWEST));
    }
    int left = rules - escalations.count() - advices.count() - contributing.count();
    for (int i = 0; i < causes; i++) {
      RuleWriter file = rules("causes", "" + letter(i / 26) + letter(i % 26) + 'X');
      int count = left / (causes - i);
      while (file.count() < count) {
        file.evidence(cause(i));
      }
      left -= count;
      file("causes/" + cause(i).toLowerCase(Locale.ROOT) + ".drl", file.drl());
    }
    file("escalations/escalations.drl", escalations.drl());
    file("advice/advice.drl", advices.drl());
    file("contributing/contributing.drl", contributing.drl());
  }

  private RuleWriter rules(String folder, String prefix) {
    return new RuleWriter(PACKAGE + "." + folder, prefix, random);
  }

  private static char letter(int number) {
    return (char) ('A' + number);
  }

  private static String cause(int number) {
    return "CAUSE_" + (number + 1);
  }

  private static String advice(int number) {
    return "ADVICE_" + (number + 1);
  }

  private List<String> someCauses() {
    Set<String> some = new TreeSet<>();
    int size = 1 + random.nextInt(Math.min(8, causes - 1));
    while (some.size() < size) {
      some.add(cause(random.nextInt(causes)));
    }
    return List.copyOf(some);
  }

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.writeString(file, text);
  }

  private static String settings() {
    return """
        id: generated
        version: "1"
        title: Generated rules
        package: org.popliteus.generated
        baseRates:
          common: 8
          uncommon: 2
        likely: {share: 0.4, ratio: 4}
        possible: {share: 0.08}
        nothingAnswered:
          rule: NO-01
          action: SEE_SOON
          because: Nothing was answered.
          sources: [generated]
          grade: expert
          status: draft
        reviewWhenLikely:
          rule: NO-02
          action: SEE_SOON
          because: It should be seen.
          sources: [generated]
          grade: expert
          status: draft
        texts:
          emergency: Get help now.
          same-day: Be seen today.
          soon: Be seen soon.
          self-care: Nothing needs to be seen now
          not-excluded: these questions are open
          requirement: It is given only when every question for it is answered.
          seen-first: You need to be seen first.
          contradiction: These answers contradict each other.
        """;
  }

  private String causes() {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < causes; i++) {
      yaml.append("- code: ").append(cause(i)).append('\n');
      yaml.append("  display: Cause ").append(i + 1).append('\n');
      yaml.append("  baseRate: ").append(i % 3 == 0 ? "common" : "uncommon").append('\n');
      yaml.append("  baseRateBecause: It is generated.\n");
      yaml.append("  reviewWhenLikely: ").append(i % 4 == 0).append('\n');
      if (i % 5 == 1) {
        yaml.append("  accompanies: [").append(cause(i - 1)).append("]\n");
      }
      yaml.append("  confirm: Nothing\n  confirmedBy: Nobody\n  sources: [generated]\n");
    }
    return yaml.toString();
  }

  private String advice() {
    StringBuilder yaml = new StringBuilder();
    advice(yaml, "SEE_TODAY", "action", 1, "  within: PT24H\n");
    advice(yaml, "SEE_SOON", "action", 2, "  within: P14D\n");
    List<String> categories =
        new ArrayList<>(List.of("self-care", "exercise", "medicine", "until-seen", "safety-net"));
    for (int i = 0; i < advice; i++) {
      String category = categories.get(i % categories.size());
      String requires =
          category.equals("medicine")
              ? "  requires:\n    - " + Vocabulary.sign(90 + i % 10) + " is absent\n"
              : "";
      advice(yaml, advice(i), category, 1 + i % 9, requires);
    }
    return yaml.toString();
  }

  private static void advice(
      StringBuilder yaml, String code, String category, int priority, String rest) {
    yaml.append("- code: ").append(code).append('\n');
    yaml.append("  display: ").append(code).append('\n');
    yaml.append("  text: Do what is advised here for some minutes, and stop when it hurts.\n");
    yaml.append("  clinicianText: As the text for lay people says.\n");
    yaml.append("  category: ").append(category).append('\n');
    yaml.append("  priority: ").append(priority).append('\n');
    yaml.append(rest).append("  sources: [generated]\n");
  }

  private static String factors() {
    StringBuilder yaml = new StringBuilder();
    for (int i = 1; i <= FEWEST; i++) {
      yaml.append("- code: FACTOR_").append(i).append('\n');
      yaml.append("  display: Factor ").append(i).append('\n');
      yaml.append("  prevention:\n    - text: Less of it.\n      grade: expert\n");
      yaml.append("      sources: [generated]\n");
    }
    return yaml.toString();
  }
}
