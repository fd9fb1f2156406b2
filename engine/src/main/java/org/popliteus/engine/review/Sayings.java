package org.popliteus.engine.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Cause;
import org.popliteus.engine.Escalation;
import org.popliteus.engine.Evidence;
import org.popliteus.engine.Withheld;
import org.popliteus.engine.knowledge.Strength;

/** What single rules say in an answer: the strength of evidence, an urgency, a stopped advice. */
final class Sayings {
  private Sayings() {}

  /**
   * Whether a rule says what is expected of it.
   *
   * @param expected the rule id and, after a space, for example {@code weak for}, {@code weak for
   *     DVT}, {@code same-day} or {@code no MASSAGE}
   */
  static boolean hold(String expected, Assessment assessment) {
    int end = expected.indexOf(' ');
    String saying = expected.substring(end + 1);
    List<String> said = said(expected.substring(0, end), assessment);
    return said.contains(saying) || said.stream().anyMatch(s -> s.startsWith(saying + " "));
  }

  static String failure(String expected, Assessment assessment) {
    int end = expected.indexOf(' ');
    String rule = expected.substring(0, end);
    List<String> said = said(rule, assessment);
    return "expected "
        + rule
        + " to say \""
        + expected.substring(end + 1)
        + "\", and it says "
        + (said.isEmpty() ? "nothing in this answer" : String.join(", ", said));
  }

  private static List<String> said(String rule, Assessment assessment) {
    List<String> said = new ArrayList<>();
    for (Cause cause : assessment.causes()) {
      for (Evidence evidence : cause.evidence()) {
        if (evidence.provenance().rule().equals(rule)) {
          said.add(Strength.words(evidence.ratio()) + " " + cause.code());
        }
      }
    }
    for (Escalation escalation : assessment.escalations()) {
      if (escalation.provenance().rule().equals(rule)) {
        said.add(escalation.urgency().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      }
    }
    for (Withheld stopped : assessment.withheld()) {
      if (stopped.provenance().rule().equals(rule)) {
        said.add("no " + stopped.code());
      }
    }
    return said;
  }
}
