package org.popliteus.examples.benchmarks.byhand;

import org.popliteus.engine.knowledge.CauseDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;

/** The causes, numbered by code; a set of them is a long. */
final class CauseTable {
  final Numbers numbers;
  final String[] codes;
  final double[] odds;
  final boolean[] review;
  final long[] companions;
  final double likelyShare;
  final double likelyRatio;
  final double possibleShare;

  CauseTable(KnowledgeBase knowledge) {
    numbers = Numbers.sorted(knowledge.causes(), CauseDefinition::code);
    codes = numbers.codes();
    if (codes.length > Long.SIZE) {
      throw new IllegalArgumentException(
          "a set of causes holds "
              + Long.SIZE
              + ", and the knowledge base has "
              + codes.length
              + "\n  Maybe keep a set in several longs.");
    }
    odds = new double[codes.length];
    review = new boolean[codes.length];
    companions = new long[codes.length];
    for (CauseDefinition cause : knowledge.causes()) {
      int number = numbers.of(cause.code());
      odds[number] = cause.odds();
      review[number] = cause.reviewWhenLikely();
      for (String code : cause.accompanies()) {
        int other = numbers.of(code);
        companions[number] |= 1L << other;
        companions[other] |= 1L << number;
      }
    }
    likelyShare = knowledge.settings().likelyShare();
    likelyRatio = knowledge.settings().likelyRatio();
    possibleShare = knowledge.settings().possibleShare();
  }
}
