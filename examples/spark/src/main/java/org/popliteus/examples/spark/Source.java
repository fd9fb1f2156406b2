package org.popliteus.examples.spark;

import org.apache.spark.api.java.JavaRDD;

/** Where presentations are read from. */
interface Source {

  /**
   * What the input holds, counted apart from the answers, which are held against it.
   *
   * @param rows what must have an answer each
   * @param blankLines what is skipped
   * @param partitions in how many parts it is worked on
   */
  record Size(long rows, long blankLines, int partitions) {}

  /** Counts; reads the files once, unless they say so themselves. */
  Size size();

  /** All rows, each with the file and the place in it, read as they are needed. */
  JavaRDD<InputRow> rows();
}
