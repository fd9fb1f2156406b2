package org.popliteus.examples.cli;

import static org.popliteus.examples.cli.Page.bold;
import static org.popliteus.examples.cli.Page.plain;
import static org.popliteus.examples.cli.Page.quiet;
import static org.popliteus.examples.cli.Page.right;
import static org.popliteus.examples.cli.Page.styled;
import static org.popliteus.examples.cli.Wording.INDENT;
import static org.popliteus.examples.cli.Wording.cited;
import static org.popliteus.examples.cli.Wording.lead;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Cause;
import org.popliteus.engine.Evidence;
import org.popliteus.engine.Likelihood;
import org.popliteus.engine.Provenance;
import org.popliteus.engine.knowledge.Numbers;
import picocli.CommandLine.Help.Ansi.Style;

/** What may cause the complaint, ranked, with what speaks for and against it. */
final class CausesText {
  private static final int CAUSES_SHOWN = 5;
  private static final int BAR = 24;

  private final Wording wording;
  private final Assessment assessment;
  private final Page page;

  CausesText(Wording wording, Assessment assessment, Page page) {
    this.wording = wording;
    this.assessment = assessment;
    this.page = page;
  }

  /** Writes the first causes and those to exclude, or all. */
  void write(boolean all) {
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
      page.put(INDENT, plain("Can be there at the same time: " + wording.causes(together) + "."));
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
}
