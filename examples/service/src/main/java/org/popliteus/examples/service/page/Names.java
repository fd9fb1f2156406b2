package org.popliteus.examples.service.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Cause;
import org.popliteus.engine.Likelihood;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.Urgency;
import org.popliteus.engine.explain.RuleExplanation;
import org.popliteus.engine.fact.Chosen;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Measured;
import org.popliteus.engine.fact.Present;
import org.popliteus.engine.fact.Unknown;
import org.popliteus.engine.knowledge.AdviceDefinition;
import org.popliteus.engine.knowledge.CauseDefinition;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.Numbers;
import org.popliteus.engine.knowledge.RuleDefinition;
import org.popliteus.engine.knowledge.SourceDefinition;

/** The names behind codes, and the answers of one person in words. Public for the templates. */
public final class Names {
  private static final String REQUIRES = "requires:";

  private final KnowledgeBase knowledge;
  private final Words words;
  private final Map<String, Finding> answers = new LinkedHashMap<>();

  Names(KnowledgeBase knowledge, Words words, Presentation presentation) {
    this.knowledge = knowledge;
    this.words = words;
    presentation.findings().forEach(finding -> answers.put(finding.code(), finding));
  }

  /** A sentence that the knowledge base sets. */
  public String text(String name) {
    return knowledge.settings().texts().getOrDefault(KnowledgeBase.Text.valueOf(name), "");
  }

  /** What is asked, in short. */
  public String finding(String code) {
    FindingDefinition finding = knowledge.finding(code);
    return finding == null ? code : finding.display();
  }

  /** What a lay person is asked. */
  public String question(String code) {
    FindingDefinition finding = knowledge.finding(code);
    return finding == null ? code : finding.question();
  }

  /** A cause as a lay person may read it. */
  public String cause(String code) {
    CauseDefinition cause = knowledge.cause(code);
    return cause == null ? code : cause.display();
  }

  /** An advice in short. */
  public String advice(String code) {
    AdviceDefinition advice = knowledge.advice(code);
    return advice == null ? code : advice.display();
  }

  /** What is cited; those that the knowledge base does not have are left out. */
  public List<Source> sources(Collection<String> ids) {
    return ids.stream()
        .map(knowledge::source)
        .flatMap(Stream::ofNullable)
        .map(Names::source)
        .toList();
  }

  private static Source source(SourceDefinition source) {
    String url = source.url();
    // a knowledge base may come from any folder, and an address may be a script
    boolean web = url != null && (url.startsWith("https://") || url.startsWith("http://"));
    String year = source.year() == null ? "" : source.year().toString();
    return new Source(source.id(), source.title(), source.by(), year, web ? url : null);
  }

  /** The ids of what a rule cites. */
  public List<String> cited(RuleExplanation rule) {
    return rule.sources().stream().map(SourceDefinition::id).toList();
  }

  /** The ids of all that an answer rests on, sorted. */
  public List<String> allCited(Assessment assessment) {
    Set<String> ids = new TreeSet<>();
    assessment.escalations().forEach(one -> ids.addAll(one.provenance().sources()));
    for (Cause cause : assessment.causes()) {
      cause.evidence().forEach(one -> ids.addAll(one.provenance().sources()));
    }
    assessment.recommendations().forEach(one -> ids.addAll(one.provenance().sources()));
    assessment.withheld().forEach(one -> ids.addAll(one.provenance().sources()));
    return List.copyOf(ids);
  }

  /** What waits for a question: the statement of a rule, or the name of an advice. */
  public String waiting(String id) {
    if (id.startsWith(REQUIRES)) {
      return words.say("waiting.advice", advice(id.substring(REQUIRES.length())));
    }
    RuleDefinition rule = knowledge.rule(id);
    return rule == null ? id : rule.because();
  }

  /** What is cited. */
  public record Source(String id, String title, String by, String year, @Nullable String url) {}

  /** Names with the answers; a rule may rest on a no as well as on a yes. */
  public List<String> answered(Collection<String> codes) {
    return codes.stream().map(code -> finding(code) + ": " + answer(code)).toList();
  }

  /** The answer to one question. */
  public String answer(String code) {
    Finding answer = answers.get(code);
    if (answer instanceof Measured measured) {
      FindingDefinition definition = knowledge.finding(code);
      String unit = definition == null ? null : definition.unit();
      return Numbers.plain(measured.value()) + (unit == null ? "" : " " + unit);
    }
    if (answer instanceof Chosen chosen) {
      return option(chosen.option());
    }
    return words.say(
        answer instanceof Present
            ? "answer.present"
            : answer == null || answer instanceof Unknown ? "answer.unknown" : "answer.absent");
  }

  /** An option of a closed list. */
  public String option(String option) {
    return option.replace('-', ' ');
  }

  /** The time in which something must have happened. */
  public String within(Duration time) {
    if (time.isZero()) {
      return words.say("within.now");
    }
    long hours = time.toHours();
    if (hours <= 48) {
      return words.say("within.hours", hours);
    }
    long days = time.toDays();
    return days % 7 == 0 ? words.say("within.weeks", days / 7) : words.say("within.days", days);
  }

  /** A share as a percentage. */
  public String percent(double share) {
    long percent = Math.round(share * 100);
    return percent == 0 ? words.say("share.below") : words.say("share.percent", percent);
  }

  /** A ratio or a product of them, short. */
  public String ratio(double ratio) {
    return ratio >= 100 ? Long.toString(Math.round(ratio)) : Numbers.plain(rounded(ratio));
  }

  /** To three digits that count. */
  private static double rounded(double ratio) {
    return new BigDecimal(ratio).round(new MathContext(3)).doubleValue();
  }

  /** How likely, in a word. */
  public String likelihood(Likelihood likelihood) {
    return words.say("likelihood." + likelihood.name());
  }

  /** How urgent, in a word or two. */
  public String urgency(Urgency urgency) {
    return words.say("urgency." + urgency.name());
  }

  /** Says nothing of the person. */
  @Override
  public String toString() {
    return "Names";
  }
}
