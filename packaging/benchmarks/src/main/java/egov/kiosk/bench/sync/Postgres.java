package egov.kiosk.bench.sync;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL 15 from Debian as a throw-away cluster on a loopback port, with its defaults (every
 * commit synced). It refuses to run as root, and then runs as the package's user.
 */
public final class Postgres implements AutoCloseable {
  private static final Path BINARIES = Path.of("/usr/lib/postgresql/15/bin");
  private static final String OWNER = "postgres";
  private static final long LONGEST_SECONDS = 90;

  private final Path directory;
  private final int port;

  private Postgres(Path directory, int port) {
    this.directory = directory;
    this.port = port;
  }

  /** Makes a cluster and waits until it answers. */
  public static Postgres start() throws IOException, InterruptedException {
    // Not below the benchmark's own directory: the package's user must get there.
    Path directory = Files.createTempDirectory("kiosk-bench-postgres");
    if (isRoot()) {
      Files.setOwner(
          directory,
          directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(OWNER));
    }
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Postgres cluster = new Postgres(directory, port);
    cluster.run("initdb", "-D", cluster.data(), "-U", "bench", "-A", "trust", "-E", "UTF8");
    cluster.run(
        "pg_ctl",
        "-D",
        cluster.data(),
        "-w",
        "-l",
        directory.resolve("log").toString(),
        "-o",
        "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + directory,
        "start");
    // It is nobody's child: whatever ends this process must end it too.
    Runtime.getRuntime().addShutdownHook(new Thread(cluster::stop, "stop-postgres"));
    return cluster;
  }

  /** A new database; what a gateway's {@code --store} says. */
  public String database(String name) throws IOException, InterruptedException {
    run("createdb", "-h", "127.0.0.1", "-p", Integer.toString(port), "-U", "bench", name);
    return "postgresql://127.0.0.1:" + port + "/" + name + "?user=bench";
  }

  /** The process all others of the cluster are children of. */
  public long pid() throws IOException {
    return Long.parseLong(
        Files.readAllLines(directory.resolve("data").resolve("postmaster.pid")).get(0).strip());
  }

  private String data() {
    return directory.resolve("data").toString();
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private void run(String program, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", OWNER, "--"));
    }
    command.add(BINARIES.resolve(program).toString());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(directory.getRoot().toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("PostgreSQL's " + program + " does not end");
    }
    if (process.exitValue() != 0) {
      throw new IOException(
          "PostgreSQL's " + program + " failed; is the Debian package postgresql-15 there?");
    }
  }

  private void stop() {
    try {
      if (Files.exists(directory)) {
        run("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop");
        SyncBench.delete(directory);
      }
    } catch (IOException e) {
      System.err.println("bench: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
  }
}
