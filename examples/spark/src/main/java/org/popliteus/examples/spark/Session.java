package org.popliteus.examples.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Begins the work with Spark, here or on a cluster. */
final class Session {
  /** All cores of this machine; a task that fails is tried three times more, as on a cluster. */
  private static final String THIS_MACHINE = "local[*,4]";

  private static final String MASTER = "spark.master";

  private Session() {}

  /** As spark-submit or {@code -Dspark.*} say; what they leave open is for this machine alone. */
  static SparkSession open() {
    return open(new SparkConf());
  }

  static SparkSession open(SparkConf settings) {
    settings.setIfMissing(MASTER, THIS_MACHINE);
    settings.setIfMissing("spark.app.name", "popliteus");
    if (settings.get(MASTER).startsWith("local")) {
      // nobody else is to reach what people answered
      settings.setIfMissing("spark.driver.host", "localhost");
      settings.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
      settings.setIfMissing("spark.ui.enabled", "false");
    }
    return SparkSession.builder().config(settings).getOrCreate();
  }
}
