package org.popliteus.examples.cli;

import static org.popliteus.examples.cli.Page.bold;
import static org.popliteus.examples.cli.Page.plain;
import static org.popliteus.examples.cli.Page.quiet;
import static org.popliteus.examples.cli.Page.right;
import static org.popliteus.examples.cli.Page.sentence;
import static org.popliteus.examples.cli.Page.styled;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.popliteus.engine.fact.Absent;
import org.popliteus.engine.fact.Chosen;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Measured;
import org.popliteus.engine.fact.Present;
import org.popliteus.engine.knowledge.CauseDefinition;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.Numbers;
import org.popliteus.engine.review.diff.Answer;
import org.popliteus.engine.review.diff.Change;
import org.popliteus.engine.review.diff.Effect;
import org.popliteus.engine.review.diff.Example;
import org.popliteus.engine.review.diff.Person;
import org.popliteus.examples.cli.ReviewDiffCommand.Report;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** What an edit does, as a reviewer reads it: whose urgency is lowered stands on top. */
final class DiffText {
  private static final int GRAVEST_SHOWN = 6;
  private static final int OTHERS_SHOWN = 2;

  /** So many answers can be read at a glance; of more than these, those with no are counted. */
  private static final int ANSWERS_SHOWN = 8;

  private static final int MAKERS_SHOWN = 4;
  private static final String INDENT = "    ";
  private static final List<IStyle> ALARM = List.of(Style.bold, Style.fg_white, Style.bg_red);
  private static final List<IStyle> CALM = List.of(Style.bold, Style.fg_black, Style.bg_green);

  private final Report report;
  private final Page page;

  DiffText(Report report, Terminal terminal) {
    this.report = report;
    this.page = new Page(terminal.width(), terminal.ansi());
    verdict();
    changes();
    people();
    for (Effect.Kind kind : Effect.Kind.values()) {
      if (kind != Effect.Kind.URGENCY_LOWERED) {
        examples(kind, OTHERS_SHOWN);
      }
    }
  }

  private void verdict() {
    int lowered = report.count(Effect.Kind.URGENCY_LOWERED);
    boolean any = lowered > 0;
    String asked =
        "Asked about "
            + ReviewCommand.count(report.scenarios().people(), "scenario")
            + " and "
            + report.drawn().people()
            + " people who were drawn. They do not exist, and are no measure of how many there are.";
    page.box(
        any ? ALARM : CALM,
        any ? "URGENCY LOWERED FOR " + lowered : "NO URGENCY IS LOWERED",
        "of " + report.people() + " people",
        List.of(asked));
    examples(Effect.Kind.URGENCY_LOWERED, GRAVEST_SHOWN);
  }

  private void changes() {
    List<Change> changes = report.diff().changes();
    page.heading("What was edited", "");
    page.put("  ", quiet("From " + report.older() + " to " + report.newer() + ":"));
    if (changes.isEmpty()) {
      page.put("  ", plain("Nothing: both say the same."));
    }
    for (Change change : changes) {
      String place = change.at().line() == 0 ? "" : change.at().toString();
      page.put("  ", bold(change.headline()), right(place, Style.faint));
      change.details().forEach(detail -> page.put(INDENT, plain(detail)));
    }
    oneVocabularyOnly();
  }

  private void oneVocabularyOnly() {
    List<String> onlyOld = names(Change.Kind.REMOVED);
    List<String> onlyNew = names(Change.Kind.ADDED);
    if (!onlyOld.isEmpty()) {
      page.put(
          "  ",
          quiet(
              "Answers to " + codes(onlyOld) + " are left out where the newer version is asked."));
    }
    if (!onlyNew.isEmpty()) {
      page.put(
          "  ",
          quiet(
              "Answers to " + codes(onlyNew) + " are left out where the older version is asked."));
    }
    if (report.unreadable() > 0) {
      page.put(
          "  ",
          quiet(
              "The older version's scenarios have "
                  + ReviewCommand.count(report.unreadable(), "mistake")
                  + "; what could not be read of them is left out."));
    }
  }

  private List<String> names(Change.Kind kind) {
    return report.diff().changes().stream()
        .filter(change -> change.kind() == kind && change.part() == Change.Part.FINDING)
        .map(Change::name)
        .toList();
  }

  private void people() {
    page.heading("What people get", "scenarios   drawn");
    for (Effect.Kind kind : Effect.Kind.values()) {
      row(kind.words(), report.scenarios().count(kind), report.drawn().count(kind));
    }
    row("the same", report.scenarios().untouched(), report.drawn().untouched());
    row("all", report.scenarios().people(), report.drawn().people());
  }

  private void row(String what, int scenarios, int drawn) {
    page.put("  ", plain(what), right(String.format("%9d   %5d", scenarios, drawn)));
  }

  private void examples(Effect.Kind kind, int most) {
    List<Example> examples = report.diff().examples(told(kind), kind, most);
    if (examples.isEmpty()) {
      return;
    }
    page.heading(kind.words(), "for " + report.count(kind));
    boolean first = true;
    for (Example example : examples) {
      if (!first) {
        page.blank();
      }
      first = false;
      example(example);
    }
  }

  /** With another urgency comes other advice, which need not be told for the same people again. */
  private List<Effect> told(Effect.Kind kind) {
    boolean aboutUrgency =
        kind == Effect.Kind.URGENCY_LOWERED || kind == Effect.Kind.URGENCY_RAISED;
    return report.effects().stream()
        .filter(effect -> aboutUrgency || effect.before().urgency() == effect.after().urgency())
        .toList();
  }

  private void example(Example example) {
    Effect effect = example.effect();
    String words = effect.words(example.kind());
    boolean grave = example.kind() == Effect.Kind.URGENCY_LOWERED;
    page.put(
        "  ",
        grave ? styled("LOWERED: " + words, Style.bold, Style.fg_red) : bold(words),
        right(example.alike() == 0 ? "" : "and " + example.alike() + " more", Style.faint));
    Person person = effect.person();
    page.put(
        INDENT,
        plain(
            person.isDrawn()
                ? "Somebody who was drawn, as far as it matters: " + said(person)
                : "The scenario \""
                    + person.scenario()
                    + "\" ("
                    + person.at()
                    + "): "
                    + said(person)));
    page.put(INDENT, quiet("Before:"), plain(words(effect.before())));
    page.put(INDENT, quiet("Now:"), plain(words(effect.after())));
    leftOut("The older version does not take the answer to", effect.leftOutBefore());
    leftOut("The newer version does not take the answer to", effect.leftOutAfter());
    makers(example.makers());
  }

  private void leftOut(String what, List<String> codes) {
    if (!codes.isEmpty()) {
      page.put(INDENT, quiet(what + " " + codes(codes) + "."));
    }
  }

  private void makers(List<Change> makers) {
    int shown = Math.min(MAKERS_SHOWN, makers.size());
    for (Change change : makers.subList(0, shown)) {
      String detail = change.details().isEmpty() ? "" : ": " + change.details().get(0);
      page.put(INDENT, quiet("Because"), plain(sentence(change.headline() + detail)));
    }
    if (makers.size() > shown) {
      page.put(
          INDENT,
          quiet("And by " + (makers.size() - shown) + " further edits that bear on this person."));
    }
  }

  private String words(Answer answer) {
    String urgency = answer.urgency().name().replace('_', ' ');
    String by = answer.escalations().isEmpty() ? "" : " by " + codes(answer.escalations());
    String first = answer.first().isEmpty() ? "no cause" : "first " + cause(answer.first());
    String likely = answer.likely().isEmpty() ? "none likely" : "likely " + codes(answer.likely());
    return urgency + by + "; " + first + ", " + likely + ".";
  }

  private String cause(String code) {
    CauseDefinition cause = report.after().cause(code);
    CauseDefinition known = cause == null ? report.before().cause(code) : cause;
    return known == null ? code : known.display() + " (" + code + ")";
  }

  private static String codes(Collection<String> codes) {
    List<String> shown = codes.stream().limit(ANSWERS_SHOWN).toList();
    int more = codes.size() - shown.size();
    return String.join(", ", shown) + (more == 0 ? "" : " and " + more + " more");
  }

  /** The questions as a clinician calls them, and the answers. */
  private String said(Person person) {
    List<Finding> findings = person.presentation().findings();
    if (findings.isEmpty()) {
      return "nothing was answered.";
    }
    boolean few = findings.size() <= ANSWERS_SHOWN;
    long no = findings.stream().filter(Absent.class::isInstance).count();
    String said =
        findings.stream()
            .filter(finding -> few || !(finding instanceof Absent))
            .map(this::said)
            .collect(Collectors.joining("; "));
    String rest = few || no == 0 ? "" : "no to " + no + " further questions";
    return sentence(said.isEmpty() || rest.isEmpty() ? said + rest : said + "; " + rest);
  }

  private String said(Finding finding) {
    FindingDefinition newer = report.after().finding(finding.code());
    FindingDefinition question = newer == null ? report.before().finding(finding.code()) : newer;
    String display = question == null ? finding.code() : question.display();
    String unit = question == null || question.unit() == null ? "" : " " + question.unit();
    String answer =
        finding instanceof Present
            ? "yes"
            : finding instanceof Absent
                ? "no"
                : finding instanceof Measured measured
                    ? Numbers.plain(Math.round(measured.value() * 100) / 100.0) + unit
                    : finding instanceof Chosen chosen ? chosen.option() : "not known";
    return display + " (" + finding.code() + "): " + answer;
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
