package org.popliteus.examples.cli;

import static org.popliteus.examples.cli.Page.bold;
import static org.popliteus.examples.cli.Page.plain;
import static org.popliteus.examples.cli.Page.quiet;
import static org.popliteus.examples.cli.Page.right;
import static org.popliteus.examples.cli.Wording.INDENT;
import static org.popliteus.examples.cli.Wording.lead;
import static org.popliteus.examples.cli.Wording.origin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.ContributingFactor;
import org.popliteus.engine.DataNote;
import org.popliteus.engine.Escalation;
import org.popliteus.engine.KnowledgeBaseVersion;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.Score;
import org.popliteus.engine.Urgency;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Numbers;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** An assessment as a person reads it: what is urgent first, where it comes from last. */
final class AssessmentText {
  private static final int DIGEST_SHOWN = 12;
  private static final int REASONS_SHOWN = 4;

  private final Wording wording;
  private final @Nullable String id;
  private final Assessment assessment;
  private final Page page;

  private AssessmentText(Wording wording, @Nullable String id, Assessment assessment, Page page) {
    this.wording = wording;
    this.id = id;
    this.assessment = assessment;
    this.page = page;
  }

  /**
   * Writes the whole assessment.
   *
   * @param knowledge the knowledge that gave it, for the names behind its codes
   * @param id what the host calls the presentation; null where it says nothing
   * @param presentation what was answered
   * @param allCauses whether to show every cause, not only the first and those to exclude
   */
  static void write(
      KnowledgeBase knowledge,
      @Nullable String id,
      Presentation presentation,
      Assessment assessment,
      boolean allCauses,
      Page page) {
    AssessmentText text =
        new AssessmentText(new Wording(knowledge, presentation), id, assessment, page);
    text.urgency();
    text.escalations();
    new CausesText(text.wording, assessment, page).write(allCauses);
    new AdviceText(knowledge, text.wording, assessment, page).write();
    text.contributingFactors();
    text.scores();
    text.safetyNet();
    text.dataNotes();
    text.knowledgeBase();
  }

  private void urgency() {
    List<IStyle> style =
        switch (assessment.urgency()) {
          case EMERGENCY -> List.of(Style.bold, Style.fg_white, Style.bg_red);
          case SAME_DAY -> List.of(Style.bold, Style.fg_black, Style.bg_yellow);
          case SOON -> List.of(Style.bold, Style.fg_black, Style.bg_cyan);
          case SELF_CARE -> List.of(Style.bold, Style.fg_black, Style.bg_green);
        };
    List<String> lines = new ArrayList<>();
    lines.add(assessment.summary());
    if (!assessment.provisional() && !assessment.notExcluded().isEmpty()) {
      lines.add(
          "Not answered, so not excluded: " + wording.findings(assessment.notExcluded()) + ".");
    }
    page.box(style, title(), id == null ? "" : id, lines);
  }

  private String title() {
    return switch (assessment.urgency()) {
      case EMERGENCY -> "EMERGENCY";
      case SAME_DAY -> "SAME DAY";
      case SOON -> "SOON";
      case SELF_CARE -> assessment.provisional() ? "SELF-CARE, PROVISIONAL" : "SELF-CARE";
    };
  }

  /** The reasons for the same action stand together; the last ones of many by their rule alone. */
  private void escalations() {
    if (assessment.escalations().isEmpty()) {
      return;
    }
    page.heading("Why", "");
    Map<String, List<Escalation>> byAction = new LinkedHashMap<>();
    for (Escalation escalation : assessment.escalations()) {
      byAction
          .computeIfAbsent(escalation.urgency() + escalation.action(), key -> new ArrayList<>())
          .add(escalation);
    }
    int number = 0;
    for (List<Escalation> reasons : byAction.values()) {
      number++;
      Escalation first = reasons.get(0);
      page.put(
          bold(lead(number)),
          bold(wording.advice(first.action())),
          right(within(first.within()), urgent(first.urgency())));
      int shown = reasons.size() <= REASONS_SHOWN + 1 ? reasons.size() : REASONS_SHOWN;
      for (Escalation reason : reasons.subList(0, shown)) {
        String answered =
            reason.findings().isEmpty() ? "" : "(" + wording.answered(reason.findings()) + ")";
        page.put(
            INDENT + "• ",
            plain(reason.provenance().because()),
            plain(answered),
            origin(reason.provenance()));
      }
      Set<String> mustExclude = new LinkedHashSet<>();
      StringJoiner more = new StringJoiner(", ");
      for (int i = 0; i < reasons.size(); i++) {
        mustExclude.addAll(reasons.get(i).mustExclude());
        if (i >= shown) {
          more.add(reasons.get(i).provenance().rule());
        }
      }
      if (more.length() > 0) {
        page.put(
            INDENT + "• ",
            plain("and " + (reasons.size() - shown) + " more reasons"),
            quiet("[" + more + "]"));
      }
      if (!mustExclude.isEmpty()) {
        page.put(INDENT, plain("To be excluded: " + wording.causes(mustExclude) + "."));
      }
    }
  }

  private static IStyle[] urgent(Urgency urgency) {
    return switch (urgency) {
      case EMERGENCY -> new IStyle[] {Style.bold, Style.fg_red};
      case SAME_DAY, SOON, SELF_CARE -> new IStyle[] {Style.bold};
    };
  }

  private static String within(Duration within) {
    long hours = within.toHours();
    if (within.isZero()) {
      return "now";
    }
    if (hours <= 24) {
      return hours == 1 ? "within the hour" : "within " + hours + " hours";
    }
    long days = within.toDays();
    if (days % 7 == 0) {
      return days == 7 ? "within a week" : "within " + days / 7 + " weeks";
    }
    return "within " + days + " days";
  }

  private void contributingFactors() {
    if (assessment.contributingFactors().isEmpty()) {
      return;
    }
    page.heading("What contributes, and what prevents it", "");
    for (ContributingFactor factor : assessment.contributingFactors()) {
      page.put("  •  ", bold(factor.display()));
      page.put(INDENT, plain(factor.provenance().because()), origin(factor.provenance()));
      for (String prevention : factor.prevention()) {
        page.put(INDENT + "→ ", plain(prevention));
      }
    }
  }

  private void scores() {
    if (assessment.scores().isEmpty()) {
      return;
    }
    page.heading("Scores", "");
    for (Score score : assessment.scores()) {
      page.put(
          "  •  ",
          bold(score.display()),
          right(
              number(score.points()) + " (positive from " + Numbers.plain(score.cutOff()) + ")",
              Style.bold));
      page.put(INDENT, plain(score.meaning()));
      for (Score.Item item : score.items()) {
        page.put(
            INDENT + signed(item.points()) + "  ",
            plain(item.provenance().because()),
            origin(item.provenance()));
      }
      if (!score.open().isEmpty()) {
        page.put(
            INDENT, plain("Open, and could change it: " + wording.findings(score.open()) + "."));
      }
    }
  }

  private static String signed(double points) {
    return points > 0 ? "+" + number(points) : number(points);
  }

  private static String number(double points) {
    return Numbers.plain(points).replace('-', '−');
  }

  private void safetyNet() {
    if (assessment.safetyNet().isEmpty()) {
      return;
    }
    page.heading("What to watch for", "");
    for (String text : assessment.safetyNet()) {
      page.put("  •  ", plain(text));
    }
  }

  private void dataNotes() {
    if (assessment.dataNotes().isEmpty()) {
      return;
    }
    page.heading("About your answers", "");
    for (DataNote note : assessment.dataNotes()) {
      String answered = note.findings().isEmpty() ? "" : wording.answered(note.findings()) + ".";
      page.put("  •  ", plain(answered), plain(note.text()));
    }
  }

  private void knowledgeBase() {
    KnowledgeBaseVersion version = assessment.knowledgeBase();
    String digest = version.sha256();
    boolean reviewed = version.status().equals("reviewed");
    page.blank()
        .put(
            "",
            quiet(
                version.id()
                    + " "
                    + version.version()
                    + ", "
                    + version.status()
                    + ", "
                    + digest.substring(0, Math.min(DIGEST_SHOWN, digest.length()))
                    + (reviewed ? ": " : ": not reviewed by clinicians, ")
                    + "not a medical device"));
  }
}
