package org.popliteus.examples.cli;

import static org.popliteus.examples.cli.Page.bold;
import static org.popliteus.examples.cli.Page.plain;
import static org.popliteus.examples.cli.Page.quiet;
import static org.popliteus.examples.cli.Page.right;
import static org.popliteus.examples.cli.Page.styled;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Cause;
import org.popliteus.engine.ContributingFactor;
import org.popliteus.engine.DataNote;
import org.popliteus.engine.Escalation;
import org.popliteus.engine.Evidence;
import org.popliteus.engine.KnowledgeBaseVersion;
import org.popliteus.engine.Likelihood;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.Provenance;
import org.popliteus.engine.Recommendation;
import org.popliteus.engine.Score;
import org.popliteus.engine.Urgency;
import org.popliteus.engine.Withheld;
import org.popliteus.engine.fact.Absent;
import org.popliteus.engine.fact.Chosen;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Measured;
import org.popliteus.engine.fact.Present;
import org.popliteus.engine.knowledge.AdviceDefinition;
import org.popliteus.engine.knowledge.CauseDefinition;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Numbers;
import org.popliteus.examples.cli.Page.Part;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** An assessment as a person reads it: what is urgent first, where it comes from last. */
final class AssessmentText {
  private static final int CAUSES_SHOWN = 5;
  private static final int BAR = 24;
  private static final int DIGEST_SHOWN = 12;
  private static final int QUESTIONS_SHOWN = 6;
  private static final int REASONS_SHOWN = 4;
  private static final String INDENT = "     ";

  private final KnowledgeBase knowledge;
  private final Map<String, Finding> answers = new HashMap<>();
  private final @Nullable String id;
  private final Assessment assessment;
  private final Page page;

  private AssessmentText(
      KnowledgeBase knowledge,
      @Nullable String id,
      Presentation presentation,
      Assessment assessment,
      Page page) {
    this.knowledge = knowledge;
    this.id = id;
    this.assessment = assessment;
    this.page = page;
    for (Finding finding : presentation.findings()) {
      answers.put(finding.code(), finding);
    }
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
    AssessmentText text = new AssessmentText(knowledge, id, presentation, assessment, page);
    text.urgency();
    text.escalations();
    text.causes(allCauses);
    text.recommendations();
    text.withheld();
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
      lines.add("Not answered, so not excluded: " + findings(assessment.notExcluded()) + ".");
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
          bold(advice(first.action())),
          right(within(first.within()), urgent(first.urgency())));
      int shown = reasons.size() <= REASONS_SHOWN + 1 ? reasons.size() : REASONS_SHOWN;
      for (Escalation reason : reasons.subList(0, shown)) {
        String answered =
            reason.findings().isEmpty() ? "" : "(" + answered(reason.findings()) + ")";
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
        page.put(INDENT, plain("To be excluded: " + causes(mustExclude) + "."));
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

  private void causes(boolean all) {
    if (assessment.causes().isEmpty()) {
      page.heading("What may cause it", "");
      page.put("  ", plain("No rule supports a cause by what was answered."));
      return;
    }
    page.heading("What may cause it", "shares rank the causes; they are no probabilities");
    int left = 0;
    boolean first = true;
    for (Cause cause : assessment.causes()) {
      if (all || cause.rank() <= CAUSES_SHOWN || cause.mustExclude()) {
        if (!first) {
          page.blank();
        }
        first = false;
        cause(cause);
      } else {
        left++;
      }
    }
    if (left > 0) {
      page.blank().put("  ", quiet("and " + left + " more, with --all-causes"));
    }
  }

  private void cause(Cause cause) {
    page.put(
        bold(lead(cause.rank())),
        bold(cause.display()),
        cause.mustExclude() ? right("MUST EXCLUDE", Style.bold, Style.fg_red) : right(""));
    int full = (int) Math.round(cause.share() * BAR);
    String likelihood =
        switch (cause.likelihood()) {
          case LIKELY -> "likely";
          case POSSIBLE -> "possible";
          case UNLIKELY -> cause.mustExclude() ? "unlikely, and still to be excluded" : "unlikely";
        };
    page.put(
        INDENT,
        styled("█".repeat(full) + "░".repeat(BAR - full), Style.fg_cyan),
        plain(percent(cause.share()) + ", " + likelihood));
    evidence(cause.evidence());
    List<String> together = together(cause);
    if (!together.isEmpty()) {
      page.put(INDENT, plain("Can be there at the same time: " + causes(together) + "."));
    }
    page.put(
        INDENT,
        plain("To confirm: " + Page.sentence(cause.confirm())),
        plain("Who: " + Page.sentence(cause.confirmedBy())));
  }

  /** What may exist together with a cause, where neither is unlikely. */
  private List<String> together(Cause cause) {
    List<String> together = new ArrayList<>();
    if (cause.likelihood() != Likelihood.UNLIKELY) {
      for (Cause other : assessment.causes()) {
        if (other.likelihood() != Likelihood.UNLIKELY
            && cause.accompanies().contains(other.code())) {
          together.add(other.code());
        }
      }
    }
    return together;
  }

  private static String percent(double share) {
    long percent = Math.round(share * 100);
    return percent == 0 && share > 0 ? "below 1%" : percent + "%";
  }

  private void evidence(List<Evidence> evidence) {
    List<Evidence> counted = new ArrayList<>();
    StringJoiner rest = new StringJoiner(", ");
    for (Evidence one : evidence) {
      if (one.counted()) {
        counted.add(one);
      } else {
        rest.add(one.provenance().rule());
      }
    }
    counted.sort(Comparator.comparingDouble(one -> -one.ratio()));
    for (Evidence one : counted) {
      Provenance provenance = one.provenance();
      String weight = provenance.rule() + ", ratio " + Numbers.plain(one.ratio());
      page.put(
          one.ratio() > 1
              ? styled(INDENT + "+ ", Style.fg_green)
              : styled(INDENT + "− ", Style.fg_red),
          plain(provenance.because()),
          quiet(cited(weight, provenance.sources())));
    }
    if (rest.length() > 0) {
      page.put(INDENT, quiet("Not counted, being said already or contradicted: " + rest + "."));
    }
  }

  private void recommendations() {
    if (assessment.recommendations().isEmpty()) {
      return;
    }
    page.heading("What to do", "");
    for (Recommendation recommendation : assessment.recommendations()) {
      AdviceDefinition advice = knowledge.advice(recommendation.code());
      page.put(bold(lead(recommendation.rank())), bold(advice(recommendation.code())));
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
        : !reason.provenance().because().startsWith(text(KnowledgeBase.Text.SEEN_FIRST));
  }

  private static boolean isRequirement(Withheld reason) {
    return reason.provenance().rule().startsWith("requires:");
  }

  private String text(KnowledgeBase.Text text) {
    return knowledge.settings().texts().getOrDefault(text, "");
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
        names.add(advice(reasons.get(0).code()));
        others = Math.max(others, reasons.size() - 1);
      }
      Withheld first = together.get(0).get(0);
      String because =
          isRequirement(first)
              ? "Against it: " + answered(first.findings()) + "."
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
        names.add(advice(one.code()));
      }
      page.put(
          "  …  ",
          bold(names + "."),
          plain(text(KnowledgeBase.Text.SEEN_FIRST)),
          quiet("[" + seenFirst.get(0).provenance().rule() + "]"));
    }
    for (Withheld one : unanswered) {
      List<String> open = one.unanswered();
      int shown = open.size() <= QUESTIONS_SHOWN + 1 ? open.size() : QUESTIONS_SHOWN;
      String rest = open.size() == shown ? "" : "; and " + (open.size() - shown) + " more";
      page.put(
          "  ?  ",
          bold(advice(one.code()) + "."),
          plain("Not answered: " + findings(open.subList(0, shown)) + rest + "."),
          origin(one.provenance()));
    }
    if (!unanswered.isEmpty()) {
      page.put(INDENT, quiet(text(KnowledgeBase.Text.REQUIREMENT)));
    }
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
        page.put(INDENT, plain("Open, and could change it: " + findings(score.open()) + "."));
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
      String answered = note.findings().isEmpty() ? "" : answered(note.findings()) + ".";
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

  private static String lead(int number) {
    String digits = Integer.toString(number);
    return " ".repeat(Math.max(0, 3 - digits.length())) + digits + "  ";
  }

  private static Part origin(Provenance provenance) {
    String rule = provenance.rule().startsWith("requires:") ? "" : provenance.rule();
    return quiet(cited(rule, provenance.sources()));
  }

  /** How many rules more say the same; JSON names them. */
  private static String more(int rules) {
    return rules == 0 ? "" : rules == 1 ? "and one more rule" : "and " + rules + " more rules";
  }

  private static String cited(String rules, List<String> sources) {
    StringJoiner cited = new StringJoiner(", ", "[", "]").setEmptyValue("");
    if (!rules.isEmpty()) {
      cited.add(rules);
    }
    sources.forEach(cited::add);
    return cited.toString();
  }

  private String advice(String code) {
    AdviceDefinition advice = knowledge.advice(code);
    return advice == null ? code : advice.display();
  }

  private String causes(Collection<String> codes) {
    StringJoiner names = new StringJoiner("; ");
    for (String code : codes) {
      CauseDefinition cause = knowledge.cause(code);
      names.add(cause == null ? code : cause.display());
    }
    return names.toString();
  }

  private String findings(List<String> codes) {
    StringJoiner names = new StringJoiner("; ");
    codes.forEach(code -> names.add(finding(code)));
    return names.toString();
  }

  private String finding(String code) {
    FindingDefinition finding = knowledge.finding(code);
    return finding == null ? code : finding.display();
  }

  /** Names with the answers; a rule may rest on a no as well as on a yes. */
  private String answered(List<String> codes) {
    StringJoiner names = new StringJoiner("; ");
    for (String code : codes) {
      names.add(finding(code) + ": " + answer(code));
    }
    return names.toString();
  }

  private String answer(String code) {
    Finding answer = answers.get(code);
    FindingDefinition definition = knowledge.finding(code);
    if (answer instanceof Measured measured) {
      String unit = definition == null ? null : definition.unit();
      return Numbers.plain(measured.value()) + (unit == null ? "" : " " + unit);
    }
    if (answer instanceof Chosen chosen) {
      return chosen.option();
    }
    return answer instanceof Present ? "yes" : answer instanceof Absent ? "no" : "not known";
  }
}
