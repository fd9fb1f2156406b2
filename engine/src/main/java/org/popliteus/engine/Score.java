package org.popliteus.engine;

import java.util.List;

/**
 * A published score, as far as its items are answered.
 *
 * @param code the public code, for example {@code WELLS_DVT}
 * @param display its name
 * @param points the sum of the items that hold
 * @param items the items that hold
 * @param cutOff the sum from which it is positive
 * @param meaning what this sum means
 * @param open codes whose answers could still add or remove points
 */
public record Score(
    String code,
    String display,
    double points,
    List<Item> items,
    double cutOff,
    String meaning,
    List<String> open) {

  /**
   * One item that holds.
   *
   * @param provenance the rule
   * @param points its points
   * @param findings the codes that matched
   */
  public record Item(Provenance provenance, double points, List<String> findings) {}
}
