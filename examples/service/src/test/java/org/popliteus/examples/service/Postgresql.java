package org.popliteus.examples.service;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server of this machine's own programs, in a temporary folder and on a free port. It
 * refuses to run as root; root starts it as the user postgres.
 */
final class Postgresql {
  private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

  private final Path programs;
  private final Path folder;
  private final int port;

  private Postgresql(Path programs, Path folder, int port) {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
  }

  /** Skips a test where there is no PostgreSQL, unless the environment says that it is required. */
  static final class Needed implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (programs().isPresent()) {
        return ConditionEvaluationResult.enabled("there is a PostgreSQL");
      }
      String missing = "no initdb below /usr/lib/postgresql\n  Maybe apt-get install postgresql.";
      if ("required".equals(System.getenv("POPLITEUS_POSTGRESQL"))) {
        throw new IllegalStateException(
            "POPLITEUS_POSTGRESQL is required, and there is " + missing);
      }
      System.err.println("NOT TESTED on PostgreSQL: there is " + missing);
      return ConditionEvaluationResult.disabled(missing);
    }
  }

  static Postgresql start() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("popliteus-postgresql");
    if (ROOT) {
      Files.setOwner(
          folder,
          FileSystems.getDefault()
              .getUserPrincipalLookupService()
              .lookupPrincipalByName("postgres"));
    }
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Postgresql server = new Postgresql(programs().orElseThrow(), folder, port);
    server.run("initdb", "-U", "popliteus", "-A", "trust", "-E", "UTF8", "--no-sync");
    server.run(
        "pg_ctl",
        "-w",
        "-l",
        folder.resolve("server.log").toString(),
        "-o",
        "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + folder,
        "start");
    return server;
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=popliteus";
  }

  void stop() throws IOException, InterruptedException {
    run("pg_ctl", "-m", "immediate", "stop");
    FileSystemUtils.deleteRecursively(folder);
  }

  private void run(String program, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (ROOT) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of("-D", folder.resolve("data").toString()));
    command.addAll(List.of(arguments));
    // to a file: the server would hold a pipe open for as long as it runs
    File out = Files.createTempFile("popliteus-postgresql", ".out").toFile();
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out)
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command + " failed\n" + Files.readString(out.toPath()));
    }
    Files.delete(out.toPath());
  }

  /** The folder of the newest version's programs. */
  private static Optional<Path> programs() {
    Path versions = Path.of("/usr/lib/postgresql");
    if (!Files.isDirectory(versions)) {
      return Optional.empty();
    }
    try (Stream<Path> found = Files.list(versions)) {
      return found
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Path::compareTo);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
