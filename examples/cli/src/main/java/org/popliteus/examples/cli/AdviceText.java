package org.popliteus.examples.cli;

import static org.popliteus.examples.cli.Page.bold;
import static org.popliteus.examples.cli.Page.plain;
import static org.popliteus.examples.cli.Page.quiet;
import static org.popliteus.examples.cli.Page.styled;
import static org.popliteus.examples.cli.Wording.INDENT;
import static org.popliteus.examples.cli.Wording.lead;
import static org.popliteus.examples.cli.Wording.more;
import static org.popliteus.examples.cli.Wording.origin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Provenance;
import org.popliteus.engine.Recommendation;
import org.popliteus.engine.Withheld;
import org.popliteus.engine.knowledge.AdviceDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import picocli.CommandLine.Help.Ansi.Style;

/** What to do, what not to do, and what is not advised yet. */
final class AdviceText {
  private static final int QUESTIONS_SHOWN = 6;

  private final KnowledgeBase knowledge;
  private final Wording wording;
  private final Assessment assessment;
  private final Page page;

  AdviceText(KnowledgeBase knowledge, Wording wording, Assessment assessment, Page page) {
    this.knowledge = knowledge;
    this.wording = wording;
    this.assessment = assessment;
    this.page = page;
  }

  void write() {
    recommendations();
    withheld();
  }

  private void recommendations() {
    if (assessment.recommendations().isEmpty()) {
      return;
    }
    page.heading("What to do", "");
    for (Recommendation recommendation : assessment.recommendations()) {
      AdviceDefinition advice = knowledge.advice(recommendation.code());
      page.put(bold(lead(recommendation.rank())), bold(wording.advice(recommendation.code())));
      page.put(INDENT, plain(recommendation.text()));
      if (!recommendation.parameters().isEmpty()) {
        page.put(INDENT, plain(parameters(recommendation.parameters())));
      }
      if (advice != null && advice.category() == AdviceDefinition.Category.ACTION) {
        page.put(INDENT, plain("For the clinician: " + recommendation.clinicianText()));
      }
      page.put(
          INDENT, origin(recommendation.provenance()), quiet(more(recommendation.alsoBy().size())));
    }
  }

  /** {@code timesADay: 3} reads "times a day: 3". */
  private static String parameters(Map<String, String> parameters) {
    StringJoiner text = new StringJoiner(", ");
    parameters.forEach((name, value) -> text.add(spaced(name) + ": " + value));
    return text.toString();
  }

  private static String spaced(String name) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      if (Character.isUpperCase(letter)) {
        words.append(' ').append(Character.toLowerCase(letter));
      } else {
        words.append(letter == '-' || letter == '_' ? ' ' : letter);
      }
    }
    return words.toString();
  }

  /**
   * What a rule or an answer forbids, apart from what only waits: for an answer, or for a
   * clinician.
   */
  private void withheld() {
    Map<String, List<Withheld>> byAdvice = new LinkedHashMap<>();
    for (Withheld one : assessment.withheld()) {
      byAdvice.computeIfAbsent(one.code(), code -> new ArrayList<>()).add(one);
    }
    Map<String, List<List<Withheld>>> forbidden = new LinkedHashMap<>();
    List<Withheld> unanswered = new ArrayList<>();
    List<Withheld> seenFirst = new ArrayList<>();
    for (List<Withheld> reasons : byAdvice.values()) {
      Withheld forbids = null;
      Withheld requires = null;
      for (Withheld reason : reasons) {
        forbids = forbids == null && forbids(reason) ? reason : forbids;
        requires = isRequirement(reason) ? reason : requires;
      }
      if (forbids != null) {
        Provenance by = forbids.provenance();
        reasons.remove(forbids);
        reasons.add(0, forbids);
        forbidden
            .computeIfAbsent(by.rule() + ' ' + by.because(), key -> new ArrayList<>())
            .add(reasons);
      } else if (requires != null) {
        unanswered.add(requires);
      } else {
        seenFirst.add(reasons.get(0));
      }
    }
    forbidden(forbidden.values());
    notYet(unanswered, seenFirst);
  }

  private boolean forbids(Withheld reason) {
    return isRequirement(reason)
        ? !reason.findings().isEmpty()
        : !reason.provenance().because().startsWith(wording.text(KnowledgeBase.Text.SEEN_FIRST));
  }

  private static boolean isRequirement(Withheld reason) {
    return reason.provenance().rule().startsWith("requires:");
  }

  /** Advice that is forbidden for the same reason shares its line. */
  private void forbidden(Collection<List<List<Withheld>>> byReason) {
    if (byReason.isEmpty()) {
      return;
    }
    page.heading("What not to do", "");
    for (List<List<Withheld>> together : byReason) {
      StringJoiner names = new StringJoiner("; ");
      int others = 0;
      for (List<Withheld> reasons : together) {
        names.add(wording.advice(reasons.get(0).code()));
        others = Math.max(others, reasons.size() - 1);
      }
      Withheld first = together.get(0).get(0);
      String because =
          isRequirement(first)
              ? "Against it: " + wording.answered(first.findings()) + "."
              : first.provenance().because();
      page.put(
          styled("  ✗  ", Style.fg_red),
          bold(names + "."),
          plain(because),
          origin(first.provenance()),
          quiet(more(others)));
    }
  }

  private void notYet(List<Withheld> unanswered, List<Withheld> seenFirst) {
    if (unanswered.isEmpty() && seenFirst.isEmpty()) {
      return;
    }
    page.heading("Not advised yet", "");
    if (!seenFirst.isEmpty()) {
      StringJoiner names = new StringJoiner("; ");
      for (Withheld one : seenFirst) {
        names.add(wording.advice(one.code()));
      }
      page.put(
          "  …  ",
          bold(names + "."),
          plain(wording.text(KnowledgeBase.Text.SEEN_FIRST)),
          quiet("[" + seenFirst.get(0).provenance().rule() + "]"));
    }
    for (Withheld one : unanswered) {
      List<String> open = one.unanswered();
      int shown = open.size() <= QUESTIONS_SHOWN + 1 ? open.size() : QUESTIONS_SHOWN;
      String rest = open.size() == shown ? "" : "; and " + (open.size() - shown) + " more";
      page.put(
          "  ?  ",
          bold(wording.advice(one.code()) + "."),
          plain("Not answered: " + wording.findings(open.subList(0, shown)) + rest + "."),
          origin(one.provenance()));
    }
    if (!unanswered.isEmpty()) {
      page.put(INDENT, quiet(wording.text(KnowledgeBase.Text.REQUIREMENT)));
    }
  }
}
