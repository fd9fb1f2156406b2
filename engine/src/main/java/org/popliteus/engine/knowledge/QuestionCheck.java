package org.popliteus.engine.knowledge;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds questions to lay people of which a yes does not mean PRESENT, by the words that usually
 * turn a question round.
 *
 * <p>Only the main clause is looked at: from the verb to the first comma, "or", "and", "that" or
 * "so", without what stands in parentheses. "Did it come on overnight, without an injury?" is not
 * turned round; "Is the knee no longer swollen?" is. Where the name of the finding is negative
 * itself ("Cannot take 4 steps"), a question with "unable" is right, and one that nothing turns
 * round is wrong.
 */
final class QuestionCheck {
  private static final Pattern ASIDE = Pattern.compile("\\([^)]*\\)");
  private static final Pattern VERB =
      Pattern.compile(
          "(?:^|, )((?:is|are|was|were|do|does|did|have|has|had|can|could|will|would|am)"
              + "(?:n't|nt)?\\b.*)");
  private static final Pattern END_OF_CLAUSE = Pattern.compile("[,;:?]| or | and | that | so ");
  private static final Pattern WHICH =
      Pattern.compile("^(?:how|what|which|where|who|why|when)\\b.*");

  /** Words that make a yes mean that the finding is not there. */
  private static final Pattern TURNED =
      Pattern.compile(
          "\\b(?:no longer|not|never|no|none|nothing|cannot|unable|absent|normal|normally|healthy"
              + "|intact|fine|able to|free (?:of|from)|pain[- ]free|symptom[- ]free|lacking"
              + "|disappeared|resolved|(?:gone|went) (?:away|down)|gone$)\\b|\\w+n't\\b"
              + "|^(?:can|could) .*\\bwithout\\b|\\bable to .*\\bwithout\\b");

  /** Words by which the name of a finding says itself that something is missing. */
  private static final Pattern NEGATIVE =
      Pattern.compile(
          "\\b(?:no|not|never|none|cannot|unable|without|absent|absence|missing|loss|lost|lack"
              + "|reduced|failed|normal|intact|able|free|resolved|gone|goes)\\b|\\w+n't\\b");

  private static final Pattern NEGATIVE_FROM_THE_START =
      Pattern.compile("^(?:no|not|never|cannot|unable|without|absent|absence|lack|loss)\\b.*");

  /** Anything that may turn a question round, wherever it stands. */
  private static final Pattern TURNING =
      Pattern.compile(
          "\\b(?:no|not|never|none|nothing|cannot|unable|without|absent|skip|skipped|fail|failed"
              + "|fails|lack|lacking|miss|missing|missed|lose|lost|stop|stopped|avoid|less|hard"
              + "|difficult|trouble|impossible|too)\\b|\\w+n't\\b");

  private final KnowledgeFiles files;
  private final Diagnostics diagnostics;

  QuestionCheck(KnowledgeFiles files, Diagnostics diagnostics) {
    this.files = files;
    this.diagnostics = diagnostics;
  }

  void check(FindingDefinition finding) {
    String question = ASIDE.matcher(finding.question()).replaceAll(" ").strip();
    if (question.isEmpty()) {
      return;
    }
    if (!question.endsWith("?")) {
      report(
          finding, "the question of " + finding.code() + " does not end with ?", "Maybe add it.");
      return;
    }
    if (finding.kind() != FindingDefinition.Kind.TRI_STATE) {
      return;
    }
    String asked = question.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    String clause = mainClause(asked);
    String named = finding.display().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    if (clause == null) {
      if (WHICH.matcher(asked).matches()) {
        report(
            finding,
            "the question of " + finding.code() + " cannot be answered with yes or no",
            "Maybe begin with Is, Are, Do, Did or Have; or its kind is numeric or choice.");
      }
      return;
    }
    var turned = TURNED.matcher(clause);
    if (turned.find() && !NEGATIVE.matcher(named).find()) {
      report(
          finding,
          "a yes to the question of "
              + finding.code()
              + " seems to mean that it is absent: \""
              + turned.group().strip()
              + "\"",
          "Maybe ask for it straight, so that yes means \"" + finding.display() + "\".");
    } else if (NEGATIVE_FROM_THE_START.matcher(named).matches() && !TURNING.matcher(asked).find()) {
      report(
          finding,
          "a yes to the question of "
              + finding.code()
              + " seems to mean the contrary of \""
              + finding.display()
              + "\"",
          "Maybe ask with unable, without or another word that turns it round.");
    }
  }

  private static @Nullable String mainClause(String asked) {
    var verb = VERB.matcher(asked);
    if (!verb.find()) {
      return null;
    }
    String clause = verb.group(1);
    var end = END_OF_CLAUSE.matcher(clause);
    return (end.find() ? clause.substring(0, end.start()) : clause).strip();
  }

  private void report(FindingDefinition finding, String message, String maybe) {
    diagnostics.reportUntidy(files.find(finding.at(), "question:"), message, maybe);
  }
}
