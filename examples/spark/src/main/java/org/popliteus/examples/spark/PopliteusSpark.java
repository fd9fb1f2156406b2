package org.popliteus.examples.spark;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program, on this machine or given to spark-submit. */
@Command(
    name = "popliteus-spark",
    scope = ScopeType.INHERIT,
    description = {
      "Assesses many runners with pain behind the knee as one job of Apache Spark.",
      "It is not a medical device, and does not diagnose."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done; bad rows have their problems in the output",
      "1:the knowledge base has mistakes, or an internal error",
      "2:bad input or usage"
    })
public final class PopliteusSpark implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Say how a command is used.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private boolean help;

  private PopliteusSpark() {}

  /** Runs one command, and ends the process with its exit status. */
  public static void main(String[] arguments) {
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    int status = run(out, err, arguments);
    out.flush();
    err.flush();
    System.exit(status);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** Runs one command; the answer is its exit status. */
  static int run(PrintStream out, PrintStream err, String... arguments) {
    if (!sparkIsThere()) {
      err.println("popliteus-spark: Spark is not there");
      err.println(
          "  Maybe give this jar to spark-submit, or leave it beside the folder spark that the build"
              + " made.");
      return ExitStatus.FAULT;
    }
    CommandLine commands = new CommandLine(new PopliteusSpark());
    commands.addSubcommand(new AssessCommand(out, err));
    commands.addSubcommand(new GenerateCommand(out));
    commands.addSubcommand(new MeasureCommand(out, err));
    commands.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    commands.setParameterExceptionHandler((e, given) -> misused(e, err));
    commands.setExecutionExceptionHandler((e, line, parsed) -> Failures.tell(e, err));
    try {
      return commands.execute(arguments);
    } catch (StackOverflowError | OutOfMemoryError | LinkageError e) {
      return Failures.tell(e, err);
    }
  }

  private static boolean sparkIsThere() {
    try {
      Class.forName("org.apache.spark.sql.SparkSession");
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** No command was named. */
  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  private static int misused(ParameterException e, PrintStream err) {
    List<String> suggestions =
        e instanceof UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.<String>of();
    String name = e.getCommandLine().getCommandSpec().qualifiedName();
    err.println("popliteus-spark: " + e.getMessage());
    err.println(
        suggestions.isEmpty()
            ? "  Maybe look at " + name + " --help."
            : "  Maybe " + String.join(" or ", suggestions) + "? See " + name + " --help.");
    return ExitStatus.BAD_INPUT;
  }
}
