package org.popliteus.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.popliteus.engine.KnowledgeBaseVersion;
import org.popliteus.engine.knowledge.KnowledgeBaseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program: picks the command, and says what went wrong without a stack trace. */
@Command(
    name = "popliteus",
    scope = ScopeType.INHERIT,
    description = {
      "Assesses what a runner with pain behind the knee answers: how urgent it is, what may cause"
          + " it, what to do.",
      "It is not a medical device, and does not diagnose."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done",
      "1:the knowledge base has mistakes, or an internal error",
      "2:bad input or usage"
    })
public final class Popliteus implements Callable<Integer> {
  /** Each is a class, made in {@link #command}. */
  private static final List<String> COMMANDS =
      List.of("assess", "findings", "causes", "why", "what-if", "interview", "review");

  private final Terminal terminal;

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

  // no version provider: picocli would ask it whenever a command is made, and load all it names
  @Option(
      names = {"-V", "--version"},
      description = "Name the versions of the engine and of the knowledge base inside.")
  private boolean version;

  private Popliteus(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Runs one command, and ends the process with its exit status. */
  public static void main(String[] arguments) {
    if (usesPackagedKnowledgeBase(arguments)) {
      PackagedKnowledgeBase.begin();
    }
    System.exit(run(Terminal.ofThisProcess(), arguments));
  }

  /** A guess, and no harm where it is wrong: what is not loaded yet is loaded when it is used. */
  private static boolean usesPackagedKnowledgeBase(String[] arguments) {
    for (String argument : arguments) {
      if (argument.startsWith("--kb")
          || argument.equals("review")
          || argument.equals("--help")
          || argument.equals("-h")) {
        return false;
      }
    }
    return arguments.length > 1;
  }

  /** Runs one command; the answer is its exit status. */
  static int run(Terminal terminal, String... arguments) {
    int status;
    try {
      status = commands(terminal, arguments).execute(arguments);
    } catch (StackOverflowError | OutOfMemoryError | LinkageError e) {
      status = internal(e, terminal.err());
    }
    try {
      terminal.out().flush();
    } catch (IOException e) {
      // after a fault nothing new went wrong
      status = status == ExitStatus.FAULT ? status : unwritten(e, terminal.err());
    }
    terminal.err().flush();
    return status;
  }

  private static Object command(String name, Terminal terminal) {
    return switch (name) {
      case "assess" -> new AssessCommand(terminal);
      case "findings" -> new FindingsCommand(terminal);
      case "causes" -> new CausesCommand(terminal);
      case "why" -> new WhyCommand(terminal);
      case "what-if" -> new WhatIfCommand(terminal);
      case "interview" -> new InterviewCommand(terminal);
      case "review" ->
          new CommandLine(new ReviewCommand())
              .addSubcommand(new ReviewCommand.Check(terminal))
              .addSubcommand(new ReviewCommand.Test(terminal))
              .addSubcommand(new ReviewCoverageCommand(terminal))
              .addSubcommand(new ReviewDiffCommand(terminal))
              .addSubcommand(new ReviewMutantsCommand(terminal))
              .addSubcommand(new ReviewReportCommand(terminal))
              .addSubcommand(new ReviewWatchCommand(terminal));
      default -> throw new IllegalStateException("no class for the command " + name);
    };
  }

  /** Picocli takes some ten milliseconds for a command, so the others are left out. */
  private static CommandLine commands(Terminal terminal, String... arguments) {
    String named = arguments.length == 0 ? "" : arguments[0];
    CommandLine commands = new CommandLine(new Popliteus(terminal));
    for (String name : COMMANDS) {
      if (name.equals(named) || !COMMANDS.contains(named)) {
        commands.addSubcommand(name, command(name, terminal));
      }
    }
    commands.setOut(new PrintWriter(terminal.out()));
    commands.setErr(terminal.err());
    commands.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.ansi()));
    commands.setUsageHelpWidth(terminal.width());
    commands.setParameterExceptionHandler((e, given) -> misused(e, terminal.err()));
    commands.setExecutionExceptionHandler((e, line, parsed) -> failed(e, terminal.err()));
    return commands;
  }

  /** No command was named. */
  @Override
  public Integer call() throws IOException {
    if (!version) {
      throw new ParameterException(spec.commandLine(), "a command is missing");
    }
    KnowledgeBaseVersion inside = PackagedKnowledgeBase.advisor().version();
    terminal
        .out()
        .append("popliteus " + inside.engineVersion() + "\n")
        .append(inside.id() + " " + inside.version() + ", " + inside.status())
        .append(", " + inside.sha256() + "\n");
    return ExitStatus.DONE;
  }

  private static int misused(ParameterException e, PrintWriter err) {
    CommandLine command = e.getCommandLine();
    List<String> suggestions =
        e instanceof UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.<String>of();
    String name = command.getCommandSpec().qualifiedName();
    err.println("popliteus: " + e.getMessage());
    err.println(
        suggestions.isEmpty()
            ? "  Maybe look at " + name + " --help."
            : "  Maybe " + String.join(" or ", suggestions) + "? See " + name + " --help.");
    return ExitStatus.BAD_INPUT;
  }

  private static int failed(Exception e, PrintWriter err) {
    if (e instanceof BadInput) {
      err.println("popliteus: " + e.getMessage());
      return ExitStatus.BAD_INPUT;
    }
    if (e instanceof KnowledgeBaseException) {
      err.println("popliteus: " + e.getMessage());
      return ExitStatus.FAULT;
    }
    return e instanceof IOException unwritten ? unwritten(unwritten, err) : internal(e, err);
  }

  /** Input is read with errors of its own, so this is about output. */
  private static int unwritten(IOException e, PrintWriter err) {
    if (!"Broken pipe".equals(e.getMessage())) {
      err.println("popliteus: cannot write the answer: " + e.getMessage());
      err.println("  Maybe the disk is full.");
    }
    return ExitStatus.FAULT;
  }

  /** Names places in the program alone: the message of an exception might hold an answer. */
  private static int internal(Throwable e, PrintWriter err) {
    StackTraceElement[] trace = e.getStackTrace();
    String at = trace.length == 0 ? "" : " at " + trace[0];
    err.println("popliteus: internal error, " + e.getClass().getName() + at);
    err.println("  Maybe report this line, with what popliteus --version says.");
    return ExitStatus.FAULT;
  }
}
