package org.popliteus.examples.spark;

import java.io.PrintStream;
import org.apache.spark.SparkThrowable;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.knowledge.KnowledgeBaseException;

/**
 * Says what went wrong without a stack trace. The message of an exception that is not known here is
 * left out, since it might hold an answer.
 */
final class Failures {
  private static final int DEEPEST = 20;

  private Failures() {}

  /** Tells it, and gives the exit status. */
  static int tell(Throwable failure, PrintStream err) {
    Throwable innermost = failure;
    Throwable at = failure;
    for (int depth = 0; at != null && depth < DEEPEST; depth++) {
      Integer status = tellKnown(at, err);
      if (status != null) {
        return status;
      }
      innermost = at;
      at = at.getCause();
    }
    StackTraceElement[] trace = innermost.getStackTrace();
    String place = trace.length == 0 ? "" : " at " + trace[0];
    err.println("popliteus-spark: internal error, " + innermost.getClass().getName() + place);
    err.println("  Maybe look into Spark's log; java -Dpopliteus.log=warn shows it here.");
    return ExitStatus.FAULT;
  }

  private static @Nullable Integer tellKnown(Throwable failure, PrintStream err) {
    if (failure instanceof BadInput) {
      err.println("popliteus-spark: " + failure.getMessage());
      return ExitStatus.BAD_INPUT;
    }
    if (failure instanceof KnowledgeBaseException || failure instanceof Incomplete) {
      err.println("popliteus-spark: " + failure.getMessage());
      return ExitStatus.FAULT;
    }
    if (failure instanceof OutOfMemoryError) {
      return tooLittleMemory(err);
    }
    String message = String.valueOf(failure.getMessage());
    if (message.contains("No space left on device")) {
      err.println("popliteus-spark: the disk is full");
      err.println("  Maybe write elsewhere, or let Spark work elsewhere with -Dspark.local.dir.");
      return ExitStatus.FAULT;
    }
    if (failure instanceof SparkThrowable known && known.getCondition() != null) {
      return tellKnown(known, err);
    }
    return null;
  }

  private static int tooLittleMemory(PrintStream err) {
    err.println("popliteus-spark: there is not enough memory");
    err.println(
        "  Maybe give it more with java -Xmx1g, or --driver-memory and --executor-memory; Spark wants"
            + " half a gigabyte, and a line is held whole.");
    return ExitStatus.FAULT;
  }

  private static @Nullable Integer tellKnown(SparkThrowable failure, PrintStream err) {
    String condition = failure.getCondition();
    String path = failure.getMessageParameters().get("path");
    if (condition.startsWith("FAILED_READ_FILE") || condition.startsWith("CANNOT_READ_FILE")) {
      err.println("popliteus-spark: cannot read " + path + " as Parquet");
      err.println(
          "  Maybe it was cut off when it was written or copied, or its columns are not those of"
              + " the others.");
      return ExitStatus.BAD_INPUT;
    }
    if (condition.equals("INVALID_DRIVER_MEMORY") || condition.equals("INVALID_EXECUTOR_MEMORY")) {
      return tooLittleMemory(err);
    }
    if (condition.equals("UNABLE_TO_INFER_SCHEMA")) {
      err.println("popliteus-spark: there is no table in the input");
      err.println("  Maybe a file that ends in .parquet is empty or no Parquet.");
      return ExitStatus.BAD_INPUT;
    }
    return null;
  }
}
