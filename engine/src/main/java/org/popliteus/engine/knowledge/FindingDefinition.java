package org.popliteus.engine.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.fact.Chosen;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Measured;
import org.popliteus.engine.fact.Unknown;

/**
 * One entry of the vocabulary: a question that can be answered about a person.
 *
 * @param code the public code, for example {@code CALF_SWELLING}
 * @param display what a clinician calls it
 * @param question what a lay person is asked; yes means PRESENT
 * @param kind how it is answered
 * @param unit the unit of a numeric finding, else null
 * @param least the least number accepted, in {@code unit}; 0 where not numeric
 * @param most the greatest number accepted, in {@code unit}; 0 where not numeric
 * @param options the closed list of a choice; empty where not a choice
 * @param group the part of the vocabulary, for example {@code swelling-and-skin}
 * @param core whether a lay person is normally asked it; otherwise measurement or fine detail
 * @param redFlag whether PRESENT alone gives at least SOON
 * @param screen whether it is asked first, and named as not excluded while unanswered
 * @param examination whether only an examiner can answer it
 * @param contradicts codes that cannot be PRESENT together with this one
 * @param after the answer that makes the question sensible, or null
 * @param snomed the SNOMED CT concept, or null
 * @param loinc the LOINC code, or null
 * @param recordedOnly why it is asked though nothing in the knowledge base uses it; null where
 *     something does
 * @param at where it is defined
 */
public record FindingDefinition(
    String code,
    String display,
    String question,
    Kind kind,
    @Nullable String unit,
    double least,
    double most,
    List<String> options,
    String group,
    boolean core,
    boolean redFlag,
    boolean screen,
    boolean examination,
    List<String> contradicts,
    @Nullable Requirement after,
    @Nullable String snomed,
    @Nullable String loinc,
    @Nullable String recordedOnly,
    Location at) {

  /** How a finding is answered. */
  public enum Kind {
    /** Present, absent or unknown. */
    TRI_STATE,
    /** A number in the unit and range of the definition. */
    NUMERIC,
    /** One of the options of the definition. */
    CHOICE
  }

  /** Whether this answer can be given: of the right kind, in range, and one of the options. */
  public boolean accepts(Finding answer) {
    if (answer instanceof Measured measured) {
      return kind == Kind.NUMERIC && measured.value() >= least && measured.value() <= most;
    }
    if (answer instanceof Chosen chosen) {
      return kind == Kind.CHOICE && options.contains(chosen.option());
    }
    return answer instanceof Unknown || kind == Kind.TRI_STATE;
  }
}
