package org.popliteus.engine.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All that one knowledge base says. Immutable. */
public final class KnowledgeBase {
  private final Settings settings;
  private final String sha256;
  private final String status;
  private final Map<String, FindingDefinition> findings;
  private final Map<String, CauseDefinition> causes;
  private final Map<String, AdviceDefinition> advice;
  private final Map<String, FactorDefinition> factors;
  private final Map<String, ScoreDefinition> scores;
  private final Map<String, SourceDefinition> sources;
  private final Map<String, TraceDefinition> traces;
  private final Map<String, RuleDefinition> rules;

  /**
   * What {@code kb.yaml} sets.
   *
   * @param id the id by which a host picks it
   * @param version its version, as the reviewers count
   * @param title what it is about
   * @param packageName the package of its rule files, without the folder
   * @param baseRates the classes of how common a cause is, with prior odds
   * @param likelyShare from this share among its rivals a cause is likely
   * @param likelyRatio and only if its own ratios multiply to at least this
   * @param possibleShare from this share among its rivals a cause is possible
   * @param nothingAnswered the rule that holds while nothing of the screen is answered
   * @param reviewWhenLikely the rule that holds when a cause that wants a review is likely
   * @param texts sentences that stand in every answer, by {@link Text}
   */
  public record Settings(
      String id,
      String version,
      String title,
      String packageName,
      Map<String, Double> baseRates,
      double likelyShare,
      double likelyRatio,
      double possibleShare,
      RuleDefinition nothingAnswered,
      RuleDefinition reviewWhenLikely,
      Map<Text, String> texts) {

    Settings with(RuleDefinition nothingAnswered, RuleDefinition reviewWhenLikely) {
      return new Settings(
          id,
          version,
          title,
          packageName,
          baseRates,
          likelyShare,
          likelyRatio,
          possibleShare,
          nothingAnswered,
          reviewWhenLikely,
          texts);
    }
  }

  /** The sentences of {@code kb.yaml} that stand in every answer. */
  public enum Text {
    /** What EMERGENCY means. */
    EMERGENCY,
    /** What SAME_DAY means. */
    SAME_DAY,
    /** What SOON means. */
    SOON,
    /** What SELF_CARE means. */
    SELF_CARE,
    /** Said before the questions that are open; the same sentence as the urgency's. */
    NOT_EXCLUDED,
    /** Why an advice is withheld when a requirement is not known to hold. */
    REQUIREMENT,
    /** Why an advice is withheld until the person has been seen. */
    SEEN_FIRST,
    /** How two answers that contradict each other are read. */
    CONTRADICTION
  }

  KnowledgeBase(Settings settings, String sha256, Definitions definitions) {
    this.settings = settings;
    this.sha256 = sha256;
    this.findings = byKey(definitions.findings(), FindingDefinition::code);
    this.causes = byKey(definitions.causes(), CauseDefinition::code);
    this.advice = byKey(definitions.advice(), AdviceDefinition::code);
    this.factors = byKey(definitions.factors(), FactorDefinition::code);
    this.scores = byKey(definitions.scores(), ScoreDefinition::code);
    this.sources = byKey(definitions.sources(), SourceDefinition::id);
    this.traces = byKey(definitions.traces(), TraceDefinition::fact);
    List<RuleDefinition> sorted = new ArrayList<>(definitions.rules());
    sorted.sort(Comparator.comparing(RuleDefinition::id));
    this.rules = byKey(sorted, RuleDefinition::id);
    this.status = areReviewed(sorted) ? "reviewed" : "draft";
  }

  private static boolean areReviewed(List<RuleDefinition> rules) {
    for (RuleDefinition rule : rules) {
      if (!rule.status().equals("reviewed")) {
        return false;
      }
    }
    return !rules.isEmpty();
  }

  private KnowledgeBase(
      KnowledgeBase original,
      Settings settings,
      Map<String, AdviceDefinition> advice,
      Map<String, RuleDefinition> rules) {
    this.settings = settings;
    this.sha256 = original.sha256;
    this.status = original.status;
    this.findings = original.findings;
    this.causes = original.causes;
    this.advice = Collections.unmodifiableMap(advice);
    this.factors = original.factors;
    this.scores = original.scores;
    this.sources = original.sources;
    this.traces = original.traces;
    this.rules = Collections.unmodifiableMap(rules);
  }

  private static <T> Map<String, T> byKey(List<T> values, Function<T, String> key) {
    Map<String, T> map = new LinkedHashMap<>();
    for (T value : values) {
      map.putIfAbsent(key.apply(value), value);
    }
    return Collections.unmodifiableMap(map);
  }

  /**
   * Reads and checks a knowledge base.
   *
   * @throws KnowledgeBaseException with everything that makes it unfit for use, if anything does
   */
  public static KnowledgeBase read(KnowledgeFiles files) {
    return examine(files).orThrow(files.name());
  }

  /** Everything that is wrong with a knowledge base, by file and line; empty if it is sound. */
  public static List<Diagnostic> check(KnowledgeFiles files) {
    return examine(files).diagnostics();
  }

  /**
   * What an examination of some files gave.
   *
   * @param knowledge the knowledge base; null where something makes it unfit for use
   * @param diagnostics everything that is wrong, by file and line; empty if it is sound
   */
  public record Examination(@Nullable KnowledgeBase knowledge, List<Diagnostic> diagnostics) {

    /**
     * The knowledge base.
     *
     * @param name what the error calls it
     * @throws KnowledgeBaseException with everything that makes it unfit for use, if anything does
     */
    public KnowledgeBase orThrow(String name) {
      if (knowledge == null) {
        throw new KnowledgeBaseException(
            name, diagnostics.stream().filter(Diagnostic::stops).toList());
      }
      return knowledge;
    }
  }

  /** Reads and checks a knowledge base at once. */
  public static Examination examine(KnowledgeFiles files) {
    return KnowledgeReader.read(files);
  }

  /**
   * The same with one rule changed, in a rule file or in {@code kb.yaml}, to be tried and not kept:
   * nothing is checked, and the digest stays that of the files.
   *
   * @param changed takes the place of the rule of its id
   * @throws IllegalArgumentException if there is no such rule
   */
  public KnowledgeBase with(RuleDefinition changed) {
    if (changed.id().equals(settings.nothingAnswered().id())) {
      return new KnowledgeBase(
          this, settings.with(changed, settings.reviewWhenLikely()), advice, rules);
    }
    if (changed.id().equals(settings.reviewWhenLikely().id())) {
      return new KnowledgeBase(
          this, settings.with(settings.nothingAnswered(), changed), advice, rules);
    }
    Map<String, RuleDefinition> others = new LinkedHashMap<>(rules);
    if (others.replace(changed.id(), changed) == null) {
      throw new IllegalArgumentException("there is no rule " + changed.id());
    }
    return new KnowledgeBase(this, settings, advice, others);
  }

  /**
   * The same with one advice changed, to be tried and not kept, as {@link #with(RuleDefinition)}.
   *
   * @param changed takes the place of the advice of its code
   * @throws IllegalArgumentException if there is no such advice
   */
  public KnowledgeBase with(AdviceDefinition changed) {
    Map<String, AdviceDefinition> others = new LinkedHashMap<>(advice);
    if (others.replace(changed.code(), changed) == null) {
      throw new IllegalArgumentException("there is no advice " + changed.code());
    }
    return new KnowledgeBase(this, settings, others, rules);
  }

  /** What {@code kb.yaml} sets. */
  public Settings settings() {
    return settings;
  }

  /** The id by which a host picks it, for example {@code posterior-knee}. */
  public String id() {
    return settings.id();
  }

  /** Its version. */
  public String version() {
    return settings.version();
  }

  /** {@code reviewed} when every rule is, else {@code draft}. */
  public String status() {
    return status;
  }

  /** SHA-256 of its files, as {@link KnowledgeFiles#sha256} gives it. */
  public String sha256() {
    return sha256;
  }

  /** The vocabulary, in the order of its file. */
  public Collection<FindingDefinition> findings() {
    return findings.values();
  }

  /** One entry of the vocabulary, or null. */
  public @Nullable FindingDefinition finding(String code) {
    return findings.get(code);
  }

  /** The codes of the vocabulary. */
  public Collection<String> findingCodes() {
    return findings.keySet();
  }

  /** The causes, in the order of their file. */
  public Collection<CauseDefinition> causes() {
    return causes.values();
  }

  /** The codes of the causes. */
  Collection<String> causeCodes() {
    return causes.keySet();
  }

  /** The codes of the advice. */
  Collection<String> adviceCodes() {
    return advice.keySet();
  }

  /** The ids of the sources. */
  Collection<String> sourceIds() {
    return sources.keySet();
  }

  /** One cause, or null. */
  public @Nullable CauseDefinition cause(String code) {
    return causes.get(code);
  }

  /** The advice, in the order of its file. */
  public Collection<AdviceDefinition> advice() {
    return advice.values();
  }

  /** One advice, or null. */
  public @Nullable AdviceDefinition advice(String code) {
    return advice.get(code);
  }

  /** The contributing factors, in the order of their file. */
  public Collection<FactorDefinition> factors() {
    return factors.values();
  }

  /** One contributing factor, or null. */
  public @Nullable FactorDefinition factor(String code) {
    return factors.get(code);
  }

  /** The scores, in the order of their file. */
  public Collection<ScoreDefinition> scores() {
    return scores.values();
  }

  /** One score, or null. */
  public @Nullable ScoreDefinition score(String code) {
    return scores.get(code);
  }

  /** The sources, in the order of their file. */
  public Collection<SourceDefinition> sources() {
    return sources.values();
  }

  /** One source, or null. */
  public @Nullable SourceDefinition source(String id) {
    return sources.get(id);
  }

  /** Where the facts of the first sources have gone, in the order of their file. */
  public Collection<TraceDefinition> traces() {
    return traces.values();
  }

  /** The rules of the rule files, by id. */
  public Collection<RuleDefinition> rules() {
    return rules.values();
  }

  /** One rule of the rule files, or null. */
  public @Nullable RuleDefinition rule(String id) {
    return rules.get(id);
  }
}
