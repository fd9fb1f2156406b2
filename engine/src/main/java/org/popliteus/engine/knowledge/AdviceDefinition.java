package org.popliteus.engine.knowledge;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person may be advised to do.
 *
 * @param code the public code, for example {@code ICE}
 * @param display a short name
 * @param text for a lay runner
 * @param clinicianText for a clinician
 * @param parameters numbers as text, for example {@code minutes: 10-20}
 * @param category what it is, which decides when it is given
 * @param priority 1 is first, among advice that serves the suspicion equally
 * @param within the time in which an escalation's action must have happened; null for all else
 * @param requires all must be known to hold, or the advice is withheld
 * @param sources ids of {@code sources.yaml}
 * @param at where it is defined
 */
public record AdviceDefinition(
    String code,
    String display,
    String text,
    String clinicianText,
    Map<String, String> parameters,
    Category category,
    int priority,
    @Nullable Duration within,
    List<Requirement> requires,
    List<String> sources,
    Location at) {

  /** The same advice with other requirements. */
  public AdviceDefinition with(List<Requirement> requires) {
    return new AdviceDefinition(
        code,
        display,
        text,
        clinicianText,
        parameters,
        category,
        priority,
        within,
        requires,
        sources,
        at);
  }

  /** What an advice is, and up to which urgency it is given. */
  public enum Category {
    /** What an escalation asks for; always given. */
    ACTION,
    /** Given at every urgency, while help is on its way. */
    WHILE_WAITING,
    /** Given up to SAME_DAY, until a clinician has seen the person. */
    UNTIL_SEEN,
    /** Given up to SOON. */
    SELF_CARE,
    /** A medicine, given up to SOON. */
    MEDICINE,
    /** Stretching or strengthening, given up to SOON. */
    EXERCISE,
    /** The way back to running, given up to SOON. */
    RETURN_TO_RUNNING,
    /** What keeps it from coming back, given up to SOON. */
    PREVENTION,
    /** What a clinician may arrange, given up to SOON. */
    PROFESSIONAL,
    /** What to watch for and when to come back; stands in the safety net. */
    SAFETY_NET
  }
}
