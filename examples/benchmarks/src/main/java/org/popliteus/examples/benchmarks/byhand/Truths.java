package org.popliteus.examples.benchmarks.byhand;

import java.util.ArrayList;
import java.util.List;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.fact.Absent;
import org.popliteus.engine.fact.Chosen;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Measured;
import org.popliteus.engine.fact.Present;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Pattern;

/**
 * Whatever can be asked of an answer has a number: that a finding is absent or present, that an
 * option is chosen, that a number lies in an interval which some rule names. A person is then an
 * array of truths by that number, in which an open question leaves all of its own false.
 */
final class Truths {
  /** Added to the first number of a finding that is answered with yes or no. */
  private static final int ABSENT = 0;

  private static final int PRESENT = 1;

  private final Numbers findings;

  /** From a finding to its truths; the last entry counts them all. */
  private final int[] truthsOf;

  /** By finding. */
  private final String[][] options;

  /** By truth, for numbers; both ends are included. */
  private final double[] least;

  private final double[] most;

  /** Pairs of truths that contradict each other, one after the other. */
  private final int[] contradictions;

  /** The screen questions, in the order of the vocabulary. */
  private final int[] screen;

  private final String[] screenCodes;

  Truths(KnowledgeBase knowledge) {
    NamedIntervals named = new NamedIntervals(knowledge);
    List<FindingDefinition> vocabulary = List.copyOf(knowledge.findings());
    findings = new Numbers(vocabulary.stream().map(FindingDefinition::code).toList());
    options = new String[vocabulary.size()][];
    Rows rows = new Rows(vocabulary.size());
    List<Interval> truths = new ArrayList<>();
    for (int finding = 0; finding < options.length; finding++) {
      FindingDefinition definition = vocabulary.get(finding);
      options[finding] = definition.options().toArray(String[]::new);
      List<Interval> own =
          switch (definition.kind()) {
            case TRI_STATE -> List.of(new Interval(0, 0), new Interval(1, 1));
            case CHOICE -> definition.options().stream().map(o -> new Interval(0, 0)).toList();
            case NUMERIC -> named.about(definition.code());
          };
      for (Interval truth : own) {
        rows.add(finding, truths.size());
        truths.add(truth);
      }
    }
    truthsOf = rows.starts();
    least = truths.stream().mapToDouble(Interval::least).toArray();
    most = truths.stream().mapToDouble(Interval::most).toArray();
    contradictions = contradictions(knowledge);
    List<FindingDefinition> questions =
        vocabulary.stream().filter(FindingDefinition::screen).toList();
    screen = questions.stream().mapToInt(question -> findings.of(question.code())).toArray();
    screenCodes = questions.stream().map(FindingDefinition::code).toArray(String[]::new);
  }

  private int[] contradictions(KnowledgeBase knowledge) {
    List<Integer> pairs = new ArrayList<>();
    for (FindingDefinition finding : knowledge.findings()) {
      for (String code : finding.contradicts()) {
        FindingDefinition other = knowledge.finding(code);
        if (other != null
            && finding.kind() == FindingDefinition.Kind.TRI_STATE
            && other.kind() == FindingDefinition.Kind.TRI_STATE) {
          pairs.add(present(finding.code()));
          pairs.add(present(code));
        }
      }
    }
    return pairs.stream().mapToInt(Integer::intValue).toArray();
  }

  /** What is true of a person. */
  boolean[] of(Presentation presentation) {
    boolean[] truths = new boolean[least.length];
    for (Finding finding : presentation.findings()) {
      int number = findings.of(finding.code());
      int truth = truthsOf[number];
      if (finding instanceof Present) {
        truths[truth + PRESENT] = true;
      } else if (finding instanceof Absent) {
        truths[truth + ABSENT] = true;
      } else if (finding instanceof Measured measured) {
        double value = measured.value();
        for (; truth < truthsOf[number + 1]; truth++) {
          truths[truth] = value >= least[truth] && value <= most[truth];
        }
      } else if (finding instanceof Chosen chosen) {
        truths[truth + option(number, chosen.option())] = true;
      }
    }
    return truths;
  }

  /** Without those that contradict each other; the same array where none do. */
  boolean[] withoutContradictions(boolean[] truths) {
    boolean[] plain = truths;
    for (int i = 0; i < contradictions.length; i += 2) {
      if (truths[contradictions[i]] && truths[contradictions[i + 1]]) {
        if (plain == truths) {
          plain = truths.clone();
        }
        plain[contradictions[i]] = false;
        plain[contradictions[i + 1]] = false;
      }
    }
    return plain;
  }

  /** Codes of the screen questions that are open. */
  List<String> open(boolean[] truths) {
    List<String> open = new ArrayList<>();
    for (int i = 0; i < screen.length; i++) {
      int truth = truthsOf[screen[i]];
      if (!truths[truth + PRESENT] && !truths[truth + ABSENT]) {
        open.add(screenCodes[i]);
      }
    }
    return open;
  }

  /** How many screen questions there are. */
  int screened() {
    return screen.length;
  }

  int present(String code) {
    return truthsOf[findings.of(code)] + PRESENT;
  }

  int absent(String code) {
    return truthsOf[findings.of(code)] + ABSENT;
  }

  int chosen(String code, String option) {
    int finding = findings.of(code);
    return truthsOf[finding] + option(finding, option);
  }

  int within(String code, Interval interval) {
    int finding = findings.of(code);
    for (int truth = truthsOf[finding]; truth < truthsOf[finding + 1]; truth++) {
      if (least[truth] == interval.least() && most[truth] == interval.most()) {
        return truth;
      }
    }
    throw new IllegalStateException("an interval of rules was not collected");
  }

  private int option(int finding, String option) {
    String[] known = options[finding];
    for (int i = 0; i < known.length; i++) {
      if (known[i].equals(option)) {
        return i;
      }
    }
    throw new IllegalArgumentException("the vocabulary does not know that option");
  }

  /** The truths of which one holds exactly when the pattern matches a finding. */
  List<Integer> of(Pattern pattern) {
    List<Integer> truths = new ArrayList<>();
    for (String code : Patterns.keys(pattern)) {
      switch (pattern.fact()) {
        case PRESENT -> truths.add(present(code));
        case ABSENT -> truths.add(absent(code));
        case MEASURED -> {
          for (Interval interval : Interval.of(pattern, "value")) {
            truths.add(within(code, interval));
          }
        }
        default -> {
          for (String option : options[findings.of(code)]) {
            if (Patterns.accepts(pattern, "option", option)) {
              truths.add(chosen(code, option));
            }
          }
        }
      }
    }
    return truths;
  }
}
