package org.popliteus.engine.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Likelihood;

/**
 * How a share came about, so that it can be done again on paper: the prior odds times each ratio
 * that counts, in the order of the steps, are the weight; the weight divided by the sum of the
 * weights, rounded half-even to 4 decimals, is the share; the weight divided by the sum of the
 * rivals' weights, rounded in the same way, is the share among rivals. All numbers but the shares
 * are unrounded.
 *
 * @param baseRate the class of how common the cause is
 * @param odds the prior odds of that class
 * @param baseRateBecause why that class
 * @param steps the ratios for and against, in the order of rule ids
 * @param ratio the product of those that count
 * @param weight the prior odds times the ratio
 * @param listed the weights of all causes listed, this one among them, by code
 * @param sum of the weights of all causes listed
 * @param share the weight divided by the sum; 0 where the cause is not listed
 * @param rivals those of the causes listed that count as rivals, this one among them, in their rank
 * @param leftOut codes of those that may accompany it and therefore are no rivals
 * @param rivalSum the sum of the rivals' weights
 * @param shareAmongRivals the weight divided by that
 * @param likelyShare from this share among rivals it is likely
 * @param likelyRatio if its ratio is at least this, and from this ratio on what may accompany it is
 *     no rival
 * @param possibleShare from this share among rivals it is possible; and it is likely only if its
 *     share of all is at least this
 * @param likelihood what follows; null where the cause is not listed
 */
public record Calculation(
    String baseRate,
    double odds,
    String baseRateBecause,
    List<Step> steps,
    double ratio,
    double weight,
    List<Weight> listed,
    double sum,
    double share,
    List<Weight> rivals,
    List<String> leftOut,
    double rivalSum,
    double shareAmongRivals,
    double likelyShare,
    double likelyRatio,
    double possibleShare,
    @Nullable Likelihood likelihood) {

  /**
   * One ratio.
   *
   * @param rule the rule that gives it
   * @param ratio above 1 for the cause, below 1 against it
   * @param group findings that say the same thing share a group; null where it stands alone
   * @param counting whether it counts, and why not
   * @param instead the rule of the same group that counts in its place; null where there is none
   * @param product the product of the ratios that count, up to here
   */
  public record Step(
      String rule,
      double ratio,
      @Nullable String group,
      Counting counting,
      @Nullable String instead,
      double product) {}

  /** Whether a ratio counts. */
  public enum Counting {
    /** It counts. */
    COUNTED,
    /** Another of the same group and direction is stronger, or as strong and first by rule id. */
    OUTWEIGHED,
    /** It rests on an answer that another answer contradicts. */
    CONTRADICTED
  }

  /**
   * The weight of one cause.
   *
   * @param code the cause
   * @param weight its prior odds times its ratio
   */
  public record Weight(String code, double weight) {}

  /** Says nothing of the person. */
  @Override
  public String toString() {
    return "Calculation";
  }
}
