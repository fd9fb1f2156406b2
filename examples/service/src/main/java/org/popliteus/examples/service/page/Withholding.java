package org.popliteus.examples.service.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.popliteus.engine.Withheld;
import org.popliteus.engine.explain.AdviceExplanation;
import org.popliteus.engine.explain.Explanation;
import org.popliteus.engine.explain.RuleExplanation;

/**
 * An advice that is not given, with everything that stops it in one place. Public for the
 * templates.
 *
 * @param code the advice
 * @param reasons what speaks against it; first those that rest on an answer
 * @param unanswered the questions that would have to be answered before it could be given
 * @param untilSeen whether nothing speaks against it but that the person has to be seen first; such
 *     advice may be a restraint itself, and must not read as if its opposite were advised
 */
public record Withholding(
    String code, List<Withheld> reasons, List<String> unanswered, boolean untilSeen) {

  /** In the order in which the assessment names them. */
  static List<Withholding> of(Explanation explanation) {
    List<Withheld> withheld = explanation.assessment().withheld();
    Map<String, List<Withheld>> byCode = new LinkedHashMap<>();
    for (Withheld one : withheld) {
      byCode.computeIfAbsent(one.code(), code -> new ArrayList<>()).add(one);
    }
    List<Withholding> all = new ArrayList<>();
    byCode.forEach(
        (code, reasons) -> {
          Set<String> unanswered = new LinkedHashSet<>();
          reasons.forEach(reason -> unanswered.addAll(reason.unanswered()));
          List<Withheld> against = new ArrayList<>(reasons);
          against.removeIf(Withholding::onlyWaits);
          all.add(
              new Withholding(
                  code,
                  List.copyOf(against),
                  List.copyOf(unanswered),
                  isUntilSeen(explanation.advice(code), against)));
        });
    return List.copyOf(all);
  }

  private static boolean isUntilSeen(AdviceExplanation advice, List<Withheld> against) {
    RuleExplanation first = advice.seenFirst();
    return first != null
        && advice.withholding().isEmpty()
        && against.stream().allMatch(reason -> reason.provenance().rule().equals(first.id()));
  }

  /** Those that something speaks against; together those whose first reason is the same. */
  static List<List<Withholding>> stopped(List<Withholding> all) {
    Map<String, List<Withholding>> byReason = new LinkedHashMap<>();
    for (Withholding one : all) {
      if (!one.untilSeen() && !one.isOnlyWaiting()) {
        String because = one.reasons().get(0).provenance().because();
        byReason.computeIfAbsent(because, key -> new ArrayList<>()).add(one);
      }
    }
    return List.copyOf(byReason.values());
  }

  private static boolean onlyWaits(Withheld reason) {
    return reason.findings().isEmpty() && !reason.unanswered().isEmpty();
  }

  /** Whether nothing speaks against it but that not all is answered. */
  public boolean isOnlyWaiting() {
    return reasons.isEmpty() && !untilSeen;
  }

  /** Names the advice alone. */
  @Override
  public String toString() {
    return "Withholding of " + code;
  }
}
