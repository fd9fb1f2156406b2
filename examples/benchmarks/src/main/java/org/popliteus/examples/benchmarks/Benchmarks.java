package org.popliteus.examples.benchmarks;

import org.popliteus.examples.benchmarks.asking.AskNext;
import org.popliteus.examples.benchmarks.asking.AskingOrders;
import org.popliteus.examples.benchmarks.contest.Compare;
import org.popliteus.examples.benchmarks.contest.InTurn;
import org.popliteus.examples.benchmarks.growth.Growth;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The benchmarks, a command each. */
@Command(
    name = "benchmarks",
    description = "What an assessment costs, and what it is worth.",
    subcommands = {
      Compare.class,
      InTurn.class,
      Growth.class,
      ColdStart.class,
      AskNext.class,
      AskingOrders.class,
      HelpCommand.class
    })
public final class Benchmarks {
  private Benchmarks() {}

  /** Runs one command. */
  public static void main(String[] arguments) {
    // charts are drawn into files, also where there is no screen
    System.setProperty("java.awt.headless", "true");
    System.exit(new CommandLine(new Benchmarks()).execute(arguments));
  }
}
