package org.popliteus.examples.cli;

import static org.popliteus.examples.cli.Page.bold;
import static org.popliteus.examples.cli.Page.plain;
import static org.popliteus.examples.cli.Page.quiet;
import static org.popliteus.examples.cli.Page.right;
import static org.popliteus.examples.cli.Page.styled;
import static org.popliteus.examples.cli.Wording.INDENT;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.popliteus.engine.explain.AdviceExplanation;
import org.popliteus.engine.explain.Calculation;
import org.popliteus.engine.explain.Calculation.Counting;
import org.popliteus.engine.explain.Calculation.Step;
import org.popliteus.engine.explain.CauseExplanation;
import org.popliteus.engine.explain.Explanation;
import org.popliteus.engine.explain.LineExplanation;
import org.popliteus.engine.explain.Miss;
import org.popliteus.engine.explain.RuleExplanation;
import org.popliteus.engine.knowledge.Numbers;
import org.popliteus.engine.knowledge.SourceDefinition;
import picocli.CommandLine.Help.Ansi.Style;

/** An explanation as a person reads it: the reason first, then the rules, then the numbers. */
final class WhyText {
  private static final int MISSES_SHOWN = 5;
  private static final int RIVALS_SHOWN = 8;

  private final Explanation explanation;
  private final Page page;

  WhyText(Explanation explanation, Page page) {
    this.explanation = explanation;
    this.page = page;
  }

  /** Why it is as urgent as it is, and what would make it more urgent. */
  void urgency() {
    List<RuleExplanation> escalations = explanation.escalations();
    if (!escalations.isEmpty()) {
      page.heading("Because", "");
      escalations.forEach(this::fired);
    }
    nearest("What would also have to be seen, nearest first", explanation.missedEscalations());
  }

  /** Why a cause ranks where it ranks, with the numbers to do it again. */
  void cause(String code) {
    CauseExplanation cause = explanation.cause(code);
    page.heading(cause.display(), cause.isListed() ? "rank " + cause.rank() : "not listed");
    page.put("", plain(cause.text()));
    fired("For it", cause.supporting());
    fired("Against it", cause.opposing());
    fired("To be excluded, because", cause.excluding());
    nearest("What would speak for it, nearest first", cause.missing());
    if (cause.isListed()) {
      calculation(code, cause.calculation());
    }
  }

  /** Why an advice is given, withheld, or not given. */
  void advice(String code) {
    AdviceExplanation advice = explanation.advice(code);
    page.heading(
        advice.display(),
        switch (advice.state()) {
          case GIVEN -> "given";
          case WITHHELD -> "withheld";
          case NOT_GIVEN -> "not given";
        });
    fired("For it", advice.giving());
    fired("Against it", advice.withholding());
    if (advice.seenFirst() != null) {
      page.blank().put("", bold("It waits until the person has been seen."));
      fired(advice.seenFirst());
    }
    if (!advice.requirements().isEmpty()) {
      page.blank().put("", bold("It needs all of this"));
      advice.requirements().forEach(this::line);
    }
    nearest("What would ask for it, nearest first", advice.missing());
    Miss miss = advice.miss();
    if (miss != null) {
      page.blank().put("", plain("It would be given " + Page.sentence(miss.text())));
    }
  }

  /** Why a rule fired, or why not. */
  void rule(String id) {
    RuleExplanation rule = explanation.rule(id);
    page.heading(id, rule.fired() ? "fired" : "did not fire");
    page.put("", plain(rule.because()));
    page.put("", plain(rule.text()));
    page.blank();
    rule.lines().forEach(this::line);
    page.blank();
    for (SourceDefinition source : rule.sources()) {
      page.put("  •  ", plain(source.by() + ". " + source.title()), quiet("[" + source.id() + "]"));
    }
    page.put("", quiet(rule.at().file() + ":" + rule.at().line() + ", " + rule.grade()));
  }

  private void fired(String heading, List<RuleExplanation> rules) {
    if (!rules.isEmpty()) {
      page.blank().put("", bold(heading));
      rules.forEach(this::fired);
    }
  }

  private void fired(RuleExplanation rule) {
    page.put("  •  ", bold(rule.id()), plain(rule.because()), origin(rule));
    List<String> holding = new ArrayList<>();
    for (LineExplanation line : rule.lines()) {
      for (String answer : line.holding()) {
        if (!holding.contains(answer)) {
          holding.add(answer);
        }
      }
    }
    if (!holding.isEmpty()) {
      page.put(INDENT, plain(String.join("; ", holding)));
    }
  }

  private void nearest(String heading, List<RuleExplanation> rules) {
    List<RuleExplanation> near = new ArrayList<>();
    for (RuleExplanation rule : rules) {
      if (rule.miss() != null && near.size() < MISSES_SHOWN) {
        near.add(rule);
      }
    }
    if (near.isEmpty()) {
      return;
    }
    page.blank().put("", bold(heading));
    for (RuleExplanation rule : near) {
      Miss miss = rule.miss();
      if (miss != null) {
        page.put(
            "  ?  ",
            bold(rule.id()),
            plain(rule.because()),
            right(miss.isOneAnswerAway() ? "one answer away" : "", Style.faint));
        page.put(INDENT, plain("It would have fired " + Page.sentence(miss.text())));
      }
    }
    if (rules.size() > near.size()) {
      page.put("", quiet("and " + (rules.size() - near.size()) + " further away"));
    }
  }

  private void line(LineExplanation line) {
    String mark =
        switch (line.state()) {
          case HOLDS -> "  +  ";
          case UNKNOWN -> "  ?  ";
          default -> "  −  ";
        };
    StringJoiner said = new StringJoiner("; ");
    line.holding().forEach(said::add);
    line.against().forEach(said::add);
    if (!line.open().isEmpty()) {
      said.add("not answered: " + String.join(", ", line.open()));
    }
    page.put(mark, plain(line.wanted()), quiet(said.length() == 0 ? "" : "(" + said + ")"));
  }

  private void calculation(String code, Calculation made) {
    page.blank().put("", bold("How its share came about"));
    page.put(
        "  ",
        plain(
            "Prior odds "
                + Numbers.plain(made.odds())
                + " ("
                + made.baseRate()
                + "): "
                + made.baseRateBecause()));
    for (Step step : made.steps()) {
      boolean counted = step.counting() == Counting.COUNTED;
      String why =
          switch (step.counting()) {
            case COUNTED -> "";
            case OUTWEIGHED -> "not counted: " + step.instead() + " says it already";
            case CONTRADICTED -> "not counted: another answer contradicts it";
          };
      page.put(
          styled("  × ", counted ? Style.bold : Style.faint),
          plain(Numbers.plain(step.ratio()) + "  " + step.rule()),
          quiet(step.group() == null ? "" : "group " + step.group()),
          quiet(why),
          right(counted ? "= " + shown(made.odds() * step.product()) : "", Style.faint));
    }
    page.put("  ", plain("Weight " + shown(made.weight()) + " of " + shown(made.sum()) + ":"));
    int rivals = 0;
    for (Calculation.Weight one : made.listed()) {
      if (one.code().equals(code) || rivals++ < RIVALS_SHOWN) {
        page.put("    ", plain(one.code()), right(shown(one.weight()), Style.faint));
      }
    }
    if (rivals > RIVALS_SHOWN) {
      page.put("    ", quiet("and " + (rivals - RIVALS_SHOWN) + " more"));
    }
    page.put(
        "  ",
        plain(
            "Share "
                + Numbers.plain(made.share())
                + "; among its rivals "
                + Numbers.plain(made.shareAmongRivals())
                + ", with a ratio of its own of "
                + shown(made.ratio())
                + ". Likely from "
                + Numbers.plain(made.likelyShare())
                + " among rivals with a ratio of at least "
                + Numbers.plain(made.likelyRatio())
                + ", possible from "
                + Numbers.plain(made.possibleShare())
                + "."));
  }

  /** Four figures are enough to follow; the library gives them all. */
  private static String shown(double number) {
    return Numbers.plain(
        Math.abs(number) < 1000 ? Math.round(number * 1e4) / 1e4 : Math.rint(number));
  }

  private static Page.Part origin(RuleExplanation rule) {
    StringJoiner sources = new StringJoiner(", ", "[", "]").setEmptyValue("");
    rule.sources().forEach(source -> sources.add(source.id()));
    return quiet(sources + " " + rule.at().file() + ":" + rule.at().line());
  }
}
